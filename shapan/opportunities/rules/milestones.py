"""How long an opportunity may stand at a milestone, and go untouched (domain.md §11.4)."""

from dataclasses import dataclass

from shapan.opportunities.terms import Milestone, Pace, Touch

WEEK = 7
CRITICAL = 1.5  # times the warning
YELLOW, RED = 14, 30


@dataclass(frozen=True, slots=True)
class Limits:
    """Weeks."""

    normal: int
    warning: int
    zombie: int


EARLY, NEED, SOLUTION, COMMERCIAL, AWARD = (
    Limits(2, 3, 6), Limits(3, 4, 8), Limits(4, 6, 10), Limits(6, 8, 12), Limits(8, 10, 14),
)  # fmt: skip
LIMITS = {
    Milestone.KNOWN: EARLY,
    Milestone.PAIN: EARLY,
    Milestone.NEED: NEED,
    Milestone.FUNDS: NEED,
    Milestone.SOLUTION: SOLUTION,
    Milestone.CHAIN: SOLUTION,
    Milestone.COMMERCIAL: COMMERCIAL,
    Milestone.PURCHASE: COMMERCIAL,
    Milestone.AWARD: AWARD,
}


@dataclass(frozen=True, slots=True)
class Stall:
    """`over` counts the days beyond the normal time."""

    milestone: Milestone
    days: int
    limits: Limits
    pace: Pace
    over: int


def stall(milestone: Milestone, days: int) -> Stall:
    """The pace after `days` at this milestone: the first limit reached from above says it."""
    limits = LIMITS[milestone]
    if days >= limits.zombie * WEEK:
        pace = Pace.ZOMBIE
    elif days >= limits.warning * WEEK * CRITICAL:
        pace = Pace.CRITICAL
    elif days >= limits.warning * WEEK:
        pace = Pace.WARNING
    else:
        pace = Pace.NORMAL if days <= limits.normal * WEEK else Pace.SLOW
    return Stall(milestone, days, limits, pace, max(0, days - limits.normal * WEEK))


def touch(days: int | None) -> Touch:
    """None: nobody has touched it yet."""
    if days is None or days > RED:
        return Touch.RED
    return Touch.YELLOW if days > YELLOW else Touch.GREEN
