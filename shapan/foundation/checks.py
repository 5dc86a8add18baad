"""Installations that must not run, and what to do about each.

`shapan serve` refuses to start while one of the errors stands. What SQLite really does is read back from an empty
database opened with the same settings, so it does not matter which option or start-up command asked for it.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004 -- Django's name for it
from django.db import connections

from shapan.foundation.sqlite.driver import SAFE_IN_WAL, is_safe_in_wal

FULL = 2  # as PRAGMA synchronous answers
KEY_LENGTH = 50
POSTGRESQL = 150_000


@register(Tags.security)
def secret_key_is_long(**_) -> list[CheckMessage]:
    if settings.DEBUG or len(settings.SECRET_KEY) >= KEY_LENGTH:
        return []
    hint = (
        "Remove SHAPAN_SECRET_KEY, then Shapan makes a key of its own and keeps it in SHAPAN_HOME; or set a longer one."
    )
    return [Error(f"The secret key is shorter than {KEY_LENGTH} characters.", hint=hint, id="shapan.E003")]


@register(Tags.security)
def hosts_are_named(**_) -> list[CheckMessage]:
    if settings.DEBUG or "*" not in settings.ALLOWED_HOSTS:
        return []
    hint = "Name the hosts this server is reached by: SHAPAN_ALLOWED_HOSTS=crm.example.com"
    return [Error("The server answers to any host name, so links can be forged.", hint=hint, id="shapan.E004")]


@register()
def sqlite_keeps_what_it_acknowledged(**_) -> list[CheckMessage]:
    ours = (connections[alias] for alias in connections)
    return [message for connection in ours if connection.vendor == "sqlite" for message in _judged(connection)]


def _judged(connection) -> list[CheckMessage]:
    synchronous, journal, version = _read_back(connection)
    spelled = ".".join(map(str, version))
    if synchronous < FULL:
        hint = "Remove the option `synchronous` from DATABASE_URL or DATABASES; FULL is the default."
        return [Error("SQLite may lose acknowledged changes on power failure.", hint=hint, id="shapan.E001")]
    if is_safe_in_wal(version):
        return []
    newer = f"Install the package sqlcipher3, which brings SQLite {'.'.join(map(str, SAFE_IN_WAL))} or newer"
    if journal == "wal":
        hint = f"{newer}, or remove the option `journal_mode`."
        return [Error(f"SQLite {spelled} can corrupt a database in WAL mode.", hint=hint, id="shapan.E002")]
    says = f"SQLite {spelled} is run with a rollback journal: readers wait while somebody writes."
    return [Warning(says, hint=f"{newer}.", id="shapan.W001")]


def _read_back(connection) -> tuple[int, str, tuple[int, ...]]:
    with TemporaryDirectory() as folder:
        params = connection.get_connection_params() | {"database": Path(folder) / "empty.sqlite3"}
        raw = connection.get_new_connection(params)
        try:
            synchronous, journal = (
                raw.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "journal_mode")
            )
        finally:
            raw.close()
    return synchronous, journal, connection.Database.sqlite_version_info


@register(Tags.database)
def postgresql_is_recent(databases=None, **_) -> list[CheckMessage]:
    """Asked of the server itself, so only where Django has been told to look at databases."""
    return [
        Error(
            f"PostgreSQL 15 or newer is needed, the server of {alias!r} is older.",
            hint="Upgrade the server (pg_upgrade keeps the data) or name another one in DATABASE_URL.",
            id="shapan.E005",
        )
        for alias in databases or ()
        if connections[alias].vendor == "postgresql" and connections[alias].pg_version < POSTGRESQL
    ]
