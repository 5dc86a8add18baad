"""Pipeline health: whether there is enough, whether it moves, what becomes of it; over what the reader answers for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count, Max, Q, QuerySet

from shapan.foundation.models import listed
from shapan.kernel.periods import quarter_start, quarters_on
from shapan.opportunities import policies
from shapan.opportunities.queries.totals import rates, total_of
from shapan.opportunities.rules.health import Aged, Pushed, Slippage, ageing, slippage
from shapan.opportunities.rules.money import Total
from shapan.opportunities.rules.pipeline import (
    Conversion,
    Covered,
    Velocity,
    WinRate,
    conversion,
    coverage,
    velocity,
    win_rate,
)
from shapan.opportunities.terms import CLOSED, OPEN, Ending, Stage

YEAR = timedelta(days=365)
COHORTS = 4  # quarters in which they were opened


@dataclass(frozen=True, slots=True)
class Cohort:
    quarter: date
    count: int
    steps: tuple[Conversion, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """`due` and `won` belong to the quarter that begins on `quarter`; `target` is None while nobody has set one.
    `coverage` is None without a target; amounts that are not known are not in it: `open_total` says how many.
    """

    quarter: date
    target: Decimal | None
    won: Total
    due: Total
    coverage: Covered | None
    open_total: Total
    win_rate: WinRate
    cycle_days: float | None
    velocity: Velocity | None
    ages: tuple[Aged, ...]
    slippage: Slippage
    cohorts: tuple[Cohort, ...]


def health(*, actor, today: date) -> Health:
    mine, at = policies.answered_for(actor, today), {"today": today, "reckoned": rates()}
    quarter = quarter_start(today)
    following = quarters_on(quarter, 1)
    still_open = mine.filter(stage__in=_values(OPEN))
    rate, cycle = _won_and_lost(mine.filter(decided_on__gt=today - YEAR), at)
    won = total_of(mine.filter(stage=Stage.WON, decided_on__gte=quarter, decided_on__lt=following), **at)
    due = total_of(still_open.filter(expected_on__lt=following), **at)
    target = _target(actor, quarter, today)
    open_total = total_of(still_open, **at)
    ages, slipped = _standing(still_open, actor, today)
    covered = None if target is None else coverage(due.known, max(target - won.known, Decimal(0)), rate.by_count)
    known = open_total.count - open_total.without_amount
    pace = None
    if rate.by_count is not None and cycle and known:
        pace = velocity(known, open_total.known / known, rate.by_count, cycle)
    cohorts = _cohorts(mine, actor, quarter, today)
    return Health(quarter, target, won, due, covered, open_total, rate, cycle, pace, ages, slipped, cohorts)


def _target(actor, quarter: date, today: date) -> Decimal | None:
    """One's own; without one, what was set for people led."""
    known = policies.targets_open_to(actor, today).filter(quarter=quarter).values_list("owner_id", "amount")
    amounts = dict(known)
    return amounts.get(actor.pk, sum(amounts.values()) if amounts else None)


def _won_and_lost(decided: QuerySet, at: dict) -> tuple[WinRate, float | None]:
    """Of what was decided in a year; and the days from opening to winning, on average, of what was won."""
    reckoned = decided.filter(stage__in=_values(CLOSED)).exclude(ending=Ending.WITHDRAWN)
    counted = reckoned.aggregate(
        won=Count("pk", filter=Q(stage=Stage.WON)),
        no_decision=Count("pk", filter=Q(ending=Ending.NO_DECISION)),
        all=Count("pk"),
    )
    lost = reckoned.filter(stage=Stage.LOST).exclude(ending=Ending.NO_DECISION)
    rate = win_rate(
        won=counted["won"],
        lost=counted["all"] - counted["won"] - counted["no_decision"],
        won_value=total_of(reckoned.filter(stage=Stage.WON), **at).value,
        lost_value=total_of(lost, **at).value,
        no_decision=counted["no_decision"],
    )
    days = reckoned.filter(stage=Stage.WON, opened_on__isnull=False).order_by().values_list("opened_on", "decided_on")
    spans = [((decided - opened).days, count) for opened, decided, count in days.annotate(Count("pk"))]
    count = sum(count for _days, count in spans)
    return rate, sum(span * of for span, of in spans) / count if count else None


def _standing(still_open: QuerySet, actor, today: date) -> tuple[tuple[Aged, ...], Slippage]:
    rows = list(still_open.order_by().values_list("pk", "stage", "opened_on", "expected_on"))
    ids = listed([pk for pk, *_facts in rows])
    steps = policies.stage_changes_open_to(actor, today).filter(opportunity_id__in=ids).order_by()
    since = dict(steps.values_list("opportunity_id").annotate(Max("on")))
    moves = policies.pushes_open_to(actor, today).filter(opportunity_id__in=ids, before__isnull=False)
    pushed: dict[int, list[int]] = defaultdict(list)
    for pk, before, after in moves.filter(after__isnull=False).values_list("opportunity_id", "before", "after"):
        pushed[pk].append((after - before).days)
    days: dict[Stage, list[int]] = defaultdict(list)
    for pk, stage, opened, _expected in rows:
        begun = since.get(pk) or opened
        if begun:
            days[Stage(stage)].append((today - begun).days)
    slipped = [Pushed(expected, len(pushed[pk]), sum(pushed[pk])) for pk, _stage, _opened, expected in rows]
    return ageing(days), slippage(slipped, today)


def _cohorts(mine: QuerySet, actor, quarter: date, today: date) -> tuple[Cohort, ...]:
    first = quarters_on(quarter, -COHORTS)
    opened = dict(mine.filter(opened_on__gte=first).order_by().values_list("pk", "opened_on"))
    steps = policies.stage_changes_open_to(actor, today).filter(opportunity_id__in=listed(opened))
    stood: dict[int, set[Stage]] = defaultdict(set)
    for pk, before, after in steps.values_list("opportunity_id", "before", "after"):
        stood[pk] |= {Stage(one) for one in (before, after) if one}
    of_quarter: dict[date, list[set[Stage]]] = defaultdict(list)
    for pk, day in opened.items():
        of_quarter[quarter_start(day)].append(stood[pk])
    return tuple(Cohort(day, len(ways), conversion(ways)) for day, ways in sorted(of_quarter.items(), reverse=True))


def _values(stages: Iterable[Stage]) -> list[str]:
    return [stage.value for stage in stages]
