from django.apps import AppConfig


class RelationshipsConfig(AppConfig):
    name = "shapan.relationships"

    def ready(self):
        from shapan.relationships import hooks  # noqa: F401, PLC0415 -- apps are loaded now
