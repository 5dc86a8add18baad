from django.apps import AppConfig


class ComplianceConfig(AppConfig):
    name = "shapan.compliance"

    def ready(self):
        from shapan.compliance import hooks  # noqa: F401, PLC0415 -- apps are loaded now
