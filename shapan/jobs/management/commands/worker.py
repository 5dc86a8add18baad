"""`shapan worker`: runs the tasks that pages leave behind, until told to stop."""

import signal

from django.core.management import BaseCommand

from shapan.jobs.worker import Worker


class Command(BaseCommand):
    help = "Run background tasks. Needed beside `shapan serve` on PostgreSQL; on SQLite the server runs them itself."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--once", action="store_true", help="run what waits now, then end")

    def handle(self, *, once: bool, **_) -> None:
        worker = Worker()
        if once:
            worker.work()
            return
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: worker.stop())
        self.stdout.write("Shapan's worker is running.  (stop with Ctrl-C)")
        self.stdout.flush()
        worker.run()
