"""Reads of the customer's decision chain: seats with their holders, and how the customer decides."""

from shapan.decisions.queries.modes import ModeFacts, mode, modes, modes_for
from shapan.decisions.queries.seats import (
    Holder,
    HolderPlace,
    SeatFacts,
    SeatPlace,
    default_seats,
    holder,
    seat,
    seat_holders_of,
    unit_seats,
)

__all__ = [
    "Holder",
    "HolderPlace",
    "ModeFacts",
    "SeatFacts",
    "SeatPlace",
    "default_seats",
    "holder",
    "mode",
    "modes",
    "modes_for",
    "seat",
    "seat_holders_of",
    "unit_seats",
]
