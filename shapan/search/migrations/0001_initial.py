"""The index: FTS5 without content on SQLite, a tsvector under GIN on PostgreSQL. No model: nothing reads it but us."""

from django.db import migrations

# Terms are ours, parted by spaces; every other printable sign belongs to a term.
SIGNS = "!#$%&()*+,-./:;<=>?@[]^_{|}~"
CONTENTLESS_DELETE = (3, 43, 0)
POSTGRESQL = (
    "CREATE TABLE search_entry (id bigint PRIMARY KEY, terms tsvector NOT NULL)",
    "CREATE INDEX search_entry_terms ON search_entry USING gin (terms) WITH (gin_pending_list_limit = 1024)",
)


def make(_apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in POSTGRESQL:
            schema_editor.execute(statement)
        return
    # An older SQLite cannot take rows out of an index without content: there it keeps the terms a second time.
    version = schema_editor.connection.Database.sqlite_version_info
    bare = ", content='', contentless_delete=1" if version >= CONTENTLESS_DELETE else ""
    with schema_editor.connection.cursor() as cursor:
        tokens = f"ascii tokenchars ''{SIGNS}''"
        cursor.execute(f"CREATE VIRTUAL TABLE search_entry USING fts5(terms, detail=none, tokenize='{tokens}'{bare})")


def drop(_apps, schema_editor):
    schema_editor.execute("DROP TABLE search_entry")


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunPython(make, drop)]
