"""`shapan search TEXT [--as USER] [--json]`: what the search box finds, in the terminal."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table
from rich.text import Text

from shapan.identity import queries as identity
from shapan.search import queries, registry
from shapan.search.queries import Hit
from shapan.sources import queries as sources

MOST = 10  # of one kind


class Command(BaseCommand):
    help = "Find people, companies, posts and contacts by a piece of text, pinyin or its initials."

    def add_arguments(self, parser):
        parser.add_argument("text", nargs="+")
        parser.add_argument("--as", dest="user", help="Look with the eyes of this user; the system's when absent.")
        parser.add_argument("--json", action="store_true", help="JSON for machines.")
        parser.add_argument("--limit", type=int, default=MOST, help=f"How many of each kind ({MOST}).")

    def handle(self, *_args, text, user, **options):
        actor = identity.user_called(user) if user else identity.system_actor()
        if actor is None:
            raise CommandError(f"There is no user called {user}.")
        if options["limit"] < 1:
            raise CommandError("--limit must be 1 or more.")
        asked = " ".join(text)
        answer = queries.search(actor=actor, text=asked, today=localdate(), most=options["limit"])
        if options["json"]:
            told = {"query": asked, "results": as_json(answer.hits)}
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            self._show(answer)

    def _show(self, answer):
        table = Table(box=None, show_header=False, pad_edge=False)
        labels = {group.kind: str(group.label) for group in answer.groups}
        for hit in answer.hits:
            name = Text.assemble(*((piece.text, "bold" if piece.marked else "") for piece in hit.name))
            table.add_row(labels[hit.kind], name, hit.where_plain, "".join(piece.text for piece in hit.note))
        if answer.hits:
            Console(file=self.stdout).print(table)
        else:
            self.stdout.write(_("Nothing found."))


def as_json(hits: list[Hit]) -> list[dict]:
    """`key` is the key an outside system knows the row by, else its number as #7."""
    keys = {
        kind.name: sources.keys_of(kind.source or kind.name, [hit.id for hit in hits if hit.kind == kind.name])
        for kind in registry.kinds()
    }
    return [
        {
            "kind": hit.kind,
            "key": keys[hit.kind].get(hit.id, f"#{hit.id}"),
            "name": hit.plain,
            "where": hit.where_plain,
        }
        for hit in hits
    ]
