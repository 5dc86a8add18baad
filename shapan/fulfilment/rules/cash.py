"""The figures finance steers by (domain.md §11.7). Each is unknown while a part of it is, and keeps its parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from shapan.fulfilment.terms import Part

TENTH = Decimal("0.1")
Parts = Mapping[Part, Decimal | None]


@dataclass(frozen=True, slots=True)
class Figure:
    value: Decimal | None
    parts: Parts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paid:
    """A part of an invoice that was paid."""

    amount: Decimal | None
    issued_on: date
    paid_on: date


def days_outstanding(receivables: Decimal | None, sales: Decimal | None, days: int, of: Part) -> Figure:
    """DSO of all receivables; the best DSO of those not yet due. Without sales in the period there is none."""
    parts: Parts = {of: receivables, Part.DAYS: Decimal(days), Part.SALES: sales}
    if receivables is None or not sales:
        return Figure(None, parts)
    return Figure(_tenth(receivables * days / sales), parts)


def average_delinquent(dso: Figure, best: Figure) -> Figure:
    """ADD: the days that lateness adds."""
    parts: Parts = {Part.DSO: dso.value, Part.BEST_DSO: best.value}
    return Figure(None if dso.value is None or best.value is None else dso.value - best.value, parts)


def collected(
    opening: Decimal | None, sales: Decimal | None, closing: Decimal | None, current: Decimal | None
) -> Figure:
    """CEI in per cent: of what could be collected in the period, how much was."""
    parts: Parts = {Part.OPENING: opening, Part.SALES: sales, Part.RECEIVABLES: closing, Part.CURRENT: current}
    if opening is None or sales is None or closing is None or current is None:
        return Figure(None, parts)
    could = opening + sales - current
    return Figure(_tenth((opening + sales - closing) / could * 100) if could else None, parts)


def days_to_pay(paid: Iterable[Paid]) -> Figure:
    """From invoice to payment, each day weighed with its money."""
    rows = tuple(paid)
    amounts = [row.amount for row in rows]
    known = [amount for amount in amounts if amount is not None]
    total = sum(known, Decimal(0)) if len(known) == len(amounts) else None
    parts: Parts = {Part.PAID: total, Part.COUNT: Decimal(len(rows))}
    if not total:
        return Figure(None, parts)
    weighed = sum(((row.paid_on - row.issued_on).days * (row.amount or Decimal(0)) for row in rows), Decimal(0))
    return Figure(_tenth(weighed / total), parts)


def on_time(planned_and_done: Iterable[tuple[date | None, date]]) -> Figure:
    """Of the acceptances that had a day, how many per cent were completed by it."""
    rows = [(planned, done) for planned, done in planned_and_done if planned]
    kept = sum(1 for planned, done in rows if done <= planned)
    parts: Parts = {Part.ON_TIME: Decimal(kept), Part.COUNT: Decimal(len(rows))}
    return Figure(_tenth(Decimal(kept * 100) / len(rows)) if rows else None, parts)


def mean_days(days: Iterable[int]) -> Figure:
    """From signature to the first money, or to the end; the mean over the contracts that got there."""
    rows = tuple(days)
    parts: Parts = {Part.DAYS: Decimal(sum(rows)), Part.COUNT: Decimal(len(rows))}
    return Figure(_tenth(Decimal(sum(rows)) / len(rows)) if rows else None, parts)


def shares(amounts: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Each cause's part of the overdue money in per cent, the greatest first."""
    total = sum(amounts.values(), Decimal(0))
    ranked = sorted(amounts.items(), key=lambda pair: (-pair[1], pair[0]))
    return {cause: _tenth(amount * 100 / total) for cause, amount in ranked} if total else {}


def _tenth(value: Decimal) -> Decimal:
    return value.quantize(TENTH, ROUND_HALF_UP)
