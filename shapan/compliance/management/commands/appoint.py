"""`shapan appoint NAME`: who reads and decides what is in quarantine."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shapan.compliance import actions
from shapan.identity import queries as identity


class Command(BaseCommand):
    help = "Appoint a colleague to compliance: the only role that reads what is in quarantine. Not an administrator."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *_args, username, **_options):
        user = identity.user_called(username)
        if user is None:
            raise CommandError(_("There is no user called {name}.").format(name=username))
        try:
            actions.appoint_officer(user_id=user.pk, today=localdate())
        except actions.ComplianceRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(_("{name} is compliance from today.").format(name=user.name))
