"""Amounts in several currencies, and their total in one. What has no rate or no amount is told, never a zero."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Money:
    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Rate:
    """From that day on, one unit of the currency is worth `value` units of the reporting currency."""

    currency: str
    since: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Sum:
    """Amounts of one currency and one day added up: `count` of them, and `unknown` more that have no amount yet."""

    money: Money
    on: date
    count: int = 1
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Converted:
    """One summand of a total: what it was, by which rate, what it is. Without a rate: None and None."""

    sum: Sum
    rate: Rate | None
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Total:
    """`value` is None unless every part is known; `known` is what is known of it."""

    currency: str
    value: Decimal | None
    known: Decimal
    without_rate: tuple[str, ...]
    without_amount: int
    count: int
    parts: tuple[Converted, ...]


class Rates:
    """Dated rates into the reporting currency; each holds from its day until the next."""

    def __init__(self, reporting: str, rates: Iterable[Rate] = ()) -> None:
        self.reporting = reporting
        self._by_currency: dict[str, list[Rate]] = {}
        for rate in sorted(rates, key=lambda rate: rate.since):
            self._by_currency.setdefault(rate.currency, []).append(rate)

    def on(self, currency: str, day: date) -> Rate | None:
        """The rate that holds on that day; None when none does yet."""
        if currency == self.reporting:
            return Rate(currency, day, Decimal(1))
        known = self._by_currency.get(currency, [])
        place = bisect_right(known, day, key=lambda rate: rate.since)
        return known[place - 1] if place else None

    def total(self, sums: Iterable[Sum]) -> Total:
        parts = tuple(self._converted(one) for one in sums)
        known = sum((part.value for part in parts if part.value is not None), Decimal(0))
        lacking = {part.sum.money.currency for part in parts if part.rate is None and part.sum.count}
        unknown = sum(part.sum.unknown for part in parts)
        whole = not lacking and not unknown
        count = sum(part.sum.count for part in parts) + unknown
        return Total(self.reporting, known if whole else None, known, tuple(sorted(lacking)), unknown, count, parts)

    def _converted(self, one: Sum) -> Converted:
        rate = self.on(one.money.currency, one.on)
        value = None if rate is None else (one.money.amount * rate.value).quantize(CENT, ROUND_HALF_UP)
        return Converted(one, rate, value)
