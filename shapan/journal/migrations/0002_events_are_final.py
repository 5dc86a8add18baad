"""The database itself refuses to change or delete an event, on both engines."""

from django.db import migrations

SQLITE = [
    "CREATE TRIGGER journal_event_no_{verb} BEFORE {VERB} ON journal_event "
    "BEGIN SELECT RAISE(ABORT, 'journal events are final'); END",
]
POSTGRESQL = [
    "CREATE OR REPLACE FUNCTION journal_event_is_final() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'journal events are final' USING ERRCODE = 'restrict_violation'; END $$",
    "CREATE TRIGGER journal_event_final BEFORE UPDATE OR DELETE ON journal_event "
    "FOR EACH ROW EXECUTE FUNCTION journal_event_is_final()",
]
UNDO_POSTGRESQL = [
    "DROP TRIGGER journal_event_final ON journal_event",
    "DROP FUNCTION journal_event_is_final()",
]


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        statements = POSTGRESQL
    else:
        statements = [line.format(verb=verb.lower(), VERB=verb) for line in SQLITE for verb in ("UPDATE", "DELETE")]
    for statement in statements:
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        statements = UNDO_POSTGRESQL
    else:
        statements = ["DROP TRIGGER journal_event_no_update", "DROP TRIGGER journal_event_no_delete"]
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard, elidable=False)]
