"""`shapan reindex`: the search index from the data itself."""

import sys

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from shapan.search import actions, registry


class Command(BaseCommand):
    help = "Build the search index anew. Search finds less until it is done; everything else goes on."

    def handle(self, **_options):
        call_command("migrate", verbosity=0)
        total = sum(kind.rows().count() for kind in registry.kinds())
        columns = (TextColumn(_("Indexing")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as bar:
            task = bar.add_task("", total=total)
            count = actions.rebuild(told=lambda rows: bar.advance(task, rows))
        self.stdout.write(_("{count} entries in the index.").format(count=count))
