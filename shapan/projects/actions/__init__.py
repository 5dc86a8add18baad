"""Changes to major projects, each a named act with its event."""

from shapan.projects.actions.elements import assess
from shapan.projects.actions.refusals import ProjectRefused
from shapan.projects.actions.units import add_seat, change_seat, derive_unit, seat_person

__all__ = ["ProjectRefused", "add_seat", "assess", "change_seat", "derive_unit", "seat_person"]
