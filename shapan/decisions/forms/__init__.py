"""What a person types about decision seats and ways of deciding; cleaned, nothing more."""

from shapan.decisions.forms.modes import ChangeMode, RecordMode
from shapan.decisions.forms.seats import EndSeat, NameHolder

__all__ = ["ChangeMode", "EndSeat", "NameHolder", "RecordMode"]
