"""From a won opportunity to the money, as a browser does it; and the cash page with its figures."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from shapan.foundation.models import Scope
from shapan.fulfilment import queries
from shapan.fulfilment.models import Contract
from shapan.fulfilment.terms import ContractState
from shapan.fulfilment.tests import scenes
from shapan.opportunities import actions as opportunities

TODAY = date(2026, 6, 1)
D = Decimal


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        yield


@pytest.fixture
def lin(cast, client):
    client.force_login(cast.lin)
    return cast.lin


def to(name, *args):
    return reverse(f"fulfilment:{name}", args=args)


def page(client, name, *args):
    return client.get(to(name, *args)).content.decode()


def sent(client, place, /, *args, **typed):
    """Posted and done."""
    answer = client.post(to(place, *args), typed)
    assert answer.status_code == 302, answer.content.decode()
    return answer


def test_from_the_won_opportunity_to_the_signed_plan(client, cast, lin):
    deal = opportunities.open_opportunity(
        actor=lin, name="骨干网", account_id=cast.hebei.pk, amount=D(100), currency="CNY", today=TODAY
    )
    opportunities.win(actor=lin, opportunity_id=deal.pk, version=1, decided_on=TODAY, today=TODAY)
    shown = client.get(reverse("opportunities:one", args=[deal.pk])).content.decode()
    assert f"{to('open')}?opportunity={deal.pk}" in shown
    typed = {"name": "骨干网", "account_id": cast.hebei.pk, "amount": "100", "currency": "cny", "owner_id": lin.pk}
    client.post(f"{to('open')}?opportunity={deal.pk}", typed | {"number": "HT-9"})
    contract = Contract.objects.scope(Scope.SYSTEM).get()
    assert contract.opportunity_id == deal.pk
    sent(client, "add_deliverable", contract.pk, version=1, name="设备", due_on="2026-07-01")
    goods = scenes.plan(lin, contract).deliverables[0]
    node = {"name": "到货款", "amount": "100", "due_on": "2026-08-01", "needs": "ready", "deliverable_ids": [goods.id]}
    sent(client, "add_node", contract.pk, version=2, **node)
    sent(client, "step", contract.pk, "in_review", version=3)
    refused = client.post(to("step", contract.pk, "active"), {"version": 4})
    assert refused.url == to("contract", contract.pk)
    sent(client, "step", contract.pk, "signed", version=4, signed_on="2026-06-01")
    sent(client, "step", contract.pk, "active", version=5)
    assert queries.contract(actor=lin, contract_id=contract.pk, today=TODAY).state is ContractState.ACTIVE


def test_what_a_move_moves_is_shown_before_it_is_confirmed(client, cast, lin):
    contract = scenes.activated(lin, cast.hebei)
    goods = scenes.plan(lin, contract).deliverables[0]
    typed = {"version": scenes.version(lin, contract.pk), "to": "2026-03-21", "cause": "shortage", "why": "缺料"}
    shown = client.post(to("move", goods.id), typed)
    assert shown.status_code == 200
    assert "2026-04-21" in shown.content.decode()
    assert scenes.plan(lin, contract).nodes[0].due_on == date(2026, 4, 1)
    sent(client, "move", goods.id, **typed, confirmed="1")
    assert "2026-04-21" in page(client, "contract", contract.pk)


def test_tested_confirmed_invoiced_and_paid(client, cast, lin):
    contract = scenes.activated(lin, cast.hebei, parts=(100,))
    goods = scenes.plan(lin, contract).deliverables[0]
    sent(client, "deliver", goods.id, version=scenes.version(lin, contract.pk), ready_on="2026-05-30")
    planned = {"kind": "final", "planned_on": "2026-06-01", "deliverable_ids": [goods.id], "items": "吞吐\n时延"}
    sent(client, "plan_acceptance", contract.pk, **planned)
    test = queries.acceptances(actor=lin, contract_id=contract.pk, today=TODAY)[0]
    sent(client, "step_acceptance", test.id, "pending", version=1)
    sent(client, "step_acceptance", test.id, "in_progress", version=2)
    for n, item in enumerate(test.items):
        sent(client, "judge", item.id, version=3 + n, result="passed", note="")
    sent(client, "raise_issue", test.id, version=5, words="标签不全")
    sent(client, "step_acceptance", test.id, "passed", version=6)
    assert client.post(to("step_acceptance", test.id, "confirming"), {"version": 7}).status_code == 422
    issue = scenes.acceptance(lin, test.id).issues[0]
    sent(client, "close_issue", issue.id, version=7, outcome="已补")
    sent(client, "step_acceptance", test.id, "confirming", version=8)
    confirmed = {"version": 9, "completed_on": "2026-06-01", "confirmed_by_id": cast.gao.pk}
    sent(client, "step_acceptance", test.id, "completed", **confirmed)
    assert "高总" in page(client, "acceptance", test.id)
    node = scenes.plan(lin, contract).nodes[0]
    sent(client, "draft", node.id, amount="100")
    bill = queries.invoices_of(actor=lin, contract_id=contract.pk, today=TODAY)[0]
    sent(client, "step_invoice", bill.id, "applied", version=1)
    sent(client, "step_invoice", bill.id, "approved", version=2)
    sent(client, "step_invoice", bill.id, "issued", version=3, number="FP-1", issued_on="2026-06-01")
    sent(client, "receive", cast.hebei.pk, amount="120", currency="cny", received_on="2026-06-01")
    receipt = queries.receipts(actor=lin, today=TODAY)[0]
    sent(client, "allocate", receipt.id, version=1, invoice_id=bill.id, amount="")
    sent(client, "refund", receipt.id, version=2, amount="5", why="多付")
    assert "15 CNY" in page(client, "receipt", receipt.id)
    sent(client, "step", contract.pk, "closed", version=scenes.version(lin, contract.pk), closed_on="2026-06-01")
    due = queries.follow_ups(actor=lin, contract_id=contract.pk, today=TODAY)[0]
    sent(client, "follow_up", due.id, done_on="2026-06-01")


def test_a_dispute_is_opened_and_carried_on(client, cast, lin):
    contract = scenes.activated(lin, cast.hebei)
    scenes.deliver(lin, contract)
    bill = scenes.invoiced(lin, contract, due_on=date(2026, 5, 1))
    typed = {"reason": "papers", "owner_id": lin.pk, "due_on": "2026-06-08", "words": "缺证书"}
    sent(client, "dispute", bill.pk, **typed)
    assert "缺证书" in page(client, "contract", contract.pk)
    sent(client, "dispute", bill.pk, version=1, **typed | {"reason": "scope"})
    shown = page(client, "cash")
    assert all(word in shown for word in ("范围争议", "31 至 60 天", "30 CNY"))
    file = client.get(to("export", "csv")).content.decode()
    assert "范围争议" in file
    assert client.get(to("export", "exe")).status_code == 404


def test_the_figures_and_what_they_are_made_of(cast):
    lin, contract = cast.lin, scenes.activated(cast.lin, cast.hebei)
    scenes.deliver(lin, contract)
    old = scenes.invoiced(lin, contract, 0, issued_on=date(2026, 2, 1))
    scenes.invoiced(lin, contract, 1, issued_on=date(2026, 5, 20))
    scenes.pay(lin, scenes.received(lin, cast.hebei, 20, on=date(2026, 4, 2)), old)
    seen = queries.cash(actor=lin, today=TODAY)
    assert (seen.receivables.value, seen.overdue.value) == (D(80), D(10))
    assert [(bucket.key, bucket.total.known) for bucket in seen.ageing if bucket.rows] == [
        ("not_due", D(70)), ("d90", D(10)),
    ]  # fmt: skip
    assert sum(bucket.total.known for bucket in seen.ageing) == seen.receivables.value
    assert seen.figures.dso.value == D("102.9")
    assert seen.figures.best_dso.value == D("90.0")
    assert seen.figures.to_pay.value == D("60.0")
    assert seen.figures.to_first_cash.value == D("72.0")
    assert [bucket.key for bucket in seen.causes] == [""]


def test_planned_payments_are_foreseen_and_a_missing_rate_leaves_the_total_open(cast):
    scenes.activated(cast.lin, cast.hebei, parts=(100,))
    euro = scenes.activated(cast.lin, cast.hebei, name="欧", currency="EUR")
    scenes.deliver(cast.lin, euro)
    scenes.invoiced(cast.lin, euro, due_on=date(2026, 6, 20))
    seen = queries.cash(actor=cast.lin, today=TODAY)
    assert seen.receivables.value is None
    assert seen.receivables.without_rate == ("EUR",)
    assert seen.figures.dso.value is None
    coming = {bucket.key: bucket for bucket in seen.forecast}
    assert [(row.what, row.amount) for row in coming["late"].rows] == [("付款0", D(100)), ("付款1", D(70))]
    assert [row.invoice[:2] for row in coming["d30"].rows] == ["FP"]
    assert queries.cash(actor=cast.wu, today=TODAY).receivables.count == 0
