"""What the index holds, for tests."""

from django.db import connection


def kept() -> dict[int, set[str]]:
    """{entry: its terms}, as the database itself tells."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT id, tsvector_to_array(terms) FROM search_entry")
            return {number: set(terms) for number, terms in cursor.fetchall()}
        cursor.execute("CREATE VIRTUAL TABLE temp.kept USING fts5vocab('main', 'search_entry', 'instance')")
        cursor.execute("SELECT doc, term FROM temp.kept")
        found = {}
        for number, term in cursor.fetchall():
            found.setdefault(number, set()).add(term)
        cursor.execute("DROP TABLE temp.kept")
        return found
