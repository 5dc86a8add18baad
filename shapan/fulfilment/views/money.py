"""Invoices, receipts, disputes, and the cash page."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from shapan.accounts import policies as accounts
from shapan.fulfilment import actions, queries
from shapan.fulfilment.forms import contracts as steps
from shapan.fulfilment.forms import money as forms
from shapan.fulfilment.phrases import NO_REASON, REASONS
from shapan.fulfilment.steps import ways_of_invoice
from shapan.fulfilment.views.doors import (
    account_or_404,
    asking,
    carried,
    colleagues,
    contract_or_404,
    found_or_404,
    stepped,
    to_contract,
)
from shapan.lists import exporting
from shapan.opportunities import queries as opportunities

both = require_http_methods(["GET", "POST"])


@require_GET
@login_required
def cash(request):
    context = {"cash": queries.cash(**asking(request)), "day": localdate()}
    return render(request, "fulfilment/cash.html", context)


@require_GET
@login_required
def export(request, form):
    """Every invoice that is not paid, as a file."""
    rows = queries.unpaid(**asking(request))
    head = (
        _("Invoice"), _("Contract"), _("Customer"), _("Owner"), _("Amount"), _("Open"), _("Currency"),
        _("Invoice date"),
        _("Due on"), _("Days late"), _("Reason"),
    )  # fmt: skip
    table = [
        (row.name, row.contract, row.account, row.owner, row.amount, row.open, row.currency, row.issued_on, row.due_on,
         row.days_late, _why(row))
        for row in rows[: exporting.MOST]
    ]  # fmt: skip
    return exporting.file_of(form, "cash", head, table)


@both
@login_required
def draft(request, node_id):
    found = queries.contract_of_node(node_id=node_id, **asking(request))
    facts = contract_or_404(request, found_or_404(found), changing=True)
    plan = queries.plan(contract_id=facts.id, **asking(request))
    node = next(row for row in plan.nodes if row.id == node_id)
    form = forms.Draft(request.POST or None, initial={"amount": node.left})
    return _carried(request, facts, form, actions.draft_invoice, node.name, node_id=node.id)


@both
@login_required
def step(request, invoice_id, to):
    row = found_or_404(queries.invoice(invoice_id=invoice_id, **asking(request)))
    contract_or_404(request, row.contract_id, changing=True)
    told = {"context": row.contract, "back": to_contract(row.contract_id), "invoice_id": row.id}
    return stepped(request, ways_of_invoice(row.state), to, row, initial={"issued_on": localdate()}, **told)


@both
@login_required
def dispute(request, invoice_id):
    """Opened, or when it is open, carried on."""
    row = found_or_404(queries.invoice(invoice_id=invoice_id, **asking(request)))
    facts, ticket = contract_or_404(request, row.contract_id, changing=True), row.ticket
    offers = {"owner_id": colleagues()}
    title = _("Dispute about the invoice {invoice}").format(invoice=row.name)
    if ticket is None:
        form = forms.Dispute(request.POST or None, initial={"owner_id": row.owner_id}, offers=offers)
        return _carried(request, facts, form, actions.open_ticket, title, invoice_id=row.id)
    form = forms.ChangeDispute(request.POST or None, current=ticket, offers=offers)
    return _carried(request, facts, form, actions.change_ticket, title, ticket_id=ticket.id)


@both
@login_required
def receive(request, account_id):
    account_or_404(request, account_id)
    initial = {"received_on": localdate(), "currency": opportunities.reporting_currency()}
    form = forms.Receipt(request.POST or None, initial=initial)
    act, back = partial(actions.record_receipt, account_id=account_id), reverse("fulfilment:cash")
    return carried(request, form, act, title=_("Record a receipt"), back=back, context=_("Cash"))


@require_GET
@login_required
def receipt(request, receipt_id):
    who = asking(request)
    row = found_or_404(queries.receipt(receipt_id=receipt_id, **who))
    context = {
        "row": row,
        "parts": queries.allocations(receipt_id=row.id, **who),
        "refunds": queries.refunds(receipt_id=row.id, **who),
        "may_change": accounts.may_edit(request.user, row.account_id, who["today"]),
    }
    return render(request, "fulfilment/receipt.html", context)


@both
@login_required
def allocate(request, receipt_id):
    row = _receipt(request, receipt_id)
    payable = queries.unpaid(contract__account_id=row.account_id, contract__currency=row.currency, **asking(request))
    named = [(bill.id, f"{bill.name} · {bill.contract} · {bill.open:,.2f} {bill.currency}") for bill in payable]
    form = forms.Allocate(request.POST or None, current=row, initial={"amount": None}, offers={"invoice_id": named})
    return _of_receipt(request, row, form, actions.allocate, _("Let it pay an invoice"), receipt_id=row.id)


@both
@login_required
def refund(request, receipt_id):
    row = _receipt(request, receipt_id)
    form = forms.Refund(request.POST or None, current=row, initial={"amount": row.free})
    return _of_receipt(request, row, form, actions.refund, _("It went back to the customer"), receipt_id=row.id)


@both
@login_required
def release(request, allocation_id):
    part = next(iter(queries.allocations(pk=allocation_id, **asking(request))), None)
    row = _receipt(request, found_or_404(part).receipt_id)
    form = steps.Reasoned(request.POST or None, current=row)
    return _of_receipt(request, row, form, actions.release, _("Take it off the invoice"), allocation_id=part.id)


def _receipt(request, receipt_id):
    row = found_or_404(queries.receipt(receipt_id=receipt_id, **asking(request)))
    account_or_404(request, row.account_id)
    return row


def _of_receipt(request, row, form, act, title, **subject):
    back = reverse("fulfilment:receipt", args=[row.id])
    return carried(request, form, partial(act, **subject), title=title, back=back, context=row.name)


def _carried(request, facts, form, act, title, **subject):
    act = partial(act, **subject)
    return carried(request, form, act, title=title, back=to_contract(facts.id), context=facts.name)


def _why(row) -> str:
    if row.ticket is None:
        return ""
    return str(REASONS[row.ticket.reason] if row.ticket.reason else NO_REASON)
