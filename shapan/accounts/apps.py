from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "shapan.accounts"

    def ready(self):
        from shapan.accounts import hooks  # noqa: F401, PLC0415 -- apps are loaded now
