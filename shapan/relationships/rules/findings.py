"""What a house calls for: the alerts of domain.md §2.7 and the messages of §20, in the order of their weight."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from shapan.relationships.rules.pillars import KeyReadings, Placed, SeatState
from shapan.relationships.rules.policy import DEFAULT, HousePolicy


class Concern(StrEnum):
    OPPOSED = "opposed"
    SINGLE_THREAD = "single_thread"
    SEAT_EMPTY = "seat_empty"
    STANCE_UNKNOWN = "stance_unknown"
    COLD = "cold"
    NEVER_MET = "never_met"
    OVER_CLAIMED = "over_claimed"
    STALE = "stale"
    FEW_CONFIRMED = "few_confirmed"
    DEPARTMENT_EMPTY = "department_empty"


class Severity(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the house calls for. `weight` is the share of decision weight it touches, for the order."""

    concern: Concern
    severity: Severity
    weight: float
    seat: str = ""
    person_id: int | None = None
    days: int | None = None
    level: int | None = None
    claimed: int | None = None
    department_id: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one holder beyond the pillar itself."""

    days: int | None
    claimed: int | None
    over_claimed: bool


NOTABLE = 0.1  # domain.md §2.7: a seat counts from a tenth of the weight
ORDER = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
DECIDING = frozenset({"D", "A"})


def findings(
    seats: Sequence[SeatState],
    people: Sequence[Placed],
    key: KeyReadings,
    known: dict[int, Known],
    policy: HousePolicy = DEFAULT,
) -> list[Finding]:
    """High before medium before low; within these the heavier seat first."""
    total = sum(seat.weight for seat in seats if seat.required) or 1.0
    found = [f for p in people for f in _of_person(p, p.weight / total, known[p.held.person_id], policy)]
    found += [
        Finding(Concern.SEAT_EMPTY, _by_seat(seat.code), seat.weight / total, seat.code)
        for seat in seats
        if seat.required and not seat.holders
    ]
    if people and key.single_threaded:
        found.append(Finding(Concern.SINGLE_THREAD, Severity.HIGH, 0.5))
    if people and key.cr.note:
        found.append(Finding(Concern.FEW_CONFIRMED, Severity.MEDIUM, 0.0))
    return sorted(found, key=lambda f: (ORDER[f.severity], -f.weight))


def _of_person(p: Placed, share: float, known: Known, policy: HousePolicy) -> list[Finding]:
    who: dict[str, Any] = {"weight": share, "seat": p.seat.code, "person_id": p.held.person_id}
    rows = []
    if p.held.level is None:
        rows.append(Finding(Concern.STANCE_UNKNOWN, _by_seat(p.seat.code), **who))
    elif p.held.level < 0:
        rows.append(Finding(Concern.OPPOSED, _by_seat(p.seat.code), **who, level=p.held.level))
    if p.held.warmth is None:
        rows.append(Finding(Concern.NEVER_MET, Severity.MEDIUM, **who))
    elif p.held.warmth < policy.covered_warmth:
        severity = Severity.MEDIUM if share >= NOTABLE else Severity.LOW
        rows.append(Finding(Concern.COLD, severity, **who, days=known.days))
    if p.held.stale:
        severity = Severity.MEDIUM if share >= NOTABLE else Severity.LOW
        rows.append(Finding(Concern.STALE, severity, **who, level=p.held.level))
    if known.over_claimed:
        rows.append(Finding(Concern.OVER_CLAIMED, Severity.MEDIUM, **who, level=p.held.level, claimed=known.claimed))
    return rows


def _by_seat(code: str) -> Severity:
    return Severity.HIGH if code in DECIDING else Severity.MEDIUM
