"""Keeping the index in step: called by whoever writes, inside the writer's transaction, so that both stand or fall."""

from collections.abc import Callable, Iterable

from django.db import connection, transaction

from shapan.foundation.bulk import parts
from shapan.search import engines, registry
from shapan.search.rules.documents import terms

AT_ONCE = 2000


def index(kind: str, ids: Iterable[int]) -> None:
    """These rows are new, say something else than before, or are gone."""
    if not connection.in_atomic_block:
        raise RuntimeError("The index and the change it follows belong in one transaction.")
    for part in parts(ids, AT_ONCE):
        _put(registry.kind(kind), part)


def place(kind: str, ids: Iterable[int]) -> None:
    """These rows can now be reached through other accounts, and with them what is seen through them."""
    known = list(ids)
    index(kind, known)
    for follower, theirs in registry.followers(kind):
        for part in parts(known):
            index(follower, theirs(part))


def rebuild(*, told: Callable[[int], None] = lambda _rows: None) -> int:
    """The whole index from the rows themselves, some thousand in one transaction; returns how many. Search finds the
    less the less has been built, and whatever is written meanwhile is indexed as always.
    """
    with transaction.atomic():
        engines.here().clear()
    count = 0
    for kind in registry.kinds():
        for ids in _in_order(kind):
            with transaction.atomic():
                _put(kind, ids)
            count += len(ids)
            told(len(ids))
    with transaction.atomic():
        engines.here().settle()
    return count


def _put(kind: registry.Kind, ids: list[int]) -> None:
    letter = engines.letter(kind.number)
    found = kind.documents(ids)
    engines.here().put((engines.entry(kind.number, key), terms(document, letter)) for key, document in found.items())
    if gone := [engines.entry(kind.number, key) for key in ids if key not in found]:
        engines.here().forget(gone)


def _in_order(kind: registry.Kind):
    last = 0
    while True:
        rows = kind.rows().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)
        ids = list(rows[:AT_ONCE])
        if not ids:
            return
        yield ids
        last = ids[-1]
