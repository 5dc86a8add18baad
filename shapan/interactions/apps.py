from django.apps import AppConfig


class InteractionsConfig(AppConfig):
    name = "shapan.interactions"

    def ready(self):
        from shapan.interactions import hooks  # noqa: F401, PLC0415 -- apps are loaded now
