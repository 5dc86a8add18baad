from django.apps import AppConfig


class TendersConfig(AppConfig):
    name = "shapan.tenders"

    def ready(self):
        from shapan.tenders import hooks  # noqa: F401, PLC0415 -- apps are loaded now
