"""Whether a pipeline moves: how long deals stand where they stand, how often their day moved (domain.md §11.5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from shapan.opportunities.terms import OPEN, Stage

AGES = (30, 60, 90)  # days; the last part is whatever is older
OFTEN = 2  # pushes
STILL = 90  # days without a step


@dataclass(frozen=True, slots=True)
class Aged:
    """`counts`: up to 30, 60, 90 days in this stage, and longer."""

    stage: Stage
    counts: tuple[int, ...]
    median: float | None

    @property
    def count(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Pushed:
    """How an open opportunity's day stands: when it is expected, how often it moved, how many days in all."""

    expected_on: date | None
    times: int
    days: int


@dataclass(frozen=True, slots=True)
class Slippage:
    """Of the open ones: whose day has passed, who have none, whose day moved once, and often; the mean of the days
    by which the moved ones moved, None when none did.
    """

    open: int
    late: int
    undated: int
    once: int
    often: int
    mean_days: float | None


def ageing(days: Mapping[Stage, Sequence[int]]) -> tuple[Aged, ...]:
    """From the days each open opportunity has stood in its stage."""
    return tuple(_aged(stage, sorted(days.get(stage, ()))) for stage in OPEN)


def slippage(rows: Iterable[Pushed], today: date) -> Slippage:
    rows = list(rows)
    moved = [row.days for row in rows if row.times]
    return Slippage(
        open=len(rows),
        late=sum(row.expected_on is not None and row.expected_on < today for row in rows),
        undated=sum(row.expected_on is None for row in rows),
        once=sum(row.times == 1 for row in rows),
        often=sum(row.times >= OFTEN for row in rows),
        mean_days=sum(moved) / len(moved) if moved else None,
    )


def _aged(stage: Stage, days: Sequence[int]) -> Aged:
    counts, below = [], 0
    for limit in AGES:
        upto = sum(one <= limit for one in days)
        counts.append(upto - below)
        below = upto
    return Aged(stage, (*counts, len(days) - below), median(days) if days else None)
