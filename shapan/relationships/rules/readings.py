"""A number together with what it was made of, so that every figure on screen can be opened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One summand. `seat` and `person_id` say whose it is; the factors are None where they do not apply or are
    unknown; `value` is what it adds to the numerator.
    """

    seat: str
    person_id: int | None
    weight: float
    value: float
    level: int | None = None
    warmth: float | None = None
    gate: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """value = numerator / denominator, or None when it is not to be reported (`note` says why)."""

    value: float | None
    numerator: float
    denominator: float
    parts: tuple[Term, ...]
    note: str = ""


def ratio(parts: tuple[Term, ...], denominator: float, note: str = "") -> Reading:
    """The sum of the parts over the denominator; None when there is nothing to divide by."""
    numerator = sum(part.value for part in parts)
    return Reading(numerator / denominator if denominator else None, numerator, denominator, parts, note)
