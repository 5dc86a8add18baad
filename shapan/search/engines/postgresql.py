"""A tsvector of our own terms under a GIN index. `search_entry` is made by the migration."""

from collections.abc import Iterable, Sequence

from django.db import connection

from shapan.search.rules.questions import All, Expression


def statement(asks: Sequence) -> tuple[str, list]:
    """One statement for several questions; each row says to which question it is an answer."""
    parts, values = [], []
    for number, ask in enumerate(asks):
        order = "DESC" if ask.newest_first else "ASC"
        parts.append(
            f"SELECT * FROM (SELECT {number} AS ask, id FROM search_entry WHERE terms @@ %s::tsquery"  # noqa: S608 -- numbers of ours
            f" AND id > %s AND id < %s ORDER BY id {order} LIMIT {ask.limit}) AS ask_{number}"
        )
        values += [said(ask.expression, ask.letter), *ask.bounds]
    return " UNION ALL ".join(parts), values


def said(expression: Expression, letter: str) -> str:
    if isinstance(expression, str):
        return f"'{letter}{expression}'"
    joined = (" & " if isinstance(expression, All) else " | ").join(said(one, letter) for one in expression.of)
    return f"({joined})"


def put(entries: Iterable[tuple[int, str]]) -> None:
    """Store entries, in place of what stood there."""
    rows = [(number, "'" + terms.replace(" ", "' '") + "'" if terms else "") for number, terms in entries]
    forget([number for number, _terms in rows])
    with connection.cursor() as cursor, cursor.copy("COPY search_entry (id, terms) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def forget(numbers: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_entry WHERE id = ANY(%s)", [list(numbers)])


def clear() -> None:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE search_entry")


def settle() -> None:
    """After a rebuild: what autovacuum would do by and by."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('search_entry_terms')")
        cursor.execute("ANALYZE search_entry")
