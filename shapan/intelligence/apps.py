from django.apps import AppConfig


class IntelligenceConfig(AppConfig):
    name = "shapan.intelligence"

    def ready(self):
        from shapan.intelligence import hooks  # noqa: F401, PLC0415 -- apps are loaded now
