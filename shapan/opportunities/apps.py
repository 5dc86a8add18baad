from django.apps import AppConfig


class OpportunitiesConfig(AppConfig):
    name = "shapan.opportunities"

    def ready(self):
        from shapan.opportunities import hooks  # noqa: F401, PLC0415 -- apps are loaded now
