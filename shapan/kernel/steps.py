"""Steps from state to state, and what each asks for. A guard says what is missing."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

State = TypeVar("State", bound=StrEnum)
Asked = TypeVar("Asked", bound=StrEnum)
Steps = Mapping[State, Mapping[State, tuple[Asked, ...]]]


def missing(steps: Steps[State, Asked], start: State, to: State, known: frozenset[Asked]) -> tuple[Asked, ...] | None:
    """What the step still needs, in the order to ask for it; None when no such step exists."""
    asked = steps[start].get(to)
    return None if asked is None else tuple(fact for fact in asked if fact not in known)
