"""The index on each database: the same entries, the same answers, each in its own SQL.

An entry is a number and its terms. A number is a kind's number and a row's id in one (`entry`); terms begin with a
letter of the kind, so that one kind is searched without touching the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

from django.db import connection

from shapan.search.engines import postgresql, sqlite
from shapan.search.rules.questions import Expression

SHIFT = 48


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the index: at most `limit` entries between two, in order, that answer the expression."""

    kind: int
    expression: Expression
    after: int | None
    limit: int
    newest_first: bool = False

    @property
    def letter(self) -> str:
        return letter(self.kind)

    @property
    def bounds(self) -> tuple[int, int]:
        """Both ends excluded."""
        low, high = entry(self.kind, 0), entry(self.kind + 1, 0)
        if self.after is None:
            return low, high
        here = entry(self.kind, self.after)
        return (low, here) if self.newest_first else (here, high)


def entry(kind: int, key: int) -> int:
    return (kind << SHIFT) + key


def key(number: int) -> int:
    return number & ((1 << SHIFT) - 1)


def letter(kind: int) -> str:
    return chr(ord("a") + kind)


def here() -> ModuleType:
    """The engine of the database in use."""
    return postgresql if connection.vendor == "postgresql" else sqlite


def find(asks: Sequence[Ask]) -> list[list[int]]:
    """For each question the keys that answer it."""
    found: list[list[int]] = [[] for _ in asks]
    if asks:
        with connection.cursor() as cursor:
            cursor.execute(*here().statement(asks))
            for number, answer in cursor.fetchall():
                found[number].append(key(answer))
    return found
