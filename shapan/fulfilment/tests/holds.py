"""What must hold after every act, read from the tables themselves."""

from collections import defaultdict
from decimal import Decimal

from shapan.foundation.models import Scope
from shapan.fulfilment import models, queries
from shapan.fulfilment.terms import AcceptanceState, ContractState, InvoiceState
from shapan.opportunities.terms import Stage


def rows(model):
    return list(model.objects.scope(Scope.SYSTEM).order_by("pk"))


def sums(parts, by):
    found = defaultdict(Decimal)
    for row in parts:
        found[getattr(row, by)] += row.amount
    return found


def everything_holds(by, day):
    invoices, receipts = rows(models.Invoice), rows(models.Receipt)
    no_money_is_lost(invoices, receipts)
    for of, parts, whole in (
        (rows(models.Contract), rows(models.ContractStep), "contract_id"),
        (rows(models.Acceptance), rows(models.AcceptanceStep), "acceptance_id"),
        (invoices, rows(models.InvoiceStep), "invoice_id"),
    ):
        the_way_is_whole(of, parts, whole)
    contracts = rows(models.Contract)
    plans = queries.plans(actor=by, contract_ids=[row.pk for row in contracts], today=day)
    for row in contracts:
        a_contract_holds(row, plans[row.pk], [one for one in invoices if one.contract_id == row.pk])
    for row in rows(models.Acceptance):
        an_acceptance_holds(queries.acceptance(actor=by, acceptance_id=row.pk, today=day))
    open_money = {row.id for row in queries.unpaid(actor=by, today=day)}
    assert {row.invoice_id for row in rows(models.Ticket) if not row.closed_on} <= open_money


def no_money_is_lost(invoices, receipts):
    live = [row for row in rows(models.Allocation) if not row.released_on]
    refunds = rows(models.Refund)
    on_bill, of_receipt, back = sums(live, "invoice_id"), sums(live, "receipt_id"), sums(refunds, "receipt_id")
    free = {row.pk: row.amount - of_receipt[row.pk] - back[row.pk] for row in receipts}
    assert all(amount >= 0 for amount in free.values())
    for row in invoices:
        assert 0 <= on_bill[row.pk] <= row.amount
        assert row.state == InvoiceState.ISSUED or not on_bill[row.pk]
    received = sum(row.amount for row in receipts)
    assert received == sum(on_bill.values()) + sum(free.values()) + sum(back.values())
    paid = {(row.receipt.account_id, row.receipt.currency) for row in live}
    assert paid <= {(row.contract.account_id, row.contract.currency) for row in invoices}


def the_way_is_whole(of, parts, whole):
    """Each step begins where the one before it ended, and the last one ended where it stands."""
    last = {}
    for part in parts:
        assert part.before == last.get(getattr(part, whole), "")
        last[getattr(part, whole)] = part.after
    assert last == {row.pk: row.state for row in of}


def a_contract_holds(row, plan, invoices):
    standing = [one for one in invoices if one.state != InvoiceState.VOID]
    for node in plan.nodes:
        assert sum(one.amount for one in standing if one.node_id == node.id) <= node.amount
        assert node.readiness.invoiceable or not node.billed
    if row.opportunity_id:
        assert row.opportunity.stage == Stage.WON
    if row.state in {ContractState.SIGNED, ContractState.ACTIVE, ContractState.CLOSED}:
        assert row.signed_on
        assert row.number
    if row.state in {ContractState.ACTIVE, ContractState.CLOSED}:
        assert plan.total == row.amount
        assert all(node.readiness.bound and node.due_on for node in plan.nodes)
    if row.state == ContractState.CLOSED:
        assert all(node.issued == node.amount for node in plan.nodes)
        assert row.next_lead_id
        assert row.closed_on
    if row.state in {ContractState.CLOSED, ContractState.CANCELLED}:
        assert all(one.state == InvoiceState.ISSUED and one.amount == paid_on(one) for one in standing)


def paid_on(invoice):
    return sum(row.amount for row in rows(models.Allocation) if row.invoice_id == invoice.pk and not row.released_on)


def an_acceptance_holds(row):
    if row.state in {AcceptanceState.PASSED, AcceptanceState.CONFIRMING, AcceptanceState.COMPLETED}:
        assert row.items
        assert row.judged == len(row.items)
        assert not row.failed
    if row.state is AcceptanceState.COMPLETED:
        assert not row.open_issues
        assert row.confirmed_by_id
        assert row.completed_on
