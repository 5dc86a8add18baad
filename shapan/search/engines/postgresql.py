"""A tsvector of our own terms under a GIN index. `search_entry` is made by the migration.

Entries come in order, a few at a time: what one in fifty holds is soonest found by walking along the keys, what is
rare by the index. The planner takes every rare term for a common one and walks through a million rows, so we say
which: along `id` it may walk, along `id + 0` it cannot.
"""

import math
import time
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from django.db import connection

from shapan.search.rules.questions import All, Expression

OFTEN = 0.02
KEEP = 600  # seconds the shares are kept


def statement(asks: Sequence) -> tuple[str, list]:
    """One statement for several questions; each row says to which question it is an answer."""
    parts, values = [], []
    often = common_terms(int(time.monotonic() // KEEP))
    for number, ask in enumerate(asks):
        walk = share(ask.expression, ask.letter, often) >= OFTEN
        place = "id" if walk else "id + 0"
        parts.append(
            f"SELECT * FROM (SELECT {number} AS ask, id FROM search_entry WHERE terms @@ %s::tsquery"  # noqa: S608 -- numbers of ours
            f" AND {place} > %s AND {place} < %s ORDER BY {place} {'DESC' if ask.newest_first else 'ASC'}"
            f" LIMIT {ask.limit}) AS ask_{number}"
        )
        values += [said(ask.expression, ask.letter), *ask.bounds]
    return " UNION ALL ".join(parts), values


@cache
def common_terms(_minutes: int) -> Mapping[str, float]:
    """{term: the share of all rows that hold it}, as the last ANALYZE found the most common; asked anew by and by."""
    common_terms.cache_clear()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT most_common_elems::text::text[], most_common_elem_freqs FROM pg_stats"
            " WHERE schemaname = current_schema() AND tablename = 'search_entry' AND attname = 'terms'"
        )
        found = cursor.fetchone()
    return dict(zip(found[0], found[1], strict=False)) if found and found[0] else {}


def share(expression: Expression, letter: str, often: Mapping[str, float]) -> float:
    """About how much of all rows answers, as if terms fell together by chance."""
    if isinstance(expression, str):
        return often.get(letter + expression, 0.0)
    parts = [share(one, letter, often) for one in expression.of]
    return math.prod(parts) if isinstance(expression, All) else min(1.0, sum(parts))


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
