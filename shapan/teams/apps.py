from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "shapan.teams"

    def ready(self):
        from shapan.teams import hooks  # noqa: F401, PLC0415 -- apps are loaded now
