"""A contract goes its way: from a won opportunity to its end, each step an act that says what is missing."""

from datetime import date
from decimal import Decimal

import pytest

from shapan.fulfilment import actions, queries
from shapan.fulfilment.actions import FulfilmentRefused
from shapan.fulfilment.terms import AcceptanceState, Cause, ContractState, Fact, FollowUpKind, Result, Standing
from shapan.fulfilment.tests.scenes import (
    TODAY,
    accepted,
    activated,
    deliver,
    drafted,
    invoiced,
    judge,
    on,
    pay,
    plan,
    planned,
    received,
    step,
    under_test,
    version,
)
from shapan.journal import queries as journal
from shapan.kernel.errors import EditConflict
from shapan.opportunities import actions as opportunities
from shapan.opportunities import queries as opportunity_reads
from shapan.opportunities.models import OpportunityLine, Product
from shapan.projects import inputs
from shapan.projects.terms import Check

WON = {"name": "骨干网扩容", "amount": Decimal(12_000_000), "currency": "CNY", "category": "传输"}


def facts(cast, contract):
    return queries.contract(actor=cast.lin, contract_id=contract.pk, today=TODAY)


def missing_from(act, *args, **told):
    with pytest.raises(FulfilmentRefused) as refused:
        act(*args, **told)
    return refused.value.missing


def test_a_won_opportunity_becomes_a_contract_with_everything_it_carries(cast):
    deal = opportunities.open_opportunity(actor=cast.lin, account_id=cast.hebei.pk, today=TODAY, **WON)
    router = Product(name="NE40")
    router.save()
    OpportunityLine(opportunity=deal, product=router, quantity=Decimal(3), amount=Decimal(9)).save()
    asked = {"actor": cast.lin, "opportunity_id": deal.pk, "today": TODAY}
    with pytest.raises(FulfilmentRefused):
        actions.open_contract(**asked)
    opportunities.win(version=1, decided_on=TODAY, **asked)
    contract = actions.open_contract(**asked)
    row = facts(cast, contract)
    assert (row.name, row.amount, row.currency, row.category) == tuple(WON.values())
    assert (row.account_id, row.owner_id, row.opportunity) == (cast.hebei.pk, cast.lin.pk, "骨干网扩容")
    lines = queries.lines(actor=cast.lin, contract_id=contract.pk, today=TODAY)
    assert [(line.product, line.quantity, line.amount) for line in lines] == [("NE40", 3, 9)]


def test_every_step_says_what_it_still_needs(cast):
    contract = drafted(cast.lin, cast.hebei)
    on(cast.lin, contract, actions.submit)
    on(cast.lin, contract, actions.change_contract, number="")
    assert missing_from(on, cast.lin, contract, actions.sign, signed_on=TODAY) == (Fact.NUMBER,)
    on(cast.lin, contract, actions.change_contract, number="HT-1")
    on(cast.lin, contract, actions.sign, signed_on=TODAY)
    assert missing_from(on, cast.lin, contract, actions.activate) == (Fact.DELIVERABLES, Fact.NODES, Fact.WHOLE)
    planned(cast.lin, contract, parts=(30, 60))
    assert missing_from(on, cast.lin, contract, actions.activate) == (Fact.WHOLE,)
    on(cast.lin, contract, actions.add_node, name="尾款", amount=Decimal(10))
    assert missing_from(on, cast.lin, contract, actions.activate) == (Fact.DAYS, Fact.BOUND)
    assert facts(cast, contract).state is ContractState.SIGNED


def test_what_is_signed_keeps_its_amount_and_what_is_delivered_keeps_its_plan(cast):
    contract = activated(cast.lin, cast.hebei)
    with pytest.raises(FulfilmentRefused):
        on(cast.lin, contract, actions.change_contract, amount=Decimal(90))
    with pytest.raises(FulfilmentRefused):
        on(cast.lin, contract, actions.add_deliverable, name="x")
    on(cast.lin, contract, actions.change_contract, name="新名", owner_id=cast.song.pk, warranty_months=24)
    assert (facts(cast, contract).name, facts(cast, contract).owner) == ("新名", "宋青")


def test_two_who_change_a_plan_at_once_are_told(cast):
    contract = drafted(cast.lin, cast.hebei)
    read = version(cast.lin, contract.pk)
    asked = {"contract_id": contract.pk, "version": read, "today": TODAY}
    actions.add_deliverable(actor=cast.lin, name="a", **asked)
    with pytest.raises(EditConflict):
        actions.add_deliverable(actor=cast.song, name="b", **asked)


def test_a_shortage_moves_the_milestone_and_the_payment_behind_it(cast):
    contract = activated(cast.lin, cast.hebei)
    goods = plan(cast.lin, contract).deliverables[0]
    moved = queries.moving(plan(cast.lin, contract), deliverable_id=goods.id, to=date(2026, 3, 21))
    assert [(one.name, one.shift.days) for one in moved] == [("付款0", 20)]
    told = {"to": date(2026, 3, 21), "cause": Cause.SHORTAGE, "why": "缺光模块", "today": TODAY}
    asked = {"actor": cast.lin, "deliverable_id": goods.id, "version": version(cast.lin, contract.pk)}
    actions.move_deliverable(**asked, **told)
    assert [row.due_on for row in plan(cast.lin, contract).nodes] == [date(2026, 4, 2), date(2026, 4, 21)]
    kept = queries.shifts(actor=cast.lin, contract_id=contract.pk, today=TODAY)[0]
    assert (kept.deliverable, kept.why, kept.by, kept.nodes[0].shift.days) == ("设备0", "缺光模块", "林岚", 20)
    with pytest.raises(EditConflict):
        actions.move_deliverable(**asked, **told | {"to": date(2026, 5, 1)})


def test_an_acceptance_waits_for_delivery_results_and_issues(cast):
    contract = activated(cast.lin, cast.hebei, needs=Standing.FINAL)
    assert missing_from(under_test, cast.lin, contract) == (Fact.READY,)
    deliver(cast.lin, contract)
    pk = under_test(cast.lin, contract)
    assert missing_from(step, cast.lin, pk, AcceptanceState.PASSED) == (Fact.JUDGED,)
    judge(cast.lin, pk, Result.FAILED, Result.PASSED)
    assert missing_from(step, cast.lin, pk, AcceptanceState.PASSED) == (Fact.NONE_FAILED,)
    step(cast.lin, pk, AcceptanceState.FAILED, why="吞吐不足")
    step(cast.lin, pk, AcceptanceState.RETRYING)
    judge(cast.lin, pk, Result.CONDITIONAL, Result.PASSED)
    at = {"actor": cast.lin, "today": TODAY}
    issue = actions.raise_issue(
        **at, acceptance_id=pk, version=queries.acceptance(**at, acceptance_id=pk).version, words="补测"
    )
    step(cast.lin, pk, AcceptanceState.PASSED)
    assert missing_from(step, cast.lin, pk, AcceptanceState.CONFIRMING) == (Fact.ISSUES,)
    seen = queries.acceptance(**at, acceptance_id=pk)
    actions.close_issue(**at, issue_id=issue.pk, version=seen.version, outcome="已补测")
    step(cast.lin, pk, AcceptanceState.CONFIRMING)
    confirmed = {"completed_on": TODAY, "confirmed_by_id": cast.wu.pk + 999}
    with pytest.raises(FulfilmentRefused):
        step(cast.lin, pk, AcceptanceState.COMPLETED, **confirmed)
    assert plan(cast.lin, contract).deliverables[0].standing is Standing.READY
    step(cast.lin, pk, AcceptanceState.COMPLETED, completed_on=TODAY, confirmed_by_id=cast.gao.pk)
    assert plan(cast.lin, contract).deliverables[0].standing is Standing.FINAL
    assert plan(cast.lin, contract).nodes[0].readiness.invoiceable


def test_a_contract_closes_when_all_is_accepted_and_paid_and_opens_the_next_lead(cast):
    contract = activated(cast.lin, cast.hebei)
    lacking = missing_from(on, cast.lin, contract, actions.close, closed_on=TODAY)
    assert lacking == (Fact.FINAL, Fact.INVOICED)
    deliver(cast.lin, contract)
    accepted(cast.lin, contract, cast.gao)
    bills = [invoiced(cast.lin, contract, n) for n in (0, 1)]
    assert missing_from(on, cast.lin, contract, actions.close, closed_on=TODAY) == (Fact.PAID,)
    money = received(cast.lin, cast.hebei, 100)
    for bill in bills:
        pay(cast.lin, money, bill)
    on(cast.lin, contract, actions.close, closed_on=TODAY)
    at = {"actor": cast.lin, "today": TODAY}
    due = queries.follow_ups(**at, contract_id=contract.pk)
    assert [(row.kind, row.due_on) for row in due] == [
        (FollowUpKind.RETROSPECTIVE, date(2026, 6, 15)), (FollowUpKind.SURVEY, date(2026, 7, 1)),
    ]  # fmt: skip
    lead = opportunity_reads.lead(**at, lead_id=facts(cast, contract).next_lead_id)
    assert lead.is_in_pool
    assert "HT-骨干网" in lead.origin
    actions.finish_follow_up(**at, follow_up_id=due[0].id, done_on=TODAY)
    assert [row.kind for row in queries.follow_ups_due(**at, until=date(2026, 12, 1))] == [FollowUpKind.SURVEY]
    told = journal.entries_of_account(**at, account_id=cast.hebei.pk)
    assert any("骨干网" in entry.sentence for entry in told)


def test_a_contract_is_not_cancelled_while_money_hangs_on_it(cast):
    contract = activated(cast.lin, cast.hebei)
    deliver(cast.lin, contract)
    bill = invoiced(cast.lin, contract)
    assert missing_from(on, cast.lin, contract, actions.cancel, why="客户撤项") == (Fact.SETTLED,)
    actions.void_invoice(actor=cast.lin, invoice_id=bill.pk, version=4, why="撤", today=TODAY)
    on(cast.lin, contract, actions.cancel, why="客户撤项")
    assert facts(cast, contract).state is ContractState.CANCELLED
    with pytest.raises(FulfilmentRefused):
        on(cast.lin, contract, actions.change_contract, name="x")


def test_the_gate_that_closes_a_project_reads_the_contracts(cast):
    """ATCC asks for acceptance, cash and claims: met when every contract of the opportunity has them."""
    who = {"actor": cast.lin, "today": TODAY}
    deal = opportunities.open_opportunity(
        **who, name="骨干网", account_id=cast.hebei.pk, amount=Decimal(100), currency="CNY"
    )
    opportunities.win(**who, opportunity_id=deal.pk, version=1, decided_on=TODAY)
    asked = {**who, "opportunity_id": deal.pk}
    lines = {Check.ACCEPTANCE, Check.CASH, Check.CLAIMS}
    assert not lines & set(inputs.told(**asked))
    contract = activated(cast.lin, cast.hebei, opportunity_id=deal.pk)
    told = inputs.told(**asked)
    assert {check: told[check] for check in lines} == {
        Check.ACCEPTANCE: False, Check.CASH: False, Check.CLAIMS: True,
    }  # fmt: skip
    deliver(cast.lin, contract)
    accepted(cast.lin, contract, cast.gao)
    for n in (0, 1):
        pay(cast.lin, received(cast.lin, cast.hebei, 30 if n == 0 else 70), invoiced(cast.lin, contract, n))
    told = inputs.told(**asked)
    assert all(told[check] for check in lines)
