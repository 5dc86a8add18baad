from django.apps import AppConfig


class DuplicatesConfig(AppConfig):
    name = "shapan.duplicates"

    def ready(self):
        from shapan.duplicates import hooks  # noqa: F401, PLC0415 -- apps are loaded now
