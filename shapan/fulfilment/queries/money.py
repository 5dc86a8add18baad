"""Invoices, receipts, what of one pays the other, and the disputes about it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import DecimalField, F, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from shapan.fulfilment import policies
from shapan.fulfilment.models import Allocation, Invoice, InvoiceStep, Refund, Ticket
from shapan.fulfilment.queries.contracts import Step
from shapan.fulfilment.rules import overdue
from shapan.fulfilment.rules.money import Billed, Received
from shapan.fulfilment.terms import InvoiceState, Payment, Reason

NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class TicketRow:
    id: int
    version: int
    invoice_id: int
    reason: Reason | None
    owner_id: int
    owner: str
    due_on: date
    words: str
    opened_on: date
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """An invoice, with what has been paid of it and the dispute that is open, as of `today`."""

    id: int
    version: int
    contract_id: int
    contract: str
    account_id: int
    account: str
    owner_id: int
    owner: str
    node_id: int
    node: str
    amount: Decimal
    currency: str
    state: InvoiceState
    number: str
    issued_on: date | None
    due_on: date | None
    today: date
    allocated: Decimal = NONE
    ticket: TicketRow | None = None

    @property
    def name(self) -> str:
        return self.number or f"#{self.id}"

    @property
    def billed(self) -> Billed:
        return Billed(self.amount, self.allocated)

    @property
    def open(self) -> Decimal:
        """What is still to come in; nothing is asked for before it is issued."""
        return self.billed.open if self.state is InvoiceState.ISSUED else NONE

    @property
    def payment(self) -> Payment | None:
        return self.billed.payment(self.due_on, self.today) if self.state is InvoiceState.ISSUED else None

    @property
    def days_late(self) -> int | None:
        """Below zero: days that are left. None when nothing is asked for, or nothing any more."""
        return overdue.days_late(self.due_on, self.today) if self.open else None

    @property
    def days_left(self) -> int:
        return -(self.days_late or 0)

    @property
    def rung(self) -> int | None:
        return overdue.rung(self.days_late) if self.days_late else None

    @property
    def reminder(self) -> int | None:
        return None if self.days_late is None else overdue.reminder(self.days_late)

    @property
    def lacks_ticket(self) -> bool:
        """Overdue past the first rung it must have one."""
        return self.rung is not None and self.ticket is None


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    id: int
    version: int
    account_id: int
    account: str
    amount: Decimal
    currency: str
    received_on: date
    reference: str
    allocated: Decimal
    refunded: Decimal

    @property
    def name(self) -> str:
        return self.reference or f"#{self.id}"

    @property
    def free(self) -> Decimal:
        return Received(self.amount, self.allocated, self.refunded).free


@dataclass(frozen=True, slots=True)
class AllocationRow:
    """A part of a receipt on an invoice; `released_on` when it was taken off again."""

    id: int
    receipt_id: int
    invoice_id: int
    invoice: str
    contract_id: int
    contract: str
    amount: Decimal
    on: date
    by: str
    received_on: date
    reference: str
    released_on: date | None
    why: str


COLUMNS = (
    "pk", "version", "contract_id", "contract__name", "contract__account_id", "contract__account__name",
    "contract__owner_id", "contract__owner__name", "node_id", "node__name", "amount", "contract__currency", "state",
    "number", "issued_on", "due_on",
)  # fmt: skip


def invoices(*, actor, today: date, **where) -> list[InvoiceRow]:
    """Those open to the actor, in the order of their due days; `where` as the ORM names it."""
    return _rows(policies.open_to(Invoice, actor, today).filter(**where), actor, today)


def invoices_of(*, actor, contract_id: int, today: date) -> list[InvoiceRow]:
    return invoices(actor=actor, today=today, contract_id=contract_id)


def invoice(*, actor, invoice_id: int, today: date) -> InvoiceRow | None:
    """None when there is no such invoice, or none that this actor may know of."""
    return next(iter(invoices(actor=actor, today=today, pk=invoice_id)), None)


def unpaid(*, actor, today: date, **where) -> list[InvoiceRow]:
    """Issued invoices that are not paid in full; the database leaves out the others, however many there were."""
    live = policies.open_to(Allocation, actor, today).filter(released_on=None, invoice=OuterRef("pk"))
    paid = live.order_by().values("invoice").annotate(total=Sum("amount")).values("total")
    issued = policies.open_to(Invoice, actor, today).filter(state=InvoiceState.ISSUED, **where)
    found = issued.annotate(paid=Coalesce(Subquery(paid), NONE, output_field=DecimalField())).filter(
        amount__gt=F("paid")
    )
    return [row for row in _rows(found, actor, today) if row.open]


def invoice_steps(*, actor, invoice_id: int, today: date) -> list[Step]:
    found = policies.open_to(InvoiceStep, actor, today).filter(invoice_id=invoice_id).order_by("-pk")
    return [Step(*row) for row in found.values_list("before", "after", "on", "by__name", "why")]


def tickets(*, actor, today: date, **where) -> list[TicketRow]:
    found = policies.open_to(Ticket, actor, today).filter(**where).order_by("due_on", "pk")
    columns = ("pk", "version", "invoice_id", "reason", "owner_id", "owner__name", "due_on", "words", "opened_on")
    return [
        TicketRow(*first, Reason(reason) if reason else None, *more)
        for *first, reason, owner_id, owner, due_on, words, opened_on, closed_on in found.values_list(
            *columns, "closed_on"
        )
        for more in [(owner_id, owner, due_on, words, opened_on, closed_on)]
    ]


def ticket(*, actor, ticket_id: int, today: date) -> TicketRow | None:
    return next(iter(tickets(actor=actor, today=today, pk=ticket_id)), None)


def receipts(*, actor, today: date, **where) -> list[ReceiptRow]:
    """The latest first."""
    found = policies.receipts_open_to(actor, today).filter(**where).order_by("-received_on", "-pk")
    rows = list(
        found.values_list(
            "pk", "version", "account_id", "account__name", "amount", "currency", "received_on", "reference"
        )
    )
    sums = defaultdict(lambda: NONE)
    ids = found.order_by().values("pk")
    for model, kept in ((Allocation, {"released_on": None}), (Refund, {})):
        parts = policies.open_to(model, actor, today).filter(receipt_id__in=ids, **kept).order_by()
        sums |= {(model, pk): total for pk, total in parts.values_list("receipt_id").annotate(Sum("amount"))}
    return [ReceiptRow(*row, sums[Allocation, row[0]], sums[Refund, row[0]]) for row in rows]


def receipt(*, actor, receipt_id: int, today: date) -> ReceiptRow | None:
    """None when there is no such receipt, or none that this actor may know of."""
    return next(iter(receipts(actor=actor, today=today, pk=receipt_id)), None)


def free_receipts(*, actor, account_id: int, currency: str, today: date) -> list[ReceiptRow]:
    """Money of a customer that pays nothing yet."""
    found = receipts(actor=actor, today=today, account_id=account_id, currency=currency)
    return [row for row in found if row.free]


def allocations(*, actor, today: date, **where) -> list[AllocationRow]:
    """In the order they were made; `where` as the ORM names it."""
    found = policies.open_to(Allocation, actor, today).filter(**where).order_by("pk")
    columns = (
        "pk", "receipt_id", "invoice_id", "invoice__number", "invoice__contract_id", "invoice__contract__name",
        "amount", "on", "by__name", "receipt__received_on", "receipt__reference", "released_on", "why",
    )  # fmt: skip
    return [AllocationRow(*row) for row in found.values_list(*columns)]


def _rows(found, actor, today: date) -> list[InvoiceRow]:
    rows = list(found.order_by("due_on", "pk").values_list(*COLUMNS))
    ids = found.order_by().values("pk")
    paid = policies.open_to(Allocation, actor, today).filter(released_on=None, invoice_id__in=ids).order_by()
    allocated = dict(paid.values_list("invoice_id").annotate(Sum("amount")))
    disputed = {row.invoice_id: row for row in tickets(actor=actor, today=today, invoice_id__in=ids, closed_on=None)}
    return [_invoice(row, today, allocated.get(row[0], NONE), disputed.get(row[0])) for row in rows]


def _invoice(row: tuple, today: date, allocated: Decimal, open_ticket: TicketRow | None) -> InvoiceRow:
    *facts, state, number, issued_on, due_on = row
    return InvoiceRow(*facts, InvoiceState(state), number, issued_on, due_on, today, allocated, open_ticket)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What about money waits for one of us: an invoice that is due or late, with its dispute."""

    bill: InvoiceRow
    mine: bool

    @property
    def ticket(self) -> TicketRow | None:
        return self.bill.ticket


def money_waiting(*, actor, until: date, today: date, owner_id: int | None = None) -> list[Waiting]:
    """Invoices due up to that day and not paid, the latest first: of contracts this colleague owns, or with a dispute
    that is theirs; of everybody without one.
    """
    rows = unpaid(actor=actor, today=today, due_on__lte=until)
    found = [Waiting(row, owner_id in {None, row.owner_id}) for row in rows]
    return [row for row in found if row.mine or (row.ticket and row.ticket.owner_id == owner_id)]


@dataclass(frozen=True, slots=True)
class RefundRow:
    amount: Decimal
    on: date
    by: str
    why: str


def refunds(*, actor, receipt_id: int, today: date) -> list[RefundRow]:
    found = policies.open_to(Refund, actor, today).filter(receipt_id=receipt_id).order_by("pk")
    return [RefundRow(*row) for row in found.values_list("amount", "on", "by__name", "why")]
