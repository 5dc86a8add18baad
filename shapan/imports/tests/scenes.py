"""Counting what an import did: by its report, and in the database table by table."""

from datetime import date

from django.db import connection

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
