from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "shapan.foundation"

    def ready(self) -> None:
        from shapan.foundation import checks  # noqa: F401, PLC0415 -- importing registers; models are not ready earlier
