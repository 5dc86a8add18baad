"""`shapan import KIND FILE…`: the company's own spreadsheets in."""

import json
import sys
import tomllib
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import Progress

from shapan.identity import queries as identity
from shapan.imports import engine, report
from shapan.imports.reading import FileRefused
from shapan.imports.terms import FileKind

NOTHING_DONE = 2
TOLD = 20  # rejected rows told in the terminal


class Command(BaseCommand):
    help = "Import the company's own lists from CSV, XLSX or vCard files. See docs/import.md."

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=[kind.value for kind in FileKind])
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--source", default="", help="The system the file comes from: its keys are remembered.")
        parser.add_argument("--map", type=Path, help='A TOML file of lines like: name = "Their header"')
        parser.add_argument("--show-map", action="store_true", help="Show which column was understood as what; stop.")
        parser.add_argument("--dry-run", action="store_true", help="Do everything and take it back.")
        parser.add_argument("--as", dest="user", help="Import with the rights of this user; the system's when absent.")
        parser.add_argument(
            "--accept", action="append", default=[], metavar="THEIRS=OURS",
            help="Take a name of the file for a name of ours; remembered for the source. May be given several times.",
        )  # fmt: skip
        parser.add_argument("--json", action="store_true", help="The report as JSON.")
        parser.add_argument("--errors", type=Path, metavar="FILE", help="Write the rejected rows there, with reasons.")

    def handle(self, *_args, kind, files, **options):
        call_command("migrate", verbosity=0)
        try:
            sys.exit(self._import(FileKind(kind), files, options))
        except (FileRefused, OSError, tomllib.TOMLDecodeError) as refusal:
            self._refuse(str(refusal), kind, options)

    def _import(self, kind: FileKind, files: list[Path], options) -> int:
        given = tomllib.loads(options["map"].read_text()) if options["map"] else {}
        pending = engine.prepare(kind, files, given)
        if options["show_map"]:
            self._show_map(pending)
            return 0
        actor = identity.user_called(options["user"]) if options["user"] else identity.system_actor()
        if actor is None:
            raise FileRefused(_("There is no user called {name}.").format(name=options["user"]))
        total = sum(len(one.table.lines) for one in pending)
        with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as bar:
            task = bar.add_task(kind.value, total=total)
            done = engine.run(
                kind,
                pending,
                actor=actor,
                today=localdate(),
                source=options["source"],
                accepted=dict(map(self._joined, options["accept"])),
                dry_run=options["dry_run"],
                progress=lambda rows: bar.advance(task, rows),
            )
        self._tell(done, pending, options)
        if not done.rejected:
            return 0
        return 1 if done.created + done.updated + done.unchanged else NOTHING_DONE

    def _joined(self, said: str) -> tuple[str, str]:
        theirs, equals, ours = said.partition("=")
        if not equals or not theirs.strip() or not ours.strip():
            raise FileRefused(_('Write --accept "THEIRS=OURS", as --accept "GTXPro=GTX Pro".'))
        return theirs.strip(), ours.strip()

    def _tell(self, done, pending, options):
        if options["errors"] and done.rejected:
            report.write_rejected(done, pending, options["errors"])
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(done), ensure_ascii=False))
            return
        self.stdout.write(report.summary(done))
        for line in (*report.near_misses(done), *report.sign_ins(done)):
            self.stdout.write(line)
        for item in done.rejected[:TOLD]:
            place = _("{file}, line {line}").format(file=item.file, line=item.line)
            self.stderr.write(f"{place}, {item.column}: {item.reason}" if item.column else f"{place}: {item.reason}")
        if len(done.rejected) > TOLD and not options["errors"]:
            self.stderr.write(
                _("… and {count} more; --errors FILE writes them all.").format(count=len(done.rejected) - TOLD)
            )

    def _show_map(self, pending):
        for one in pending:
            self.stdout.write(str(one.path))
            for name, place in one.understood.places.items():
                self.stdout.write(f"  {name} = {json.dumps(one.table.headers[place], ensure_ascii=False)}")
            for header in one.understood.ignored:
                self.stdout.write(_("  not understood: {header}").format(header=header))

    def _refuse(self, reason: str, kind: str, options):
        if options["json"]:
            told = {"kind": kind, "created": 0, "updated": 0, "unchanged": 0, "rejected": 0, "refused": reason}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        self.stderr.write(reason)
        sys.exit(NOTHING_DONE)
