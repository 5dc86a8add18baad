"""Reads of major projects."""

from shapan.projects.queries.units import (
    Derivation,
    Offered,
    Unit,
    deciding,
    derivation,
    reported_amount,
    seat_of,
    unit_of,
    what_is_known,
)

__all__ = [
    "Derivation",
    "Offered",
    "Unit",
    "deciding",
    "derivation",
    "reported_amount",
    "seat_of",
    "unit_of",
    "what_is_known",
]
