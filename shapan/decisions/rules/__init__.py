"""What a seat weighs, who decides on an amount, and how much of the customer's way of deciding is known. Pure."""

from shapan.decisions.rules.modes import (
    Band,
    Completeness,
    Known,
    approvers,
    completeness,
    entry,
    gap,
    is_collective,
)
from shapan.decisions.rules.seats import DEFAULT_SEATS, influence_factor, seat_weight, shares

__all__ = [
    "DEFAULT_SEATS",
    "Band",
    "Completeness",
    "Known",
    "approvers",
    "completeness",
    "entry",
    "gap",
    "influence_factor",
    "is_collective",
    "seat_weight",
    "shares",
]
