from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "shapan.api"

    def ready(self):
        from shapan.api import hooks  # noqa: F401, PLC0415 -- apps are loaded now
