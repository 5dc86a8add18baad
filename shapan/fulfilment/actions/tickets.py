"""Disputes about money that is late, and the ladder that opens them by itself."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope, change
from shapan.fulfilment import policies, queries
from shapan.fulfilment.actions.common import (
    FulfilmentRefused,
    contract_in,
    contract_of,
    refuse_absent,
    tell,
    to_change,
)
from shapan.fulfilment.models import Contract, Escalation, Invoice, Ticket
from shapan.fulfilment.rules.overdue import POLICY
from shapan.fulfilment.terms import ContractState, Reason, Tag


@transaction.atomic
def open_ticket(
    *, actor, invoice_id: int, reason: Reason, owner_id: int, due_on: date, today: date, words: str = ""
) -> Ticket:
    """Why it is not paid, who finds out, by when."""
    contract = contract_in(contract_of(Invoice, invoice_id, actor=actor, today=today), ContractState.ACTIVE)
    to_change(Invoice, invoice_id, actor=actor, today=today)
    refuse_absent(owner_id)
    seen = queries.invoice(actor=actor, invoice_id=invoice_id, today=today)
    if not seen.open:
        raise FulfilmentRefused(_("Nothing of it is open."))
    if seen.ticket:
        raise FulfilmentRefused(_("There is a dispute about it already."))
    facts = {"reason": reason, "owner_id": owner_id, "due_on": due_on, "words": words.strip()}
    return _open(actor, contract, invoice_id, today, **facts)


@transaction.atomic
def change_ticket(
    *, actor, ticket_id: int, version: int, reason: Reason, owner_id: int, due_on: date, today: date, words: str = ""
) -> Ticket:
    """What was found out, who goes on, by when. It ends with the money, or with the invoice."""
    row = to_change(Ticket, ticket_id, actor=actor, today=today)
    if row.closed_on:
        raise FulfilmentRefused(_("It is closed already."))
    refuse_absent(owner_id)
    changed = change(row, version=version, reason=reason, owner=owner_id, due_on=due_on, words=words.strip())
    if changed:
        contract = Contract.objects.scope(Scope.WRITE).get(
            pk=contract_of(Invoice, row.invoice_id, actor=actor, today=today)
        )
        tell(actor, Tag.TICKET_CHANGED, row, contract, changed=changed)
    return row


@transaction.atomic
def climb(*, actor, today: date) -> int:
    """Every overdue invoice to the rung it has reached: a rung is kept once, and from the first on there is a dispute.
    Returns how many rungs were climbed. Running it twice changes nothing.
    """
    if not policies.may_climb(actor, today):
        raise FulfilmentRefused(_("This is not yours to change."))
    kept = {(of, rung) for of, rung in _escalations()}
    climbed = 0
    for seen in queries.unpaid(actor=actor, today=today):
        if seen.rung is None:
            continue
        if seen.lacks_ticket:
            contract = Contract.objects.scope(Scope.WRITE).get(pk=seen.contract_id)
            due_on = today + timedelta(days=POLICY.ticket_days)
            _open(actor, contract, seen.id, today, owner_id=seen.owner_id, due_on=due_on)
        for rung in POLICY.rungs:
            if rung <= seen.days_late and (seen.id, rung) not in kept:
                _escalate(seen.id, rung, today)
                climbed += 1
    return climbed


def end_ticket(actor, invoice: Invoice, contract: Contract, today: date) -> None:
    """The money is in, or the invoice void: nothing is left to dispute. For actions that have checked the right."""
    row = Ticket.objects.scope(Scope.WRITE).filter(invoice=invoice, closed_on=None).first()
    if row:
        change(row, closed_on=today)
        tell(actor, Tag.TICKET_CLOSED, row, contract, invoice=str(invoice))


def _open(actor, contract: Contract, invoice_id: int, today: date, **facts) -> Ticket:
    row = Ticket(invoice_id=invoice_id, opened_on=today, opened_by=actor, **facts)
    row.full_clean()
    row.save()
    invoice = Invoice.objects.scope(Scope.WRITE).get(pk=invoice_id)
    tell(actor, Tag.TICKET_OPENED, row, contract, invoice=str(invoice))
    return row


def _escalations():
    return Escalation.objects.scope(Scope.WRITE).values_list("invoice_id", "rung")


def _escalate(invoice_id: int, rung: int, today: date) -> None:
    ticket = Ticket.objects.scope(Scope.WRITE).get(invoice_id=invoice_id, closed_on=None)
    Escalation(ticket=ticket, invoice_id=invoice_id, rung=rung, on=today).save()
