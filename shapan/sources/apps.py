from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "shapan.sources"
