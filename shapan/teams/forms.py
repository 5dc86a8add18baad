"""What a person types about a team; cleaned, nothing more."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY
from shapan.identity import queries as identity
from shapan.search.pickers import Picker
from shapan.teams.phrases import SEATS
from shapan.teams.terms import SeatRole


class TakeSeat(forms.Form):
    """`colleagues` are given as [(id, name)]."""

    holder_id = forms.TypedChoiceField(label=_("Colleague"), coerce=int, widget=Picker())
    role = forms.ChoiceField(label=_("Seat"), choices=[(role.value, word) for role, word in SEATS.items()])
    started_on = forms.DateField(label=_("From"), widget=DAY)

    def __init__(self, *args, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["holder_id"].choices = [("", "—"), *colleagues]

    def clean_role(self):
        return SeatRole(self.cleaned_data["role"])


class LeaveSeat(forms.Form):
    ended_on = forms.DateField(label=_("No longer there from"), widget=DAY)


def seat_on_several(data=None) -> TakeSeat:
    """The same question for several teams at once."""
    colleagues = [(person.id, f"{person.name} · {person.title or person.unit}") for person in identity.colleagues()]
    return TakeSeat(data, initial={"started_on": localdate()}, colleagues=colleagues)
