from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "shapan.decisions"

    def ready(self):
        from shapan.decisions import hooks  # noqa: F401, PLC0415 -- apps are loaded now
