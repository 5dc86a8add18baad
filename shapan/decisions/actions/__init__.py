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

__all__ = [
    "BandSpec",
    "DecisionRefused",
    "change_mode",
    "default_unit",
    "define_seat",
    "end_holder",
    "end_mode",
    "end_seat",
    "name_holder",
    "record_mode",
]
