"""`shapan house ACCOUNT [--json] [--at DATE] [--as USER]`: the house in the terminal, or as JSON."""

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shapan.accounts import queries as accounts
from shapan.identity import queries as identity
from shapan.insight import console
from shapan.relationships import queries as relationships
from shapan.sources import queries as sources


class Command(BaseCommand):
    help = "Show the relationship house of an account, as of any day."

    def add_arguments(self, parser):
        parser.add_argument("account", help="The account's exact name, its outside key, or its number as #7.")
        parser.add_argument("--json", action="store_true", help="JSON for machines.")
        parser.add_argument("--at", type=_day, help="The day to look at (YYYY-MM-DD); today when absent.")
        parser.add_argument("--as", dest="user", help="Look with the eyes of this user; the system's when absent.")

    def handle(self, *_args, account, user, **options):
        actor = looking_as(user)
        today = localdate()
        on = options["at"] or today
        facts = account_called(account, actor, max(today, on))
        house = relationships.house(actor=actor, account_id=facts.id, on=on, today=max(today, on))
        keys = sources.keys_of("person", [person.person_id for person in house.people])
        if options["json"]:
            self.stdout.write(json.dumps(console.as_json(house, keys), ensure_ascii=False, indent=2))
        else:
            console.show(house, self.stdout)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def looking_as(username: str | None):
    if not username:
        return identity.system_actor()
    actor = identity.user_called(username)
    if actor is None:
        raise CommandError(_("There is no user called {name}.").format(name=username))
    return actor


def account_called(text: str, actor, today: date):
    facts = accounts.account_named(text, actor=actor, today=today)
    if facts is None:
        ids = sources.objects_with_key("account", text)
        found = [accounts.account(actor=actor, account_id=pk, today=today) for pk in ids[:2]]
        known = [row for row in found if row is not None]
        facts = known[0] if len(known) == 1 else None
    if facts is None:
        told = _("There is no account called “{name}”, or more than one; name it by its number as #7.")
        raise CommandError(told.format(name=text))
    return facts
