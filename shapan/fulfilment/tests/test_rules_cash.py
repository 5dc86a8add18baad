"""Money, lateness and the figures of finance."""

from datetime import date
from decimal import Decimal

import pytest

from shapan.fulfilment.rules import cash, overdue
from shapan.fulfilment.rules.money import Billed, Received, most
from shapan.fulfilment.rules.steps import ACCEPTANCES, CONTRACTS, INVOICES
from shapan.fulfilment.terms import (
    AcceptanceState,
    Age,
    ContractState,
    Fact,
    Horizon,
    InvoiceState,
    Part,
    Payment,
)
from shapan.kernel.steps import missing

TODAY = date(2026, 6, 1)
D = Decimal


def test_every_end_is_an_end_and_every_step_leads_somewhere_known():
    for steps, ends in ((CONTRACTS, {"closed", "cancelled"}), (ACCEPTANCES, {"completed"}), (INVOICES, {"void"})):
        assert {start.value for start, ways in steps.items() if not ways} == ends
        assert {to for ways in steps.values() for to in ways} <= set(steps)


def test_a_guard_names_what_is_missing_in_order():
    known = frozenset({Fact.DELIVERABLES, Fact.NODES, Fact.DAYS})
    assert missing(CONTRACTS, ContractState.SIGNED, ContractState.ACTIVE, known) == (Fact.BOUND, Fact.WHOLE)
    assert missing(CONTRACTS, ContractState.DRAFT, ContractState.ACTIVE, known) is None
    assert missing(INVOICES, InvoiceState.VOID, InvoiceState.ISSUED, frozenset()) is None
    confirming = (AcceptanceState.PASSED, AcceptanceState.CONFIRMING, frozenset())
    assert missing(ACCEPTANCES, *confirming) == (Fact.ISSUES,)


def test_an_invoice_takes_no_more_than_it_asks_for_and_the_rest_stays_free():
    billed, received = Billed(D(100), D(70)), Received(D(50), D(0), D(5))
    assert (billed.open, received.free, most(billed, received)) == (D(30), D(45), D(30))


@pytest.mark.parametrize(
    ("allocated", "due_on", "said"),
    [
        (0, date(2026, 6, 1), Payment.DUE),
        (1, date(2026, 6, 2), Payment.PARTIAL),
        (1, date(2026, 5, 31), Payment.OVERDUE),
        (100, date(2026, 5, 1), Payment.RECEIVED),
    ],
)
def test_how_an_invoice_stands(allocated, due_on, said):
    assert Billed(D(100), D(allocated)).payment(due_on, TODAY) is said


@pytest.mark.parametrize(
    ("late", "reminder", "rung", "age"),
    [
        (-15, None, None, Age.NOT_DUE), (-14, 14, None, Age.NOT_DUE), (-7, 7, None, Age.NOT_DUE),
        (-1, 1, None, Age.NOT_DUE), (0, 1, None, Age.NOT_DUE), (1, None, None, Age.D30), (6, None, None, Age.D30),
        (7, None, 7, Age.D30), (15, None, 15, Age.D30), (30, None, 30, Age.D30), (31, None, 30, Age.D60),
        (60, None, 60, Age.D60), (61, None, 60, Age.D90), (91, None, 60, Age.OLDER),
    ],
)  # fmt: skip
def test_the_ladder_and_the_ages(late, reminder, rung, age):
    assert (overdue.reminder(late), overdue.rung(late), overdue.age(late)) == (reminder, rung, age)


def test_when_money_is_expected():
    days = [None, date(2026, 5, 31), TODAY, date(2026, 7, 1), date(2026, 7, 2), date(2026, 8, 30), date(2026, 8, 31)]
    assert [overdue.horizon(day, TODAY) for day in days] == [
        Horizon.UNKNOWN, Horizon.LATE, Horizon.D30, Horizon.D30, Horizon.D60, Horizon.D90, Horizon.LATER,
    ]  # fmt: skip


def test_dso_best_dso_and_what_lateness_adds():
    dso = cash.days_outstanding(D(600), D(900), 90, Part.RECEIVABLES)
    best = cash.days_outstanding(D(450), D(900), 90, Part.CURRENT)
    assert (dso.value, best.value, cash.average_delinquent(dso, best).value) == (D("60.0"), D("45.0"), D("15.0"))
    assert dso.parts == {Part.RECEIVABLES: D(600), Part.DAYS: D(90), Part.SALES: D(900)}


def test_a_figure_is_unknown_while_a_part_of_it_is():
    dso = cash.days_outstanding(None, D(900), 90, Part.RECEIVABLES)
    assert dso.value is None
    assert cash.days_outstanding(D(1), D(0), 90, Part.RECEIVABLES).value is None
    assert cash.average_delinquent(dso, dso).value is None
    assert cash.collected(D(1), None, D(1), D(1)).value is None
    assert cash.days_to_pay([cash.Paid(None, TODAY, TODAY)]).value is None
    assert cash.days_to_pay([]).value is None
    assert cash.on_time([(None, TODAY)]).value is None
    assert cash.mean_days([]).value is None


def test_cei_is_what_was_collected_of_what_could_be():
    assert cash.collected(D(500), D(900), D(600), D(450)).value == D("84.2")
    assert cash.collected(D(0), D(450), D(450), D(450)).value is None


def test_days_to_pay_are_weighed_with_the_money():
    rows = [
        cash.Paid(D(100), date(2026, 1, 1), date(2026, 1, 31)),
        cash.Paid(D(300), date(2026, 1, 1), date(2026, 1, 11)),
    ]
    assert cash.days_to_pay(rows).value == D("15.0")


def test_on_time_mean_days_and_causes():
    assert cash.on_time([(TODAY, TODAY), (date(2026, 5, 1), TODAY), (None, TODAY)]).value == D("50.0")
    assert cash.mean_days([10, 21]).value == D("15.5")
    assert list(cash.shares({"papers": D(1), "": D(3)}).items()) == [("", D("75.0")), ("papers", D("25.0"))]
    assert cash.shares({"papers": D(0)}) == {}
