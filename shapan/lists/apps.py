from django.apps import AppConfig


class ListsConfig(AppConfig):
    name = "shapan.lists"

    def ready(self):
        from shapan.lists import hooks  # noqa: F401, PLC0415 -- apps are loaded now
