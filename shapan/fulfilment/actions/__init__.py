"""Changes to contracts, deliveries and money, each a named act with its guard, its record and its event."""

from shapan.fulfilment.actions.acceptances import (
    change_acceptance,
    close_issue,
    judge_item,
    plan_acceptance,
    raise_issue,
    step_acceptance,
)
from shapan.fulfilment.actions.common import FulfilmentRefused
from shapan.fulfilment.actions.contracts import (
    activate,
    cancel,
    change_contract,
    close,
    finish_follow_up,
    open_contract,
    return_to_draft,
    sign,
    submit,
)
from shapan.fulfilment.actions.invoices import (
    apply_for_invoice,
    approve_invoice,
    draft_invoice,
    issue_invoice,
    return_invoice,
    void_invoice,
)
from shapan.fulfilment.actions.plan import (
    add_deliverable,
    add_node,
    change_deliverable,
    change_node,
    deliver,
    move_deliverable,
    remove_deliverable,
    remove_node,
)
from shapan.fulfilment.actions.receipts import allocate, record_receipt, refund, release
from shapan.fulfilment.actions.tickets import change_ticket, climb, open_ticket

__all__ = [
    "FulfilmentRefused",
    "activate",
    "add_deliverable",
    "add_node",
    "allocate",
    "apply_for_invoice",
    "approve_invoice",
    "cancel",
    "change_acceptance",
    "change_contract",
    "change_deliverable",
    "change_node",
    "change_ticket",
    "climb",
    "close",
    "close_issue",
    "deliver",
    "draft_invoice",
    "finish_follow_up",
    "issue_invoice",
    "judge_item",
    "move_deliverable",
    "open_contract",
    "open_ticket",
    "plan_acceptance",
    "raise_issue",
    "record_receipt",
    "refund",
    "release",
    "remove_deliverable",
    "remove_node",
    "return_invoice",
    "return_to_draft",
    "sign",
    "step_acceptance",
    "submit",
    "void_invoice",
]
