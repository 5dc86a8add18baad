"""Defining seats, naming who holds them, and recording how the customer decides."""

from shapan.decisions.actions.modes import BandSpec, change_mode, end_mode, record_mode
from shapan.decisions.actions.seats import (
    DecisionRefused,
    default_unit,
    define_seat,
    end_holder,
    end_seat,
    name_holder,
)
from shapan.decisions.actions.units import add_seat, change_seat, open_unit, seat_person

__all__ = [
    "BandSpec",
    "DecisionRefused",
    "add_seat",
    "change_mode",
    "change_seat",
    "default_unit",
    "define_seat",
    "end_holder",
    "end_mode",
    "end_seat",
    "name_holder",
    "open_unit",
    "record_mode",
    "seat_person",
]
