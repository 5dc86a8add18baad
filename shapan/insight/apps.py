from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "shapan.insight"

    def ready(self):
        from shapan.insight import hooks  # noqa: F401, PLC0415 -- apps are loaded now
