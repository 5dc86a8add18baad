from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "shapan.imports"

    def ready(self):
        from shapan.imports import hooks  # noqa: F401, PLC0415 -- apps are loaded now
