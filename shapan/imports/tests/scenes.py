"""Imports for tests; counting what an import did: by its report, and in the database table by table."""

import csv
import io
from datetime import date

from django.db import connection

from shapan.imports import actions, jobs, queries
from shapan.imports.terms import FileKind, Status
from shapan.search.tests.stored import kept as what_is_found

TODAY = date(2026, 6, 1)


def counted(report):
    return tuple(report[name] for name in ("created", "updated", "unchanged", "rejected"))


def every_table():
    with connection.cursor() as cursor:
        tables = [t for t in connection.introspection.table_names(cursor) if t != "django_session"]
        counts = {}
        for table in sorted(tables):
            cursor.execute(f'SELECT COUNT(*) FROM "{table}"')  # noqa: S608 -- our own tables
            counts[table] = cursor.fetchone()[0]
    return counts


def contents():
    """Every row of every table, but of the journal, which only grows, of the tasks and of the imports themselves; and
    but for versions and counters, which only rise.
    """
    kept_apart = ("search_entry", "journal_", "imports_", "jobs_", "django_tasks", "django_session", "sqlite_")
    with connection.cursor() as cursor:
        tables = [t for t in connection.introspection.table_names(cursor) if not t.startswith(kept_apart)]
        rows = {}
        for table in sorted(tables):
            columns = [c.name for c in connection.introspection.get_table_description(cursor, table)]
            kept = ", ".join(f'"{name}"' for name in columns if name != "version")
            cursor.execute(f'SELECT {kept} FROM "{table}"')  # noqa: S608 -- our own tables
            rows[table] = sorted(map(repr, cursor.fetchall()))
    return rows | {"found": what_is_found()}


def table(rows):
    """Rows as the bytes of a CSV."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def upload(actor, rows, *, kind=FileKind.PEOPLE, source="", name="file.csv", today=TODAY):
    """A file taken in whose columns are still to be named; its number."""
    content = table(rows) if isinstance(rows, list) else rows
    told = {"kind": kind, "source": source, "name": name, "chunks": [content], "today": today}
    return actions.take_in(actor=actor, **told).pk


def check(actor, import_id, work, *, account_id=None, today=TODAY):
    """Take the columns as they are understood, and let a worker do the dry run."""
    who = {"actor": actor, "import_id": import_id, "today": today}
    names = {one.header: one.name for one in queries.sheet(**who).headers}
    actions.choose_columns(**who, version=1, names=names, account_id=account_id)
    jobs.hand_over(**who, to=Status.CHECKING)
    work()


def go_on(actor, import_id, work, to, *, today=TODAY):
    """Let a worker store it, or take it back."""
    jobs.hand_over(actor=actor, import_id=import_id, to=to, today=today)
    work()
