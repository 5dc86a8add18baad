"""Changes to major projects, each a named act with its event."""

from shapan.projects.actions.authority import delegate_authority, set_authority
from shapan.projects.actions.elements import assess
from shapan.projects.actions.gates import ask_gate, decide_gate
from shapan.projects.actions.projects import answer, entrust, open_project
from shapan.projects.actions.refusals import ProjectRefused
from shapan.projects.actions.units import add_seat, change_seat, derive_unit, seat_person

__all__ = [
    "ProjectRefused",
    "add_seat",
    "answer",
    "ask_gate",
    "assess",
    "change_seat",
    "decide_gate",
    "delegate_authority",
    "derive_unit",
    "entrust",
    "open_project",
    "seat_person",
    "set_authority",
]
