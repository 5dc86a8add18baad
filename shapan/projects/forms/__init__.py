"""What a person types about a major project; cleaned, nothing more."""

from shapan.projects.forms.authority import Delegate, SetAuthority
from shapan.projects.forms.elements import Assess
from shapan.projects.forms.gates import Answer, AskGate, DecideGate, Entrust, OpenProject
from shapan.projects.forms.units import AddSeat, ChangeSeat, DeriveUnit, SeatPerson

__all__ = [
    "AddSeat",
    "Answer",
    "AskGate",
    "Assess",
    "ChangeSeat",
    "DecideGate",
    "Delegate",
    "DeriveUnit",
    "Entrust",
    "OpenProject",
    "SeatPerson",
    "SetAuthority",
]
