from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "shapan.projects"

    def ready(self):
        from shapan.projects import hooks  # noqa: F401, PLC0415 -- apps are loaded now
