"""What was won and lost, by whoever owned it, by product, by quarter; over those the reader may see."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from django.db.models import Count, Sum

from shapan.opportunities import policies
from shapan.opportunities.queries.totals import rates
from shapan.opportunities.rules.money import Money, Total
from shapan.opportunities.rules.money import Sum as Amounts
from shapan.opportunities.rules.pipeline import WinRate, win_rate
from shapan.opportunities.terms import CLOSED, Stage

ALL = "all"


def outcomes(*, actor, today: date) -> WinRate:
    return _rates(_grouped(policies.opportunities_open_to(actor, today)), today).get(ALL, win_rate(won=0, lost=0))


def outcomes_by_owner(*, actor, today: date) -> dict[str, WinRate]:
    return _rates(_grouped(policies.opportunities_open_to(actor, today), "owner__name"), today)


def outcomes_by_quarter(*, actor, today: date) -> dict[tuple[int, int] | None, WinRate]:
    """{(year, quarter)} of the decision; None: of those whose day nobody knows."""
    rows = _grouped(policies.opportunities_open_to(actor, today))
    return _rates([(_quarter(day), stage, money, day, counts) for _all, stage, money, day, counts in rows], today)


def outcomes_by_product(*, actor, today: date) -> dict[str, WinRate]:
    """An opportunity with several products counts with each of them."""
    found = policies.lines_open_to(actor, today)
    return _rates(_grouped(found, "product__name", "opportunity__"), today)


def _grouped(rows, by: str = "", prefix: str = "") -> list[tuple]:
    """(by what, stage, amount, day of the decision, (with an amount, all)) of what is decided."""
    columns = [f"{prefix}{name}" for name in ("stage", "currency", "decided_on")]
    closed = rows.filter(**{f"{columns[0]}__in": [stage.value for stage in CLOSED]}).order_by()
    grouped = closed.values_list(*columns, *([by] if by else []))
    summed = grouped.annotate(total=Sum(f"{prefix}amount"), known=Count(f"{prefix}amount"), count=Count("pk"))
    return [
        (named[0] if named else ALL, Stage(stage), Money(total or Decimal(0), currency), decided, (known, count))
        for stage, currency, decided, *named, total, known, count in summed
    ]


def _rates(rows, today: date) -> dict:
    sums, counts = defaultdict(list), defaultdict(int)
    for key, stage, money, day, (known, count) in rows:
        sums[key, stage].append(Amounts(money, day or today, known, count - known))
        counts[key, stage] += count
    reckoned = rates()
    totals: dict[tuple, Total] = {place: reckoned.total(of) for place, of in sums.items()}
    return {key: _rate(key, counts, totals) for key in dict.fromkeys(key for key, _stage in counts)}


def _rate(key, counts, totals) -> WinRate:
    value = {stage: totals[key, stage].value if (key, stage) in totals else Decimal(0) for stage in CLOSED}
    return win_rate(
        won=counts[key, Stage.WON], lost=counts[key, Stage.LOST],
        won_value=value[Stage.WON], lost_value=value[Stage.LOST],
    )  # fmt: skip


def _quarter(day: date | None) -> tuple[int, int] | None:
    return (day.year, (day.month + 2) // 3) if day else None
