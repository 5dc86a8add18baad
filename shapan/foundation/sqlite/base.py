"""The database engine `shapan.foundation.sqlite`: every override says what would go wrong without it."""

import time

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from django.db.backends.sqlite3 import base, features
from django.db.backends.sqlite3._functions import register as register_functions

from shapan.foundation.sqlite import queue
from shapan.foundation.sqlite.driver import DRIVER, is_safe_in_wal

Database = DRIVER
PATIENCE = 20.0  # seconds a writer waits before it is refused
JOURNALS = {"WAL", "DELETE", "TRUNCATE", "PERSIST"}
SYNCHRONOUS = {"OFF", "NORMAL", "FULL", "EXTRA"}


class DatabaseFeatures(features.DatabaseFeatures):
    # Django assumes the limit SQLite had before 2020; batches of 999 values make imports several times slower.
    max_query_params = 32_766


class Cursor(DRIVER.Cursor):
    """Django's cursor on our driver: its own is a subclass of the other driver's cursor class."""

    convert_query = base.SQLiteCursorWrapper.convert_query

    def execute(self, query, params=None):
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, dict) else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query, param_list):
        rows = list(param_list)
        names = list(rows[0]) if rows and isinstance(rows[0], dict) else None
        return super().executemany(self.convert_query(query, param_names=names), rows)


class DatabaseWrapper(base.DatabaseWrapper):
    Database = DRIVER  # Django maps this module's exceptions to its own: IntegrityError, OperationalError
    features_class = DatabaseFeatures

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._turn: queue.WriteQueue | None = None

    def get_connection_params(self):
        params = super().get_connection_params()
        # Without IMMEDIATE a transaction that reads first and writes later fails at once when another wrote between.
        self.transaction_mode = self.transaction_mode or "IMMEDIATE"
        params["timeout"] = self.patience = float(params.get("timeout", PATIENCE))
        safe = is_safe_in_wal(DRIVER.sqlite_version_info)
        self.journal = _one_of(JOURNALS, params.pop("journal_mode", "WAL" if safe else "DELETE"), "journal_mode")
        # With WAL, NORMAL loses acknowledged commits when the power fails.
        self.synchronous = _one_of(SYNCHRONOUS, params.pop("synchronous", "FULL"), "synchronous")
        return params

    def get_new_connection(self, conn_params):
        """As Django's, which names its own driver."""
        connection = DRIVER.connect(**conn_params)
        register_functions(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA legacy_alter_table = OFF")
        self._set_journal(connection)
        connection.execute(f"PRAGMA synchronous = {self.synchronous}")
        for command in filter(None, map(str.strip, self.init_commands)):
            connection.execute(command)
        return connection

    def _set_journal(self, connection) -> None:
        """SQLite changes the journal of a new file without waiting: two first connections at once collide."""
        give_up = time.monotonic() + self.patience
        while True:
            try:
                connection.execute(f"PRAGMA journal_mode = {self.journal}")
            except DRIVER.OperationalError:
                if time.monotonic() > give_up:
                    raise
                time.sleep(0.01)
            else:
                return

    def create_cursor(self, name=None):  # noqa: ARG002 -- the signature is Django's
        return self.connection.cursor(factory=Cursor)

    def _start_transaction_under_autocommit(self):
        """Queue before BEGIN IMMEDIATE, so that turns follow arrival."""
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._end_turn()
            raise

    def _commit(self):
        super()._commit()  # when it fails Django rolls back or closes, and the turn ends there
        self._end_turn()

    def _rollback(self):
        super()._rollback()
        self._end_turn()

    def _close(self):
        try:
            super()._close()
        finally:
            self._end_turn()

    def _take_turn(self) -> None:
        if self.is_in_memory_db():
            return  # private to this process, or a test's, whose threads share one connection
        turn = queue.of(str(self.settings_dict["NAME"]))
        if not turn.enter(self.patience):
            raise OperationalError("database is locked: other writers of this process took too long")
        self._turn = turn

    def _end_turn(self) -> None:
        turn, self._turn = self._turn, None
        if turn:
            turn.leave()


def _one_of(allowed: set[str], value: str, option: str) -> str:
    """The value goes into a PRAGMA as it stands, so nothing unknown may pass."""
    if str(value).upper() not in allowed:
        raise ImproperlyConfigured(f"DATABASES OPTIONS {option!r} must be one of {', '.join(sorted(allowed))}.")
    return str(value).upper()
