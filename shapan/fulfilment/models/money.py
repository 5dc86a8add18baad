from django.db import models
from django.db.models import Q

from shapan.foundation.models import Record, Versioned
from shapan.fulfilment.models.contracts import Contract, PaymentNode, choices, colleague, money
from shapan.fulfilment.terms import InvoiceState, Reason


class Invoice(Versioned):
    """What is asked for of a payment, in the currency of the contract."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="+")
    node = models.ForeignKey(PaymentNode, models.PROTECT, related_name="+")
    amount = money()
    state = models.CharField(max_length=8, choices=choices(InvoiceState), default=InvoiceState.DRAFT)
    number = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    voided_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="fulfilment_invoice_amount"),
            models.CheckConstraint(
                condition=~Q(state=InvoiceState.ISSUED)
                | (Q(issued_on__isnull=False) & Q(due_on__isnull=False) & ~Q(number="")),
                name="fulfilment_invoice_issued",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="fulfilment_invoice_due")]

    def __str__(self):
        return self.number or f"#{self.pk}"


class InvoiceStep(Record):
    """One step of an invoice: who, when, why."""

    part_of = "invoice"

    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="+")
    before = models.CharField(max_length=8, choices=choices(InvoiceState), blank=True)
    after = models.CharField(max_length=8, choices=choices(InvoiceState))
    on = models.DateField()
    by = colleague()
    why = models.TextField(blank=True)

    def __str__(self):
        return f"{self.invoice_id} {self.before} → {self.after}"


class Receipt(Versioned):
    """Money that came in from a customer. What is not allocated or refunded is free."""

    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    amount = money()
    currency = models.CharField(max_length=3)
    received_on = models.DateField()
    reference = models.CharField(max_length=120, blank=True)
    recorded_by = colleague()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="fulfilment_receipt_amount")]

    def __str__(self):
        return self.reference or f"#{self.pk}"


class Allocation(Record):
    """So much of a receipt pays an invoice, until it is released."""

    receipt = models.ForeignKey(Receipt, models.PROTECT, related_name="+")
    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="+")
    amount = money()
    on = models.DateField()
    by = colleague()
    released_on = models.DateField(null=True, blank=True)
    released_by = colleague(null=True, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="fulfilment_allocation_amount")]

    def __str__(self):
        return f"{self.receipt_id} → {self.invoice_id}"


class Refund(Record):
    """So much of a receipt went back to the customer."""

    receipt = models.ForeignKey(Receipt, models.PROTECT, related_name="+")
    amount = money()
    on = models.DateField()
    by = colleague()
    why = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="fulfilment_refund_amount")]

    def __str__(self):
        return f"{self.receipt_id} {self.amount}"


class Ticket(Versioned):
    """Why an invoice is not paid, who finds out, by when. It ends when the money is in or the invoice is void."""

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=14, choices=choices(Reason), blank=True)
    owner = colleague()
    due_on = models.DateField()
    words = models.TextField(blank=True)
    opened_on = models.DateField()
    opened_by = colleague()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["invoice"], condition=Q(closed_on__isnull=True), name="fulfilment_one_open_ticket"
            ),
        ]

    def __str__(self):
        return f"{self.invoice_id} {self.reason}"


class Escalation(Record):
    """An overdue invoice reached a rung of the ladder."""

    part_of = "ticket"

    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="+")
    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="+")
    rung = models.PositiveSmallIntegerField()
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["invoice", "rung"], name="fulfilment_rung_once")]

    def __str__(self):
        return f"{self.invoice_id} {self.rung}"
