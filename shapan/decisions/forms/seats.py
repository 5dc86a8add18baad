"""What a person types about a decision seat."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from shapan.decisions.phrases import CONFIDENCE, INFLUENCE, SEATS
from shapan.decisions.terms import Confidence, Influence, SeatCode
from shapan.foundation.forms import DAY
from shapan.search.pickers import Picker


class NameHolder(forms.Form):
    """`people` are given as [(id, name)]: those in a post at the account."""

    person_id = forms.TypedChoiceField(label=_("Person"), coerce=int, widget=Picker())
    code = forms.ChoiceField(
        label=_("Seat"),
        choices=[(code.value, format_lazy("{} · {}", code.value, word)) for code, word in SEATS.items()],
    )
    label = forms.CharField(
        label=_("Which of several such seats"),
        max_length=120,
        required=False,
        help_text=_("For example “network planning”. A new name adds a seat; empty where there is only one."),
    )
    influence = forms.ChoiceField(
        label=_("Influence"),
        required=False,
        choices=[("", _("unknown")), *((i.value, w) for i, w in INFLUENCE.items())],
    )
    confidence = forms.ChoiceField(
        label=_("How sure we are"),
        choices=[(c.value, word) for c, word in CONFIDENCE.items()],
        initial=Confidence.INFERRED.value,
    )
    source = forms.CharField(label=_("How we know"), max_length=300, required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person_id"].choices = [("", "—"), *people]

    def clean_code(self):
        return SeatCode(self.cleaned_data["code"])

    def clean_influence(self):
        given = self.cleaned_data["influence"]
        return Influence(given) if given else None

    def clean_confidence(self):
        return Confidence(self.cleaned_data["confidence"])


class EndSeat(forms.Form):
    ended_on = forms.DateField(label=_("No longer there from"), widget=DAY)
