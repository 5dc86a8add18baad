from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "shapan.access"

    def ready(self):
        from shapan.access import hooks  # noqa: F401, PLC0415 -- apps are loaded now
