"""Invoices: asked for when their payment waits for nothing any more, approved, issued; void for a reason."""

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import change
from shapan.fulfilment import queries
from shapan.fulfilment.actions.common import (
    FulfilmentRefused,
    contract_in,
    contract_of,
    refuse_amount,
    refuse_missing,
    refuse_to_come,
    tell,
    to_change,
)
from shapan.fulfilment.actions.receipts import release_all
from shapan.fulfilment.actions.tickets import end_ticket
from shapan.fulfilment.models import Contract, Invoice, InvoiceStep, PaymentNode
from shapan.fulfilment.rules.steps import INVOICES
from shapan.fulfilment.terms import ContractState, Fact, InvoiceState, Tag
from shapan.kernel.steps import missing


@transaction.atomic
def draft_invoice(*, actor, node_id: int, today: date, amount: Decimal | None = None) -> Invoice:
    """Of a payment that waits for nothing any more; without an amount, for all that is left of it."""
    contract = contract_in(contract_of(PaymentNode, node_id, actor=actor, today=today), ContractState.ACTIVE)
    node = _node(actor, contract, node_id, today)
    if not node.readiness.bound:
        raise FulfilmentRefused(_("This payment is bound to no deliverable."))
    if not node.readiness.invoiceable:
        told = _("This payment still waits for: {names}.").format(names=_(", ").join(node.waits_for))
        raise FulfilmentRefused(told, missing=(Fact.INVOICEABLE,))
    amount = node.left if amount is None else amount
    refuse_amount(amount, node.left)
    row = Invoice(contract=contract, node_id=node_id, amount=amount)
    row.full_clean()
    row.save()
    InvoiceStep(invoice=row, after=InvoiceState.DRAFT, on=today, by=actor).save()
    tell(actor, Tag.INVOICE_OPENED, row, contract, amount=f"{amount:,.2f} {contract.currency}")
    return row


def apply_for_invoice(**step) -> Invoice:
    return _step(InvoiceState.APPLIED, **step)


def return_invoice(*, why: str, **step) -> Invoice:
    return _step(InvoiceState.DRAFT, why=why, **step)


def approve_invoice(**step) -> Invoice:
    return _step(InvoiceState.APPROVED, **step)


def issue_invoice(*, number: str, issued_on: date, due_on: date | None = None, **step) -> Invoice:
    """It was sent. Without a day it is due as many days later as the contract says."""
    refuse_to_come(issued_on, step["today"], "issued_on")
    return _step(InvoiceState.ISSUED, number=number.strip(), issued_on=issued_on, due_on=due_on, **step)


def void_invoice(*, why: str, **step) -> Invoice:
    """It counts no longer. What had been paid on it is free again, and may pay another."""
    return _step(InvoiceState.VOID, why=why, voided_on=step["today"], **step)


@transaction.atomic
def _step(to: InvoiceState, *, actor, invoice_id: int, version: int, today: date, why: str = "", **values) -> Invoice:
    contract = contract_in(contract_of(Invoice, invoice_id, actor=actor, today=today), ContractState.ACTIVE)
    row = to_change(Invoice, invoice_id, actor=actor, today=today)
    before, why = InvoiceState(row.state), why.strip()
    if to is InvoiceState.ISSUED and not values["due_on"] and contract.payment_days is not None:
        values["due_on"] = values["issued_on"] + timedelta(days=contract.payment_days)
    known = {Fact(name) for name in ("number", "issued_on", "due_on") if values.get(name)}
    known |= {Fact.REASON} if why else set()
    known |= {Fact.INVOICEABLE} if _node(actor, contract, row.node_id, today).readiness.invoiceable else set()
    refuse_missing(missing(INVOICES, before, to, frozenset(known)))
    if to is InvoiceState.ISSUED and values["due_on"] < values["issued_on"]:
        raise FulfilmentRefused(_("It cannot be due before it was issued."), field="due_on")
    change(row, version=version, state=to, **values)
    if to is InvoiceState.VOID:
        release_all(actor, row, contract, why, today)
        end_ticket(actor, row, contract, today)
    InvoiceStep(invoice=row, before=before, after=to, on=values.get("issued_on") or today, by=actor, why=why).save()
    tell(actor, Tag.INVOICE_STEP, row, contract, invoice=str(row), before=before, after=to, why=why)
    return row


def _node(actor, contract: Contract, node_id: int, today: date):
    plan = queries.plan(actor=actor, contract_id=contract.pk, today=today)
    return next(row for row in plan.nodes if row.id == node_id)
