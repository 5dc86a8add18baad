from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "shapan.people"

    def ready(self):
        from shapan.people import hooks  # noqa: F401, PLC0415 -- apps are loaded now
