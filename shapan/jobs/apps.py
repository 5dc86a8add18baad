from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "shapan.jobs"

    def ready(self):
        from shapan.jobs import hooks  # noqa: F401, PLC0415 -- apps are loaded now
