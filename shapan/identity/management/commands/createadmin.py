"""`shapan createadmin`: the first colleague who can sign in."""

import getpass
import os

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shapan.identity import actions
from shapan.identity.terms import Role


class Command(BaseCommand):
    help = (
        "Create a colleague who administers Shapan and sees all accounts, as the key-account office does. "
        "The password is asked for, or taken from SHAPAN_ADMIN_PASSWORD."
    )

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument("--name", default="", help="As colleagues know the person; the user name when absent.")
        parser.add_argument("--email", default="")

    def handle(self, *_args, username, name, email, **_options):
        call_command("migrate", verbosity=0)
        password = os.environ.get("SHAPAN_ADMIN_PASSWORD") or getpass.getpass(_("Password: "))
        try:
            validate_password(password)
            user = actions.enrol_user(username=username, name=name or username, email=email, password=password)
        except (ValidationError, actions.IdentityRefused) as refusal:
            said = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
            raise CommandError(" ".join(said)) from refusal
        for role in (Role.ADMINISTRATOR, Role.KEY_ACCOUNT_OFFICE):
            actions.give_role(user=user, role=role, today=localdate())
        self.stdout.write(_("{name} can sign in as {username}.").format(name=user.name, username=user.username))
