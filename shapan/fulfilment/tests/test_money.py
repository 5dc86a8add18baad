"""Between an invoice and a receipt no money is lost and none is made."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine

from shapan.foundation.models import Scope
from shapan.fulfilment import actions, queries
from shapan.fulfilment.actions import FulfilmentRefused
from shapan.fulfilment.models import Escalation
from shapan.fulfilment.terms import Fact, InvoiceState, Payment, Reason, Standing
from shapan.fulfilment.tests.scenes import TODAY, activated, deliver, invoiced, money, pay, plan, received, seen
from shapan.jobs import daily
from shapan.jobs.worker import Worker
from shapan.kernel.errors import EditConflict

D = Decimal


@pytest.fixture
def contract(cast):
    row = activated(cast.lin, cast.hebei)
    deliver(cast.lin, row)
    return row


def test_an_invoice_waits_for_what_its_payment_waits_for(cast):
    contract = activated(cast.lin, cast.hebei, needs=Standing.SAT)
    with pytest.raises(FulfilmentRefused) as refused:
        invoiced(cast.lin, contract)
    assert refused.value.missing == (Fact.INVOICEABLE,)
    assert "设备0" in str(refused.value)


def test_invoices_of_a_payment_never_ask_for_more_than_it(cast, contract):
    invoiced(cast.lin, contract, amount=D(20))
    with pytest.raises(FulfilmentRefused):
        invoiced(cast.lin, contract, amount=D(11))
    rest = invoiced(cast.lin, contract)
    assert seen(cast.lin, rest).amount == D(10)
    with pytest.raises(FulfilmentRefused):
        invoiced(cast.lin, contract)


def test_it_is_issued_with_a_number_and_due_by_the_terms(cast, contract):
    row = actions.draft_invoice(actor=cast.lin, node_id=plan(cast.lin, contract).nodes[0].id, today=TODAY)
    at = {"actor": cast.lin, "invoice_id": row.pk, "today": TODAY}
    actions.apply_for_invoice(version=1, **at)
    actions.return_invoice(version=2, why="抬头有误", **at)
    actions.apply_for_invoice(version=3, **at)
    actions.approve_invoice(version=4, **at)
    with pytest.raises(FulfilmentRefused) as refused:
        actions.issue_invoice(version=5, number=" ", issued_on=TODAY, **at)
    assert refused.value.missing == (Fact.NUMBER,)
    with pytest.raises(FulfilmentRefused):
        actions.issue_invoice(version=5, number="1", issued_on=TODAY, due_on=date(2026, 5, 1), **at)
    actions.issue_invoice(version=5, number="1", issued_on=TODAY, **at)
    assert seen(cast.lin, row).due_on == date(2026, 7, 1)
    assert len(queries.invoice_steps(**at)) == 6


def test_partial_and_over_and_several(cast, contract):
    small, large = invoiced(cast.lin, contract, 0), invoiced(cast.lin, contract, 1)
    first = received(cast.lin, cast.hebei, 20)
    pay(cast.lin, first, small)
    assert (seen(cast.lin, small).open, seen(cast.lin, small).payment) == (D(10), Payment.OVERDUE)
    second = received(cast.lin, cast.hebei, 100)
    pay(cast.lin, second, small)
    pay(cast.lin, second, large, 50)
    assert seen(cast.lin, small).payment is Payment.RECEIVED
    assert (seen(cast.lin, large).open, money(cast.lin, second).free) == (D(20), D(40))
    with pytest.raises(FulfilmentRefused):
        pay(cast.lin, second, large, 21)
    pay(cast.lin, second, large)
    assert money(cast.lin, second).free == D(20)
    actions.refund(
        actor=cast.lin, receipt_id=second.pk, version=money(cast.lin, second).version, amount=D(15), why="多付",
        today=TODAY,
    )  # fmt: skip
    assert (money(cast.lin, second).free, money(cast.lin, second).refunded) == (D(5), D(15))


def test_a_void_invoice_sets_its_money_free(cast, contract):
    bill, paid = invoiced(cast.lin, contract), received(cast.lin, cast.hebei, 30)
    pay(cast.lin, paid, bill)
    actions.void_invoice(actor=cast.lin, invoice_id=bill.pk, version=4, why="税率有误", today=TODAY)
    assert (money(cast.lin, paid).free, seen(cast.lin, bill).state) == (D(30), InvoiceState.VOID)
    again = invoiced(cast.lin, contract)
    pay(cast.lin, paid, again)
    assert seen(cast.lin, again).payment is Payment.RECEIVED


def test_money_is_taken_off_again_for_a_reason_and_the_record_stays(cast, contract):
    bill, paid = invoiced(cast.lin, contract), received(cast.lin, cast.hebei, 30)
    part = pay(cast.lin, paid, bill, 30)
    at = {"actor": cast.lin, "allocation_id": part.pk, "today": TODAY}
    with pytest.raises(FulfilmentRefused):
        actions.release(version=2, why=" ", **at)
    with pytest.raises(EditConflict):
        actions.release(version=1, why="付错", **at)
    actions.release(version=2, why="付错", **at)
    assert (money(cast.lin, paid).free, seen(cast.lin, bill).open) == (D(30), D(30))
    kept = queries.allocations(actor=cast.lin, today=TODAY, receipt_id=paid.pk)
    assert [(row.amount, row.released_on, row.why) for row in kept] == [(D(30), TODAY, "付错")]


def test_money_of_another_currency_or_customer_pays_nothing(cast, contract):
    bill = invoiced(cast.lin, contract)
    dollars = received(cast.lin, cast.hebei, 30, currency="USD")
    with pytest.raises(FulfilmentRefused):
        pay(cast.lin, dollars, bill)
    draft = actions.draft_invoice(actor=cast.lin, node_id=plan(cast.lin, contract).nodes[1].id, today=TODAY)
    with pytest.raises(FulfilmentRefused):
        pay(cast.lin, received(cast.lin, cast.hebei, 30), draft)


def test_overdue_money_climbs_the_ladder_and_opens_a_dispute_once(cast, contract):
    bill = invoiced(cast.lin, contract, due_on=date(2026, 5, 15))
    fresh = invoiced(cast.lin, contract, 1, due_on=date(2026, 5, 26))
    assert (seen(cast.lin, bill).rung, seen(cast.lin, bill).lacks_ticket) == (15, True)
    assert actions.climb(actor=cast.system, today=TODAY) == 2
    assert actions.climb(actor=cast.system, today=TODAY) == 0
    ticket = seen(cast.lin, bill).ticket
    assert (ticket.owner_id, ticket.reason, ticket.due_on) == (cast.lin.pk, None, date(2026, 6, 8))
    assert seen(cast.lin, fresh).ticket is None
    assert actions.climb(actor=cast.system, today=date(2026, 6, 14)) == 3
    rungs = Escalation.objects.scope(Scope.SYSTEM).order_by("pk").values_list("rung", flat=True)
    assert list(rungs) == [7, 15, 30, 7, 15]
    actions.change_ticket(
        actor=cast.lin, ticket_id=ticket.id, version=1, reason=Reason.PAPERS, owner_id=cast.song.pk,
        due_on=date(2026, 6, 9), words="缺验收证书", today=TODAY,
    )  # fmt: skip
    assert seen(cast.lin, bill).ticket.reason is Reason.PAPERS
    pay(cast.lin, received(cast.lin, cast.hebei, 30), bill)
    assert seen(cast.lin, bill).ticket is None
    assert queries.tickets(actor=cast.lin, today=TODAY, pk=ticket.id)[0].closed_on == TODAY


def test_a_dispute_is_opened_by_hand_before_the_ladder_does(cast, contract):
    bill = invoiced(cast.lin, contract, due_on=date(2026, 5, 30))
    told = {"reason": Reason.NOT_ACCEPTED, "owner_id": cast.lin.pk, "due_on": TODAY, "words": "w"}
    actions.open_ticket(actor=cast.lin, invoice_id=bill.pk, today=TODAY, **told)
    with pytest.raises(FulfilmentRefused):
        actions.open_ticket(actor=cast.lin, invoice_id=bill.pk, today=TODAY, **told)
    with pytest.raises(FulfilmentRefused):
        actions.climb(actor=cast.lin, today=TODAY)


def test_the_worker_climbs_the_ladder_once_a_day(cast, contract):
    bill, worker = invoiced(cast.lin, contract, due_on=date(2026, 5, 20)), Worker()
    for day in ("2026-05-26", "2026-05-27"):
        with time_machine.travel(f"{day} 09:00:00+08:00", tick=False):
            worker.begin_day()
        assert (seen(cast.lin, bill).ticket is not None) == (day == "2026-05-27")


def test_a_daily_act_that_fails_keeps_no_other_from_its_day(cast, contract, monkeypatch):
    bill = invoiced(cast.lin, contract, due_on=date(2026, 5, 20))
    ladder = daily.ACTS["ladder"]
    monkeypatch.setattr(daily, "ACTS", {"broken": lambda _today: 1 / 0, "ladder": ladder})
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        Worker().begin_day()
    assert seen(cast.lin, bill).ticket
