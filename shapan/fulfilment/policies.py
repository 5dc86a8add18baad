"""Who may see and change contracts and money: whoever reaches the customer sees them, whoever may edit the customer
changes them. There is no finance role: see decision 0025.
"""

from datetime import date

from django.db.models import QuerySet

from shapan.access import policies as access
from shapan.access.terms import Level
from shapan.foundation.models import Scope
from shapan.fulfilment.models import (
    Acceptance,
    AcceptanceItem,
    AcceptanceStep,
    Allocation,
    Binding,
    Contract,
    ContractLine,
    ContractStep,
    Covered,
    Deliverable,
    Escalation,
    FollowUp,
    Invoice,
    InvoiceStep,
    Issue,
    NodeShift,
    PaymentNode,
    PlanShift,
    Receipt,
    Refund,
    Ticket,
)

ACCOUNT = {
    Contract: "account_id",
    Receipt: "account_id",
    **dict.fromkeys(
        (ContractLine, ContractStep, Deliverable, PaymentNode, PlanShift, FollowUp, Acceptance, Invoice),
        "contract__account_id",
    ),
    Binding: "node__contract__account_id",
    NodeShift: "shift__contract__account_id",
    **dict.fromkeys((Covered, AcceptanceStep, AcceptanceItem, Issue), "acceptance__contract__account_id"),
    **dict.fromkeys((InvoiceStep, Ticket, Escalation, Allocation), "invoice__contract__account_id"),
    Refund: "receipt__account_id",
}


def open_to(model, actor, today: date, level: Level = Level.VIEW) -> QuerySet:
    """The rows of one of these tables that hang on accounts open to the actor."""
    rows = model.objects.scope(Scope.POLICY)
    return access.within_reach(rows, actor=actor, today=today, account=ACCOUNT[model], level=level)


def contracts_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Contract]:
    return open_to(Contract, actor, today, level)


def receipts_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Receipt]:
    return open_to(Receipt, actor, today, level)


def may_change(actor, contract_id: int, today: date) -> bool:
    return contracts_open_to(actor, today, Level.EDIT).filter(pk=contract_id).exists()


def may_climb(actor, today: date) -> bool:
    """Whether the actor may let the ladder open tickets everywhere: the key-account office and the system."""
    return access.sees_all_accounts(actor, today)
