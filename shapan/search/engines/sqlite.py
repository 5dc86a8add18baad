"""FTS5 without content: it keeps the terms of a row and nothing else. `search_entry` is made by the migration."""

from collections.abc import Iterable, Sequence

from django.db import connection

from shapan.search.rules.questions import All, Expression


def statement(asks: Sequence) -> tuple[str, list]:
    """One statement for several questions; each row says to which question it is an answer."""
    parts, values = [], []
    for number, ask in enumerate(asks):
        order = "DESC" if ask.newest_first else "ASC"
        parts.append(
            f"SELECT * FROM (SELECT {number}, rowid FROM search_entry WHERE search_entry MATCH %s"  # noqa: S608 -- numbers of ours
            f" AND rowid > %s AND rowid < %s ORDER BY rowid {order} LIMIT {ask.limit})"
        )
        values += [said(ask.expression, ask.letter), *ask.bounds]
    return " UNION ALL ".join(parts), values


def said(expression: Expression, letter: str) -> str:
    if isinstance(expression, str):
        return f'"{letter}{expression}"'
    joined = (" AND " if isinstance(expression, All) else " OR ").join(said(one, letter) for one in expression.of)
    return f"({joined})"


def put(entries: Iterable[tuple[int, str]]) -> None:
    """Store entries, in place of what stood there."""
    with connection.cursor() as cursor:
        cursor.executemany("INSERT OR REPLACE INTO search_entry (rowid, terms) VALUES (%s, %s)", entries)


def forget(numbers: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM search_entry WHERE rowid = %s", [(number,) for number in numbers])


def clear() -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_entry (search_entry) VALUES ('delete-all')")


def settle() -> None:
    """After a rebuild: one well-filled tree instead of many small ones."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_entry (search_entry) VALUES ('optimize')")
