"""Contracts, deliveries and cash in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.fulfilment.terms import (
    AcceptanceKind,
    AcceptanceState,
    Age,
    Cause,
    ContractState,
    Fact,
    FollowUpKind,
    Horizon,
    InvoiceState,
    Part,
    Payment,
    Reason,
    Result,
    Standing,
)

CONTRACT_STATES = {
    ContractState.DRAFT: _("Draft"),
    ContractState.IN_REVIEW: _("In review"),
    ContractState.SIGNED: _("Signed"),
    ContractState.ACTIVE: _("In delivery"),
    ContractState.CLOSED: _("Closed"),
    ContractState.CANCELLED: _("Cancelled"),
}
STANDINGS = {
    Standing.PLANNED: _("Planned"),
    Standing.READY: _("Delivered"),
    Standing.FAT: _("Accepted in the factory"),
    Standing.SAT: _("Accepted on site"),
    Standing.FINAL: _("Finally accepted"),
}
KINDS = {
    AcceptanceKind.FAT: _("Factory acceptance"),
    AcceptanceKind.SAT: _("Site acceptance"),
    AcceptanceKind.FINAL: _("Final acceptance"),
}
ACCEPTANCE_STATES = {
    AcceptanceState.DRAFT: _("Draft"),
    AcceptanceState.PENDING: _("Waiting for its day"),
    AcceptanceState.IN_PROGRESS: _("Under test"),
    AcceptanceState.PASSED: _("Passed"),
    AcceptanceState.FAILED: _("Failed"),
    AcceptanceState.RETRYING: _("Tested again"),
    AcceptanceState.CONFIRMING: _("With the customer"),
    AcceptanceState.COMPLETED: _("Completed"),
}
RESULTS = {
    Result.PASSED: _("Passed"),
    Result.CONDITIONAL: _("Passed with a condition"),
    Result.FAILED: _("Failed"),
    Result.NA: _("Not applicable"),
}
INVOICE_STATES = {
    InvoiceState.DRAFT: _("Draft"),
    InvoiceState.APPLIED: _("Asked for"),
    InvoiceState.APPROVED: _("Approved"),
    InvoiceState.ISSUED: _("Issued"),
    InvoiceState.VOID: _("Void"),
}
PAYMENTS = {
    Payment.DUE: _("Not due"),
    Payment.PARTIAL: _("Paid in part"),
    Payment.OVERDUE: _("Overdue"),
    Payment.RECEIVED: _("Paid"),
}
REASONS = {
    Reason.NOT_ACCEPTED: _("Not accepted"),
    Reason.PAPERS: _("Papers missing"),
    Reason.RECONCILIATION: _("Reconciliation"),
    Reason.PERFORMANCE: _("Performance"),
    Reason.SCOPE: _("Scope"),
    Reason.CUSTOMER_DELAY: _("Delay at the customer"),
    Reason.OTHER: _("Other"),
}
NO_REASON = _("Not yet asked")
CAUSES = {Cause.CHANGE: _("A change"), Cause.SHORTAGE: _("A shortage")}
FOLLOW_UPS = {
    FollowUpKind.SURVEY: _("Satisfaction survey"),
    FollowUpKind.RETROSPECTIVE: _("Retrospective"),
}
AGES = {
    Age.NOT_DUE: _("Not due"),
    Age.D30: _("1 to 30 days"),
    Age.D60: _("31 to 60 days"),
    Age.D90: _("61 to 90 days"),
    Age.OLDER: _("Over 90 days"),
}
HORIZONS = {
    Horizon.LATE: _("Already late"),
    Horizon.D30: _("In 30 days"),
    Horizon.D60: _("In 31 to 60 days"),
    Horizon.D90: _("In 61 to 90 days"),
    Horizon.LATER: _("Later"),
    Horizon.UNKNOWN: _("Day not known"),
}
PARTS = {
    Part.RECEIVABLES: _("Receivables today"),
    Part.CURRENT: _("of them not yet due"),
    Part.OPENING: _("Receivables when the period began"),
    Part.SALES: _("Invoiced in the period"),
    Part.DAYS: _("Days"),
    Part.DSO: _("DSO"),
    Part.BEST_DSO: _("Best DSO"),
    Part.PAID: _("Paid"),
    Part.ON_TIME: _("On time"),
    Part.COUNT: _("Number"),
}
MISSING = {
    Fact.OWNER: _("an owner"),
    Fact.NUMBER: _("the number"),
    Fact.AMOUNT: _("the amount"),
    Fact.SIGNED_ON: _("the day of the signature"),
    Fact.CLOSED_ON: _("the day it was closed"),
    Fact.REASON: _("a reason"),
    Fact.DELIVERABLES: _("what is delivered"),
    Fact.DAYS: _("a day for each deliverable and each payment"),
    Fact.NODES: _("the payments"),
    Fact.BOUND: _("a deliverable for each payment"),
    Fact.WHOLE: _("payments that add up to the amount"),
    Fact.FINAL: _("the final acceptance of everything delivered"),
    Fact.INVOICED: _("invoices for all payments"),
    Fact.PAID: _("the money of every invoice"),
    Fact.TICKETS: _("an end of every dispute"),
    Fact.SETTLED: _("every invoice paid or void"),
    Fact.PLANNED_ON: _("the day planned"),
    Fact.ITEMS: _("what is tested"),
    Fact.READY: _("delivery of everything it covers"),
    Fact.JUDGED: _("a result for each item"),
    Fact.NONE_FAILED: _("no item that failed"),
    Fact.ISSUES: _("an end of every issue"),
    Fact.CONFIRMED_BY: _("who confirms at the customer"),
    Fact.COMPLETED_ON: _("the day of the confirmation"),
    Fact.INVOICEABLE: _("what the payment waits for"),
    Fact.ISSUED_ON: _("the day of the invoice"),
    Fact.DUE_ON: _("the day the payment is due"),
}
NEXT = {
    0: _("Remind the customer’s clerk, in writing"),
    7: _("Ask who holds it and why, and write the reason into the dispute"),
    15: _("Ask whoever decides on the payment; our owner’s leader joins"),
    30: _("A meeting of both heads, with the papers of acceptance on the table"),
    60: _("Our sponsor writes to theirs; finance stops what is not yet delivered"),
}
FACTS = {
    "name": _("Contract"),
    "number": _("Number"),
    "owner": _("Owner"),
    "amount": _("Amount"),
    "currency": _("Currency"),
    "category": _("Category"),
    "payment_days": _("Days to pay"),
    "warranty_months": _("Warranty in months"),
    "reason": _("Reason"),
    "due_on": _("Due on"),
    "words": _("What was found out"),
}
