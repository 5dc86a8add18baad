"""When money is due, how late it is, what to do then (domain.md §11.7, §18)."""

from dataclasses import dataclass
from datetime import date

from shapan.fulfilment.terms import Age, Horizon


@dataclass(frozen=True, slots=True)
class CashPolicy:
    """`reminders`: days before; `rungs`: days after; `ticket_days`: when a ticket that opened itself is due."""

    reminders: tuple[int, ...] = (14, 7, 1)
    rungs: tuple[int, ...] = (7, 15, 30, 60)
    ticket_days: int = 7
    period: int = 90
    survey_days: int = 30
    retrospective_days: int = 14


POLICY = CashPolicy()
AGES = ((30, Age.D30), (60, Age.D60), (90, Age.D90))
HORIZONS = ((30, Horizon.D30), (60, Horizon.D60), (90, Horizon.D90))


def days_late(due_on: date, today: date) -> int:
    """Below zero: so many days are left."""
    return (today - due_on).days


def rung(late: int, policy: CashPolicy = POLICY) -> int | None:
    """The highest rung of the ladder that has been reached; None below the first."""
    return max((step for step in policy.rungs if step <= late), default=None)


def reminder(late: int, policy: CashPolicy = POLICY) -> int | None:
    """The latest reminder that is due while the day is to come: T-14, T-7, T-1; None before and after."""
    return min((step for step in policy.reminders if step >= -late), default=None) if late <= 0 else None


def age(late: int) -> Age:
    if late <= 0:
        return Age.NOT_DUE
    return next((bucket for most, bucket in AGES if late <= most), Age.OLDER)


def horizon(expected_on: date | None, today: date) -> Horizon:
    if expected_on is None:
        return Horizon.UNKNOWN
    ahead = (expected_on - today).days
    if ahead < 0:
        return Horizon.LATE
    return next((bucket for most, bucket in HORIZONS if ahead <= most), Horizon.LATER)
