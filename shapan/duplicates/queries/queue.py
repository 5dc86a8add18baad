"""Pairs that look alike, among what the actor may edit; and, while somebody types, who is known already.

Never all pairs: entries are compared only when they share a key (the same mail, the end of the same phone number, the
same name, the same sound), block by block, in a fixed number of queries.
"""

from dataclasses import dataclass
from datetime import date
from itertools import combinations

from django.db.models import Count

from shapan.duplicates import policies, registry
from shapan.duplicates.registry import Kind
from shapan.duplicates.rules.likeness import Likeness, Look, Weights, keys, likeness

BLOCKS = 150  # blocks looked through for one page
CROWD = 12  # a key that more entries share tells nothing: a common name, a switchboard
HINTS = 5
WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Like:
    """A known entry that looks like what is being typed."""

    look: Look
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries under suspicion; the older one first."""

    first: Look
    second: Look
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Queue:
    """`next` continues after the blocks looked through here; empty at the end."""

    pairs: tuple[Pair, ...]
    next: str


def suspects(*, actor, kind: str, today: date, after: str = "") -> Queue:
    """The most alike first, of the blocks that follow `after`."""
    what = registry.KINDS[kind]
    mine = policies.keys_of(what.editable(actor, today), what)
    shared = mine.filter(key__gt=after).values("key").annotate(entries=Count("pk"))
    shared = shared.filter(entries__gt=1, entries__lte=CROWD).order_by("key").values_list("key", flat=True)
    found = list(shared[: BLOCKS + 1])
    blocks: dict[str, list[int]] = {key: [] for key in found[:BLOCKS]}
    for key, pk in mine.filter(key__in=blocks).order_by("object_id").values_list("key", "object_id"):
        blocks[key].append(pk)
    looks = what.looks(sorted({pk for block in blocks.values() for pk in block}), actor=actor, today=today)
    pairs = _pairs(what, blocks, looks, after)
    return Queue(tuple(sorted(pairs, key=_order)), found[BLOCKS - 1] if len(found) > BLOCKS else "")


def hints(*, actor, kind: str, typed: Look, today: date, around=()) -> list[Like]:
    """Entries the actor knows that look like what is typed; `around` are ids compared though they share no key."""
    what = registry.KINDS[kind]
    known = policies.keys_of(what.known(actor, today), what).filter(key__in=keys(typed))
    ids = {*known.order_by("key", "object_id").values_list("object_id", flat=True)[:50], *around}
    looks = what.looks(sorted(ids), actor=actor, today=today)
    found = [Like(look, likeness(typed, look, WEIGHTS)) for look in looks.values()]
    alike = [like for like in found if like.likeness.value >= WEIGHTS.hint]
    return sorted(alike, key=lambda like: (-like.likeness.value, like.look.id))[:HINTS]


def _pairs(kind: Kind, blocks: dict[str, list[int]], looks: dict[int, Look], after: str) -> list[Pair]:
    """Each pair once: with the first key it shares, and only if nobody has told the two apart."""
    together = {pair for block in blocks.values() for pair in combinations([pk for pk in block if pk in looks], 2)}
    told = policies.told_apart(kind, {pk for pair in together for pk in pair})
    apart = set(told.values_list("first_id", "second_id"))
    found = []
    for first, second in sorted(together - apart):
        one, other = looks[first], looks[second]
        if any(key <= after for key in keys(one) & keys(other)):
            continue  # stood on a page before
        alike = likeness(one, other, WEIGHTS)
        if alike.value >= WEIGHTS.queue:
            found.append(Pair(one, other, alike))
    return found


def _order(pair: Pair):
    return -pair.likeness.value, pair.first.id, pair.second.id
