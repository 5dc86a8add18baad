"""Which SQLite is driven.

Versions 3.7.0 to 3.51.2 can corrupt a database in WAL mode when a reset of the log races with a checkpoint
(https://sqlite.org/wal.html#walresetbug), and long-lived distributions link one of them. `sqlcipher3` brings its
own, newer SQLite; unless a key is set it reads and writes ordinary files. Where only an affected library is at hand
we run it with a rollback journal: slower, readers wait for writers, and safe.

Trap: one process must never open the same file through two SQLite libraries. Closing one drops the other's locks.
"""

import sqlite3
from datetime import date, datetime
from decimal import Decimal
from types import ModuleType

from django.db.backends.sqlite3.base import adapt_date, adapt_datetime, decoder
from django.utils.dateparse import parse_date, parse_datetime, parse_time

SAFE_IN_WAL = (3, 51, 3)


def is_safe_in_wal(version: tuple[int, ...]) -> bool:
    return version >= SAFE_IN_WAL


def choose() -> ModuleType:
    """The bundled library when it is installed and safe, otherwise Python's own."""
    try:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 -- optional on platforms without a wheel
    except ImportError:
        return sqlite3
    return dbapi2 if is_safe_in_wal(dbapi2.sqlite_version_info) else sqlite3


def teach(module: ModuleType) -> None:
    """What Django teaches Python's sqlite3 when it is imported, for a driver that Django does not know."""
    for kind, convert in {
        "bool": b"1".__eq__,
        "date": decoder(parse_date),
        "time": decoder(parse_time),
        "datetime": decoder(parse_datetime),
        "timestamp": decoder(parse_datetime),
    }.items():
        module.register_converter(kind, convert)
    module.register_adapter(Decimal, str)
    module.register_adapter(date, adapt_date)
    module.register_adapter(datetime, adapt_datetime)


DRIVER = choose()
teach(DRIVER)
