"""One command from a fresh installation to a running server; a second start skips what is already done."""

from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from shapan.foundation import server, staticfiles


class Command(BaseCommand):
    help = "Prepare the database and the static files, then serve."
    requires_system_checks = ()  # run in handle(), with the database's own among them

    def add_arguments(self, parser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, help="processes (default: 1 on SQLite, 2 on PostgreSQL)")

    def handle(self, *, host: str, port: int, workers: int | None, **_) -> None:
        if workers is not None and workers < 1:
            raise CommandError("--workers must be 1 or more.")
        self.check(databases=["default"])
        self._migrate()
        if staticfiles.collect():
            self.stdout.write("Static files are ready.")
        on_sqlite = connection.vendor == "sqlite"
        connections.close_all()  # a connection must not be shared with the processes forked from this one
        server.run(
            host=host,
            port=port,
            workers=workers or (1 if on_sqlite else 2),  # SQLite's fair queue of writers is per process
            threads=8 if on_sqlite else 4,
            ready=lambda: self._announce(host, port),
        )

    def _migrate(self) -> None:
        """Asking first takes a tenth of what `migrate` takes when it finds nothing to do."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database …")
            call_command("migrate", interactive=False, verbosity=0)

    def _announce(self, host: str, port: int) -> None:
        name = f"[{host}]" if ":" in host else host
        self.stdout.write(self.style.SUCCESS(f"Shapan is at http://{name}:{port}/  (stop with Ctrl-C)"))
        self.stdout.flush()
