"""Words of contracts, deliveries, acceptances, invoices and payments (domain.md §11.1, §11.7)."""

from enum import StrEnum


class ContractState(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    SIGNED = "signed"
    ACTIVE = "active"
    CLOSED = "closed"
    CANCELLED = "cancelled"


PLANNING = (ContractState.DRAFT, ContractState.IN_REVIEW, ContractState.SIGNED)
ENDED = (ContractState.CLOSED, ContractState.CANCELLED)


class Standing(StrEnum):
    """How far a deliverable is; each includes those before it."""

    PLANNED = "planned"
    READY = "ready"
    FAT = "fat"
    SAT = "sat"
    FINAL = "final"


class AcceptanceKind(StrEnum):
    """In the factory, on the site, and the final one, with which the warranty begins."""

    FAT = "fat"
    SAT = "sat"
    FINAL = "final"


class AcceptanceState(StrEnum):
    DRAFT = "draft"
    PENDING = "pending"
    IN_PROGRESS = "in_progress"
    PASSED = "passed"
    FAILED = "failed"
    RETRYING = "retrying"
    CONFIRMING = "confirming"
    COMPLETED = "completed"


UNDER_TEST = (AcceptanceState.IN_PROGRESS, AcceptanceState.RETRYING)


class Result(StrEnum):
    """What came out for one item; an item without a result is not judged yet."""

    PASSED = "passed"
    FAILED = "failed"
    NA = "na"
    CONDITIONAL = "conditional"


class InvoiceState(StrEnum):
    DRAFT = "draft"
    APPLIED = "applied"
    APPROVED = "approved"
    ISSUED = "issued"
    VOID = "void"


class Payment(StrEnum):
    """How an issued invoice stands with the money."""

    DUE = "due"
    PARTIAL = "partial"
    OVERDUE = "overdue"
    RECEIVED = "received"


class Reason(StrEnum):
    """Why the customer does not pay; a ticket without one has not been asked about yet."""

    NOT_ACCEPTED = "not_accepted"
    PAPERS = "papers"
    RECONCILIATION = "reconciliation"
    PERFORMANCE = "performance"
    SCOPE = "scope"
    CUSTOMER_DELAY = "customer_delay"
    OTHER = "other"


class Cause(StrEnum):
    """What moves a milestone."""

    CHANGE = "change"
    SHORTAGE = "shortage"


class FollowUpKind(StrEnum):
    """What is due once a contract is closed."""

    SURVEY = "survey"
    RETROSPECTIVE = "retrospective"


class Age(StrEnum):
    """How long money has been overdue."""

    NOT_DUE = "not_due"
    D30 = "d30"
    D60 = "d60"
    D90 = "d90"
    OLDER = "older"


class Horizon(StrEnum):
    """When money is expected."""

    LATE = "late"
    D30 = "d30"
    D60 = "d60"
    D90 = "d90"
    LATER = "later"
    UNKNOWN = "unknown"


class Part(StrEnum):
    """What a figure was reckoned from."""

    RECEIVABLES = "receivables"
    CURRENT = "current"
    OPENING = "opening"
    SALES = "sales"
    DAYS = "days"
    DSO = "dso"
    BEST_DSO = "best_dso"
    PAID = "paid"
    ON_TIME = "on_time"
    COUNT = "count"


class Fact(StrEnum):
    """What a step may ask for; whatever is not known is named to the person."""

    OWNER = "owner"
    NUMBER = "number"
    AMOUNT = "amount"
    SIGNED_ON = "signed_on"
    CLOSED_ON = "closed_on"
    REASON = "reason"
    DELIVERABLES = "deliverables"
    DAYS = "days"
    NODES = "nodes"
    BOUND = "bound"
    WHOLE = "whole"
    FINAL = "final"
    INVOICED = "invoiced"
    PAID = "paid"
    TICKETS = "tickets"
    SETTLED = "settled"
    PLANNED_ON = "planned_on"
    ITEMS = "items"
    READY = "ready"
    JUDGED = "judged"
    NONE_FAILED = "none_failed"
    ISSUES = "issues"
    CONFIRMED_BY = "confirmed_by"
    COMPLETED_ON = "completed_on"
    INVOICEABLE = "invoiceable"
    ISSUED_ON = "issued_on"
    DUE_ON = "due_on"


class Tag(StrEnum):
    OPENED = "fulfilment:contract:open"
    CHANGED = "fulfilment:contract:change"
    MOVED_ON = "fulfilment:contract:step"
    CLOSED = "fulfilment:contract:close"
    PLANNED = "fulfilment:plan:change"
    DELIVERED = "fulfilment:deliverable:deliver"
    SHIFTED = "fulfilment:deliverable:move"
    ACCEPTANCE_PLANNED = "fulfilment:acceptance:plan"
    ACCEPTANCE_STEP = "fulfilment:acceptance:step"
    ITEM_JUDGED = "fulfilment:item:judge"
    ISSUE_RAISED = "fulfilment:issue:raise"
    ISSUE_CLOSED = "fulfilment:issue:close"
    INVOICE_OPENED = "fulfilment:invoice:open"
    INVOICE_STEP = "fulfilment:invoice:step"
    RECEIVED = "fulfilment:receipt:record"
    ALLOCATED = "fulfilment:receipt:allocate"
    RELEASED = "fulfilment:receipt:release"
    REFUNDED = "fulfilment:receipt:refund"
    TICKET_OPENED = "fulfilment:ticket:open"
    TICKET_CHANGED = "fulfilment:ticket:change"
    TICKET_CLOSED = "fulfilment:ticket:close"
    FOLLOWED_UP = "fulfilment:follow_up:done"
    CONTRACTS_IMPORTED = "fulfilment:contract:import"
    PAYMENTS_IMPORTED = "fulfilment:receipt:import"
