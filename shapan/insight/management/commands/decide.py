"""`shapan decide ACCOUNT --amount N [--category C] [--json] [--as USER]`: who decides, and how we stand with them."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shapan.insight import console
from shapan.insight.management.commands.house import account_called, looking_as
from shapan.kernel.amounts import read_amount
from shapan.relationships.queries import who_decides


class Command(BaseCommand):
    help = "Say who decides at an amount in a category, how we stand with each of them, and what is missing."

    def add_arguments(self, parser):
        parser.add_argument("account", help="The account's exact name, its outside key, or its number as #7.")
        parser.add_argument("--amount", required=True, help="12000000, 12m or 1200万.")
        parser.add_argument("--category", default="", help="What is bought; all other purchases when absent.")
        parser.add_argument("--json", action="store_true", help="JSON for machines.")
        parser.add_argument("--as", dest="user", help="Look with the eyes of this user; the system's when absent.")

    def handle(self, *_args, account, amount, category, user, **options):
        actor, today = looking_as(user), localdate()
        number = read_amount(amount)
        if number is None:
            raise CommandError(_("Write an amount: 12,000,000, 12m or 1200万."))
        facts = account_called(account, actor, today)
        answer = who_decides(actor=actor, account_id=facts.id, amount=number, category=category, today=today)
        if options["json"]:
            self.stdout.write(json.dumps(console.path_as_json(answer), ensure_ascii=False, indent=2))
        else:
            console.show_path(answer, self.stdout)
