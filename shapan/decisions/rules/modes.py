"""How a customer decides on one kind of purchase (domain.md §7): who approves which amount, and what is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from shapan.decisions.terms import Authority, Entry, Gap, PurchasingModel


@dataclass(frozen=True, slots=True)
class Band:
    """From this amount on, up to the next band's, this post decides. A post nobody has named yet is None."""

    amount_from: Decimal
    post_id: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """Which of the ten fields of a decision mode are known (domain.md §7.3)."""

    model: bool
    authority: bool
    procedure: bool
    bands: bool
    seats: bool
    calendar: bool
    budget_source: bool
    criteria: bool
    acceptance_decider: bool
    payment_decider: bool


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much is known, 0..1, and the names of what is missing."""

    share: float
    missing: tuple[str, ...]


def approvers(bands: Sequence[Band], amount: Decimal) -> tuple[Band, ...]:
    """Everybody who must agree to this amount, the lowest first; the last one decides. Below the lowest band: nobody
    known.
    """
    return tuple(sorted((band for band in bands if band.amount_from <= amount), key=lambda band: band.amount_from))


def is_collective(authority: Authority | None, threshold: Decimal | None, amount: Decimal) -> bool:
    """Whether a body decides instead of one person: by the customer's rule, or above its threshold (三重一大)."""
    if authority in {Authority.COLLECTIVE, Authority.COMMITTEE}:
        return True
    return threshold is not None and amount >= threshold


def entry(model: PurchasingModel | None, shortlisted: bool | None, reported: bool | None) -> Entry:
    """Where we stand when headquarters shortlists and the branch reports: one without the other is a dead entry."""
    if model is not PurchasingModel.SHORTLIST:
        return Entry.NOT_NEEDED
    if shortlisted is None or (shortlisted and reported is None):
        return Entry.UNKNOWN
    if not shortlisted:
        return Entry.CLOSED
    return Entry.OPEN if reported else Entry.DEAD


def gap(held: bool, level: int | None, warmth: float | None, *, warm_enough: float = 50.0) -> Gap | None:
    """What is missing at one seat of the path; None when a warm supporter sits there."""
    if not held:
        return Gap.VACANT
    if level is None:
        return Gap.UNKNOWN
    if level < 0:
        return Gap.OPPOSED
    if level == 0:
        return Gap.NEUTRAL
    return None if warmth is not None and warmth >= warm_enough else Gap.COLD


def completeness(known: Known) -> Completeness:
    """Ten fields, a tenth each (domain.md §7.3)."""
    names = [field.name for field in fields(known)]
    missing = tuple(name for name in names if not getattr(known, name))
    return Completeness((len(names) - len(missing)) / len(names), missing)
