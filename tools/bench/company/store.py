"""Rows into tables as fast as each database takes them: no statement, index or foreign-key check a row.

Values are plain text and numbers, dates in ISO form, so that `executemany` and COPY both take them unprepared.
"""

from collections import defaultdict
from contextlib import contextmanager
from datetime import UTC, date, datetime

from django.apps import apps
from django.db import connection, models

FLUSH = 20_000
COLUMNS = {
    "identity_unit": "id name parent_id",
    "identity_user": "id username email name title unit_id manager_id",
    "identity_post": "id unit_id title holder_id heads",
    "identity_roleholding": "id user_id role started_on",
    "accounts_account": "id name parent_id tier industry ownership country revenue currency employees founded",
    "accounts_accountrole": "id account_id role started_on",
    "accounts_department": "id account_id name relevant",
    "people_person": "id name latin_name",
    "people_contactpoint": "id person_id kind value",
    "people_post": "id account_id department_id title grade parent_id",
    "people_appointment": "id person_id post_id started_on ended_on",
    "people_personlink": "id person_id other_id kind evidence recorded_by_id started_on",
    "teams_seat": "id account_id holder_id role started_on",
    "access_grant": "id account_id user_id level reason since",
    "decisions_decisionunit": "id account_id name is_default",
    "decisions_decisionseat": "id unit_id code required",
    "decisions_seatholder": "id seat_id person_id influence share confidence started_on",
    "interactions_interaction": (
        "id account_id kind held_on purpose outcome quote next_step next_on effective logged_by_id logged_at"
    ),
    "interactions_interactionperson": "id interaction_id person_id",
    "interactions_interactioncolleague": "id interaction_id colleague_id",
    "interactions_promise": "id interaction_id account_id person_id text owner_id due_on kept_on",
    "journal_event": "id at actor_id tag subject_id account_id person_id particulars",
    "relationships_evidence": (
        "id account_id person_id criterion level statement observed_on recorded_by_id recorded_on verified_by_id "
        "verified_on"
    ),
    "relationships_claim": "id account_id person_id level claimed_by_id claimed_on reason",
    "relationships_target": "id account_id person_id level set_on due_on set_by_id",
    "relationships_indicatorreading": "id account_id indicator value statement observed_on recorded_by_id",
    "opportunities_opportunity": (
        "id account_id owner_id name amount currency category route stage opened_on expected_on decided_on"
    ),
    "opportunities_stagechange": "id opportunity_id before after on by_id why",
    "intelligence_competitorstanding": (
        "id account_id person_id competitor_id level observed_on statement recorded_by_id"
    ),
}


class Store:
    """Collects rows by table and writes them in large batches; keys are counted here."""

    def __init__(self):
        self.waiting: dict[str, list[tuple]] = defaultdict(list)
        self.last: dict[str, int] = {table: _last(table) for table in COLUMNS}  # the system actor is there already
        self.rest = {table: _defaults(table, columns.split()) for table, columns in COLUMNS.items()}

    def add(self, table: str, *row) -> int:
        """One row in the order of COLUMNS, without the id, which is returned."""
        key = self.last[table] = self.last[table] + 1
        rows = self.waiting[table]
        rows.append((key, *row, *self.rest[table][1]))
        if len(rows) >= FLUSH:
            self._flush(table)
        return key

    def close(self) -> None:
        for table in COLUMNS:
            self._flush(table)

    def _flush(self, table: str) -> None:
        rows, columns = self.waiting.pop(table, []), [*COLUMNS[table].split(), *self.rest[table][0]]
        write_rows(connection.connection, table, columns, rows)


def write_rows(raw, table: str, columns: list[str], rows: list[tuple]) -> None:
    """COPY on PostgreSQL, executemany on SQLite; `raw` is the driver's connection."""
    listed = ", ".join(f'"{name}"' for name in columns)
    if connection.vendor == "postgresql":
        with raw.cursor() as cursor, cursor.copy(f"COPY {table} ({listed}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    else:
        marks = ", ".join("?" * len(columns))
        raw.executemany(f"INSERT INTO {table} ({listed}) VALUES ({marks})", rows)


def _last(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(max(id), 0) FROM {table}")
        return cursor.fetchone()[0]


def _defaults(table: str, given: list[str]) -> tuple[list[str], tuple]:
    """Columns the generator does not name and what the model puts there, so that new fields need no change here."""
    model = next(model for model in apps.get_models() if model._meta.db_table == table)
    fields = [field for field in model._meta.concrete_fields if field.column not in given]
    return [field.column for field in fields], tuple(_default(field) for field in fields)


def _default(field: models.Field):
    if isinstance(field, models.DateTimeField) and not field.null:
        return datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S")
    return date.today().isoformat() if isinstance(field, models.DateField) and not field.null else field.get_default()  # noqa: DTZ011 -- any day


@contextmanager
def bare_tables():
    """Foreign keys unchecked and indexes away while a company is written; then all is put back and analysed."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        indexes = _indexes(cursor)
        cursor.execute("SET session_replication_role = replica" if postgres else "PRAGMA foreign_keys = OFF")
        cursor.execute("SET timezone = 'UTC'" if postgres else "PRAGMA synchronous = OFF")
        for name, _sql in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        cursor.execute("BEGIN")
        yield
        cursor.execute("COMMIT")
        for _name, sql in indexes:
            cursor.execute(sql)
        if postgres:
            _set_sequences(cursor)
            cursor.execute("VACUUM ANALYZE")  # what autovacuum would have done by the time anybody works
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()  # forgets the settings above


def _indexes(cursor) -> list[tuple[str, str]]:
    """(name, how to make it again) of every index that is not a constraint's own."""
    if connection.vendor == "postgresql":
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY(%s)"
            " AND indexname NOT IN (SELECT conname FROM pg_constraint)",
            [list(COLUMNS)],
        )
    else:
        tables = ", ".join(f"'{table}'" for table in COLUMNS)
        cursor.execute(
            f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({tables})"
        )
    return cursor.fetchall()


def _set_sequences(cursor) -> None:
    for table in COLUMNS:
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
