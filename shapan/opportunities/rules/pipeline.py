"""The pipeline in numbers: coverage, velocity, conversion (domain.md §11.5). Money is in the reporting currency."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from shapan.opportunities.terms import OPEN, Coverage, Stage

ENOUGH, MUCH, TOO_MUCH = 2.5, 3.5, 4.5


@dataclass(frozen=True, slots=True)
class Covered:
    """`ratio` = open / target; `required` = 1 / win rate; `expected` = open × win rate, `share` of the target.

    `band` looks at the ratio alone; `status` is risk also when less than the target is to be expected.
    """

    open_value: Decimal
    target: Decimal
    win_rate: float | None
    ratio: float | None
    required: float | None
    expected: float | None
    share: float | None
    band: Coverage | None
    status: Coverage | None


@dataclass(frozen=True, slots=True)
class StageShare:
    """What one stage adds to the weighted coverage; unknown while its win rate is."""

    stage: Stage
    value: Decimal
    win_rate: float | None
    expected: float | None


@dataclass(frozen=True, slots=True)
class Weighted:
    """`late` is the coverage by proposal and negotiation alone."""

    ratio: float | None
    late: float | None
    parts: tuple[StageShare, ...]


@dataclass(frozen=True, slots=True)
class Velocity:
    """Money a day = count × average value × win rate / cycle days."""

    count: int
    average: Decimal
    win_rate: float
    cycle_days: float
    value: float | None


@dataclass(frozen=True, slots=True)
class WinRate:
    """Of those decided: won by count and by value; `no_decision` of those that ended in none.

    A value that is not wholly known is None, and so is the rate by it.
    """

    won: int
    lost: int
    no_decision: int
    won_value: Decimal | None
    lost_value: Decimal | None
    by_count: float | None
    by_value: float | None
    no_decision_share: float | None


@dataclass(frozen=True, slots=True)
class Conversion:
    """Of a cohort: how many ever stood in a stage, and how many of those in the next."""

    stage: Stage
    entered: int
    went_on: int
    rate: float | None


def coverage(open_value: Decimal, target: Decimal, win_rate: float | None = None) -> Covered:
    """`target` is what is still to be won in the period."""
    ratio = float(open_value / target) if target > 0 else None
    expected = None if win_rate is None else float(open_value) * win_rate
    share = expected / float(target) if expected is not None and target > 0 else None
    band = None if ratio is None else _band(ratio)
    status = Coverage.RISK if share is not None and share < 1 else band
    return Covered(
        open_value, target, win_rate, ratio, 1 / win_rate if win_rate else None, expected, share, band, status
    )


def weighted_coverage(
    values: Mapping[Stage, Decimal], win_rates: Mapping[Stage, float | None], target: Decimal
) -> Weighted:
    """The sum of value × win rate of the stage over the target; unknown while a stage that holds money has no rate."""
    parts = tuple(_share(stage, values.get(stage, Decimal(0)), win_rates.get(stage)) for stage in OPEN)
    needed = [part.expected for part in parts if part.value]
    known = [expected for expected in needed if expected is not None]
    whole = target > 0 and len(known) == len(needed)
    late = sum((part.value for part in parts if part.stage in OPEN[2:]), Decimal(0))
    return Weighted(sum(known) / float(target) if whole else None, float(late / target) if target > 0 else None, parts)


def velocity(count: int, average: Decimal, win_rate: float, cycle_days: float) -> Velocity:
    value = count * float(average) * win_rate / cycle_days if cycle_days > 0 else None
    return Velocity(count, average, win_rate, cycle_days, value)


def win_rate(
    *,
    won: int,
    lost: int,
    won_value: Decimal | None = Decimal(0),
    lost_value: Decimal | None = Decimal(0),
    no_decision: int = 0,
) -> WinRate:
    """Those that ended in no decision are told apart and count in neither rate."""
    decided, ended = won + lost, won + lost + no_decision
    value = None if won_value is None or lost_value is None else won_value + lost_value
    return WinRate(
        won, lost, no_decision, won_value, lost_value,
        won / decided if decided else None,
        float(won_value / value) if value and won_value is not None else None,
        no_decision / ended if ended else None,
    )  # fmt: skip


def conversion(cohort: Iterable[Collection[Stage]]) -> tuple[Conversion, ...]:
    """From the stages each opportunity of a cohort ever stood in. What reached a later stage has passed the earlier."""
    reached = [_furthest(stages) for stages in cohort]
    entered = [sum(place >= n for place in reached) for n in range(len(OPEN) + 1)]
    return tuple(
        Conversion(stage, entered[n], entered[n + 1], entered[n + 1] / entered[n] if entered[n] else None)
        for n, stage in enumerate(OPEN)
    )


def _furthest(stages: Collection[Stage]) -> int:
    if Stage.WON in stages:
        return len(OPEN)
    return max((OPEN.index(stage) for stage in stages if stage in OPEN), default=-1)


def _share(stage: Stage, value: Decimal, rate: float | None) -> StageShare:
    return StageShare(stage, value, rate, None if rate is None else float(value) * rate)


def _band(ratio: float) -> Coverage:
    if ratio < ENOUGH:
        return Coverage.RISK
    if ratio <= MUCH:
        return Coverage.HEALTHY
    return Coverage.OVER_COVERED if ratio <= TOO_MUCH else Coverage.HYGIENE
