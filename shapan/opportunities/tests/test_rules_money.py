"""Totals in the reporting currency: unknown stays unknown, and what is known of it is said."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from shapan.opportunities.rules.money import Money, Rate, Rates, Sum

DAY = date(2026, 6, 1)
RATES = Rates("CNY", [Rate("USD", date(2026, 5, 1), Decimal("7.2")), Rate("USD", date(2026, 6, 1), Decimal("7.1"))])


def money(amount, currency, on=DAY, **more):
    return Sum(Money(Decimal(amount), currency), on, **more)


def test_a_rate_holds_from_its_day_until_the_next():
    assert RATES.on("USD", date(2026, 4, 30)) is None
    assert RATES.on("USD", date(2026, 5, 31)).value == Decimal("7.2")
    assert RATES.on("USD", DAY).value == Decimal("7.1")
    assert RATES.on("CNY", date(1999, 1, 1)).value == 1


def test_a_total_opens_into_what_it_was_made_of():
    total = RATES.total([money("100", "CNY"), money("10", "USD"), money("10", "USD", date(2026, 5, 2))])
    assert (total.value, total.known, total.without_rate) == (Decimal("243.00"), Decimal("243.00"), ())
    assert [part.value for part in total.parts] == [Decimal("100.00"), Decimal("71.00"), Decimal("72.00")]


def test_a_currency_without_a_rate_on_that_day_makes_the_total_unknown_with_the_part_that_is_known():
    total = RATES.total([money("100", "CNY"), money("5", "EUR"), money("10", "USD", date(2026, 4, 1))])
    assert (total.value, total.known, total.without_rate) == (None, Decimal("100.00"), ("EUR", "USD"))


def test_an_amount_nobody_knows_makes_the_total_unknown():
    total = RATES.total([money("100", "CNY", count=2, unknown=3)])
    assert (total.value, total.known, total.without_amount, total.count) == (None, Decimal("100.00"), 3, 5)
    assert RATES.total([]).value == 0


@given(st.lists(st.tuples(st.integers(0, 10**12), st.sampled_from(["CNY", "USD", "EUR"])), max_size=12))
def test_what_is_known_is_never_more_than_the_parts_and_the_order_does_not_matter(rows):
    sums = [money(str(cents), currency) for cents, currency in rows]
    total, other = RATES.total(sums), RATES.total(reversed(sums))
    assert (total.value, total.known) == (other.value, other.known)
    assert total.known == sum(part.value for part in total.parts if part.value is not None)
    assert (total.value is None) == any(currency == "EUR" for _cents, currency in rows)
