"""Money that came in, what it pays, what goes back. Received = allocated + refunded + free, after every act."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.foundation.models import Scope, touch
from shapan.fulfilment import queries
from shapan.fulfilment.actions.common import (
    FulfilmentRefused,
    contract_in,
    contract_of,
    refuse_amount,
    refuse_to_come,
    tell,
    to_change,
)
from shapan.fulfilment.actions.tickets import end_ticket
from shapan.fulfilment.models import Allocation, Contract, Invoice, Receipt, Refund
from shapan.fulfilment.rules.money import Billed, Received, most
from shapan.fulfilment.terms import ContractState, InvoiceState, Tag
from shapan.journal import actions as journal


@transaction.atomic
def record_receipt(
    *, actor, account_id: int, amount: Decimal, currency: str, received_on: date, today: date, reference: str = ""
) -> Receipt:
    """Money came in from this customer. It pays nothing until somebody says what."""
    if not accounts.may_edit(actor, account_id, today):
        raise FulfilmentRefused(_("You hold no seat on this account team."), field="account_id")
    refuse_amount(amount)
    refuse_to_come(received_on, today, "received_on")
    row = Receipt(
        account_id=account_id, amount=amount, currency=currency, received_on=received_on, reference=reference,
        recorded_by=actor,
    )  # fmt: skip
    row.full_clean()
    row.save()
    _tell(actor, Tag.RECEIVED, row, amount)
    return row


@transaction.atomic
def allocate(
    *, actor, receipt_id: int, version: int, invoice_id: int, today: date, amount: Decimal | None = None
) -> Allocation:
    """So much of it pays that invoice; without an amount, as much as both allow."""
    contract = contract_in(contract_of(Invoice, invoice_id, actor=actor, today=today), ContractState.ACTIVE)
    invoice = to_change(Invoice, invoice_id, actor=actor, today=today)
    receipt = to_change(Receipt, receipt_id, actor=actor, today=today)
    if receipt.account_id != contract.account_id:
        raise FulfilmentRefused(_("The money came from another customer."), field="invoice_id")
    if receipt.currency != contract.currency:
        raise FulfilmentRefused(_("The invoice is in another currency."), field="invoice_id")
    if invoice.state != InvoiceState.ISSUED:
        raise FulfilmentRefused(_("Only an issued invoice is paid."), field="invoice_id")
    billed = Billed(invoice.amount, _held(Allocation, invoice=invoice, released_on=None))
    received = _received(receipt)
    amount = most(billed, received) if amount is None else amount
    refuse_amount(amount, most(billed, received))
    touch(receipt, version=version)
    row = Allocation(receipt=receipt, invoice=invoice, amount=amount, on=today, by=actor)
    row.full_clean()
    row.save()
    tell(actor, Tag.ALLOCATED, row, contract, invoice=str(invoice), amount=f"{amount:,.2f} {receipt.currency}")
    if amount == billed.open:
        end_ticket(actor, invoice, contract, today)
    return row


@transaction.atomic
def release(*, actor, allocation_id: int, version: int, why: str, today: date) -> Allocation:
    """It does not pay that invoice after all: the money is free again. The version is the receipt's."""
    found = next(iter(queries.allocations(actor=actor, today=today, pk=allocation_id)), None)
    if found is None:
        raise FulfilmentRefused(_("This is not yours to change."))
    contract = contract_in(contract_of(Invoice, found.invoice_id, actor=actor, today=today), ContractState.ACTIVE)
    receipt = to_change(Receipt, found.receipt_id, actor=actor, today=today)
    row = to_change(Allocation, allocation_id, actor=actor, today=today)
    if not why.strip():
        raise FulfilmentRefused(_("Give a reason."), field="why")
    if row.released_on:
        raise FulfilmentRefused(_("It is free already."))
    touch(receipt, version=version)
    return _release(actor, row, contract, why.strip(), today)


def release_all(actor, invoice: Invoice, contract: Contract, why: str, today: date) -> None:
    """Everything paid on an invoice that becomes void is free again; for an action that has checked the right."""
    standing = Allocation.objects.scope(Scope.WRITE).filter(invoice=invoice, released_on=None)
    for row in standing.select_related("receipt").order_by("receipt_id"):
        touch(row.receipt, version=row.receipt.version)
        _release(actor, row, contract, why, today)


@transaction.atomic
def refund(*, actor, receipt_id: int, version: int, amount: Decimal, why: str, today: date) -> Refund:
    """So much of what is free went back to the customer."""
    receipt = to_change(Receipt, receipt_id, actor=actor, today=today)
    if not why.strip():
        raise FulfilmentRefused(_("Give a reason."), field="why")
    refuse_amount(amount, _received(receipt).free)
    touch(receipt, version=version)
    row = Refund(receipt=receipt, amount=amount, on=today, by=actor, why=why.strip())
    row.full_clean()
    row.save()
    _tell(actor, Tag.REFUNDED, receipt, amount, why=why.strip())
    return row


def _release(actor, row: Allocation, contract: Contract, why: str, today: date) -> Allocation:
    row.released_on, row.released_by, row.why = today, actor, why
    row.save(update_fields=["released_on", "released_by", "why"])
    tell(actor, Tag.RELEASED, row, contract, amount=f"{row.amount:,.2f} {contract.currency}", why=why)
    return row


def _received(receipt: Receipt) -> Received:
    allocated = _held(Allocation, receipt=receipt, released_on=None)
    return Received(receipt.amount, allocated, _held(Refund, receipt=receipt))


def _held(model, **where) -> Decimal:
    rows = model.objects.scope(Scope.WRITE).filter(**where).values_list("amount", flat=True)
    return sum(rows, Decimal(0))


def _tell(actor, tag: Tag, receipt: Receipt, amount: Decimal, **more) -> None:
    said = f"{amount:,.2f} {receipt.currency}"
    journal.record(actor=actor, tag=tag, subject=receipt, account_id=receipt.account_id, amount=said, **more)
