"""Which step leads from where to where, and what it asks for (domain.md §11.1, §11.7)."""

from shapan.fulfilment.terms import AcceptanceState as A
from shapan.fulfilment.terms import ContractState as C
from shapan.fulfilment.terms import Fact
from shapan.fulfilment.terms import InvoiceState as I
from shapan.kernel.steps import Steps

CANCEL = (Fact.REASON, Fact.SETTLED)
PLAN = (Fact.DELIVERABLES, Fact.NODES, Fact.DAYS, Fact.BOUND, Fact.WHOLE)
CLOSE = (Fact.FINAL, Fact.INVOICED, Fact.PAID, Fact.TICKETS, Fact.CLOSED_ON)
CONTRACTS: Steps[C, Fact] = {
    C.DRAFT: {C.IN_REVIEW: (Fact.OWNER, Fact.AMOUNT), C.CANCELLED: CANCEL},
    C.IN_REVIEW: {
        C.SIGNED: (Fact.OWNER, Fact.NUMBER, Fact.AMOUNT, Fact.SIGNED_ON), C.DRAFT: (Fact.REASON,), C.CANCELLED: CANCEL,
    },
    C.SIGNED: {C.ACTIVE: PLAN, C.CANCELLED: CANCEL},
    C.ACTIVE: {C.CLOSED: CLOSE, C.CANCELLED: CANCEL},
    C.CLOSED: {},
    C.CANCELLED: {},
}  # fmt: skip

PASS = (Fact.JUDGED, Fact.NONE_FAILED)
AGAIN = (Fact.REASON,)
ACCEPTANCES: Steps[A, Fact] = {
    A.DRAFT: {A.PENDING: (Fact.DELIVERABLES, Fact.ITEMS, Fact.PLANNED_ON)},
    A.PENDING: {A.IN_PROGRESS: (Fact.READY,), A.DRAFT: AGAIN},
    A.IN_PROGRESS: {A.PASSED: PASS, A.FAILED: AGAIN},
    A.FAILED: {A.RETRYING: ()},
    A.RETRYING: {A.PASSED: PASS, A.FAILED: AGAIN},
    A.PASSED: {A.CONFIRMING: (Fact.ISSUES,), A.RETRYING: AGAIN},
    A.CONFIRMING: {
        A.COMPLETED: (*PASS, Fact.ISSUES, Fact.CONFIRMED_BY, Fact.COMPLETED_ON), A.RETRYING: AGAIN,
    },
    A.COMPLETED: {},
}  # fmt: skip

INVOICES: Steps[I, Fact] = {
    I.DRAFT: {I.APPLIED: (Fact.INVOICEABLE,), I.VOID: AGAIN},
    I.APPLIED: {I.APPROVED: (), I.DRAFT: AGAIN, I.VOID: AGAIN},
    I.APPROVED: {I.ISSUED: (Fact.NUMBER, Fact.ISSUED_ON, Fact.DUE_ON), I.VOID: AGAIN},
    I.ISSUED: {I.VOID: AGAIN},
    I.VOID: {},
}
