"""Build the demo company, or say where it is."""

from datetime import date

from django.core.management import BaseCommand, CommandError, call_command
from django.utils.timezone import localdate
from rich.progress import BarColumn, Progress, TextColumn

from shapan.demo import tour
from shapan.demo.build import build
from shapan.kernel.errors import Refused


class Command(BaseCommand):
    help = "Build the demo company: our colleagues, their customers, eighteen months of work."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--seed", type=int, default=7, help="another seed, other names and contacts (default 7)")
        parser.add_argument("--today", type=date.fromisoformat, help="the story's last day (default: today)")
        parser.add_argument(
            "--force", action="store_true", help="build it beside the companies that are already there; deletes nothing"
        )

    def handle(self, *, seed: int, today: date | None, force: bool, **_) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        today = today or localdate()
        if tour.is_here():
            self.stdout.write("演示公司已在此处，未作改动。 The demo is here already; nothing was changed.")
        elif not force and tour.holds_companies(localdate()):
            raise CommandError(
                "此处已有其他公司的数据，未作改动：请把 SHAPAN_HOME 指向空文件夹，或用 --force 与之并存。\n"
                "Other companies are kept here; nothing was changed. Point SHAPAN_HOME at an empty folder, or build "
                "the demo beside them with --force."
            )
        else:
            self._build(seed, today)
        tour.show()

    def _build(self, seed: int, today: date) -> None:
        columns = (
            TextColumn("建立演示公司 Building the demo company"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f}%"),
        )
        try:
            with Progress(*columns, transient=True) as progress:
                task = progress.add_task("", total=1.0)
                build(seed=seed, today=today, told=lambda part: progress.update(task, completed=part))
        except Refused as refusal:
            raise CommandError(f"未作改动。 Nothing was changed: {refusal}") from refusal
