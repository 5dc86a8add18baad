from django.apps import AppConfig


class FulfilmentConfig(AppConfig):
    name = "shapan.fulfilment"

    def ready(self):
        from shapan.fulfilment import hooks  # noqa: F401, PLC0415 -- apps are loaded now
