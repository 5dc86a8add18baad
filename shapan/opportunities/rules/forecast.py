"""What will be won: the category by rule, three scenarios, and how good earlier forecasts were (domain.md §11.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from shapan.opportunities.terms import Condition, Forecast, Stage

SUPPORT, DECIDER_LEVEL = 0.3, 1
BY_LACKING = (Forecast.COMMIT, Forecast.MOST_LIKELY, Forecast.BEST_CASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What the forecast stands on. None: unknown. `decider_level` is the level of whoever holds the D seat;
    `date_confirmed`: the customer has confirmed the day of the decision; `open_vetoes` counts them.
    """

    stage: Stage
    support_index: float | None = None
    decider_level: int | None = None
    date_confirmed: bool = False
    open_vetoes: int | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """`met` is None when nothing is known of it; for a commitment that is as good as not met."""

    condition: Condition
    met: bool | None


@dataclass(frozen=True, slots=True)
class Judged:
    category: Forecast
    checks: tuple[Check, ...]

    @property
    def lacking(self) -> tuple[Condition, ...]:
        return tuple(check.condition for check in self.checks if not check.met)


@dataclass(frozen=True, slots=True)
class Scenarios:
    """Conservative: closed and committed; likely: and the most likely; optimistic: and the best case."""

    conservative: Decimal
    likely: Decimal
    optimistic: Decimal
    parts: tuple[tuple[Forecast, Decimal], ...]


def category(known: Known) -> Judged:
    """A commitment meets all four conditions; one lacking: most likely; two: best case. A veto that is open, or a
    need that is not yet qualified, leaves it in the pipeline.
    """
    checks = (
        Check(Condition.SUPPORT, None if known.support_index is None else known.support_index >= SUPPORT),
        Check(Condition.DECIDER, None if known.decider_level is None else known.decider_level >= DECIDER_LEVEL),
        Check(Condition.DATE_CONFIRMED, known.date_confirmed),
        Check(Condition.NO_VETO, None if known.open_vetoes is None else known.open_vetoes == 0),
    )
    if known.stage is Stage.WON:
        return Judged(Forecast.CLOSED, checks)
    if known.stage in {Stage.LOST, Stage.ON_HOLD}:
        return Judged(Forecast.OMITTED, checks)
    lacking = sum(not check.met for check in checks)
    if known.stage is Stage.DISCOVERY or checks[-1].met is False or lacking >= len(BY_LACKING):
        return Judged(Forecast.PIPELINE, checks)
    return Judged(BY_LACKING[lacking], checks)


def scenarios(values: Mapping[Forecast, Decimal]) -> Scenarios:
    """From the value in each category."""
    parts = tuple((what, values.get(what, Decimal(0))) for what in Forecast)
    conservative = values.get(Forecast.CLOSED, Decimal(0)) + values.get(Forecast.COMMIT, Decimal(0))
    likely = conservative + values.get(Forecast.MOST_LIKELY, Decimal(0))
    return Scenarios(conservative, likely, likely + values.get(Forecast.BEST_CASE, Decimal(0)), parts)


def accuracy(forecast: Decimal, actual: Decimal) -> float | None:
    """1 - |forecast - actual| / actual; None when nothing came in. Below zero when more than twice was promised."""
    return None if not actual else 1 - float(abs(forecast - actual) / abs(actual))
