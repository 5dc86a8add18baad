"""Contracts with their plan, acceptances, and money."""

from shapan.fulfilment.models.acceptances import Acceptance, AcceptanceItem, AcceptanceStep, Covered, Issue
from shapan.fulfilment.models.contracts import (
    Binding,
    Contract,
    ContractLine,
    ContractStep,
    Deliverable,
    FollowUp,
    NodeShift,
    PaymentNode,
    PlanShift,
)
from shapan.fulfilment.models.money import Allocation, Escalation, Invoice, InvoiceStep, Receipt, Refund, Ticket

__all__ = [
    "Acceptance",
    "AcceptanceItem",
    "AcceptanceStep",
    "Allocation",
    "Binding",
    "Contract",
    "ContractLine",
    "ContractStep",
    "Covered",
    "Deliverable",
    "Escalation",
    "FollowUp",
    "Invoice",
    "InvoiceStep",
    "Issue",
    "NodeShift",
    "PaymentNode",
    "PlanShift",
    "Receipt",
    "Refund",
    "Ticket",
]
