from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "shapan.search"

    def ready(self):
        from shapan.search import hooks  # noqa: F401, PLC0415 -- apps are loaded now
