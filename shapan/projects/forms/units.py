"""What a person types about the decision unit of an opportunity."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from shapan.decisions.phrases import CONFIDENCE, INFLUENCE, SEATS
from shapan.decisions.terms import Confidence
from shapan.foundation.forms import VersionedForm
from shapan.search.pickers import Picker


class DeriveUnit(forms.Form):
    """`offered` as [(key, words)]; all are ticked to begin with."""

    chosen = forms.MultipleChoiceField(label=_("Changes"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = offered
        self.fields["chosen"].initial = [key for key, _words in offered]


class AddSeat(forms.Form):
    code = forms.ChoiceField(
        label=_("Seat"),
        choices=[(code.value, format_lazy("{} · {}", code.value, word)) for code, word in SEATS.items()],
    )
    label = forms.CharField(label=_("Which of several such seats"), max_length=120, required=False)
    required = forms.BooleanField(label=_("The decision needs it"), required=False, initial=True)


class ChangeSeat(VersionedForm):
    label = forms.CharField(label=_("Which of several such seats"), max_length=120, required=False)
    weight = forms.FloatField(
        label=_("Weight"), min_value=0, max_value=100, required=False, help_text=_("Empty: the weight of its part.")
    )
    required = forms.BooleanField(label=_("The decision needs it"), required=False)


class SeatPerson(forms.Form):
    """`people` are given as [(id, name)]: those in a post where the seat stands."""

    person_id = forms.TypedChoiceField(label=_("Person"), coerce=int, widget=Picker())
    influence = forms.ChoiceField(
        label=_("Influence"), required=False,
        choices=[("", _("unknown")), *((one.value, word) for one, word in INFLUENCE.items())],
    )  # fmt: skip
    confidence = forms.ChoiceField(
        label=_("How sure we are"), choices=[(one.value, word) for one, word in CONFIDENCE.items()],
        initial=Confidence.INFERRED.value,
    )  # fmt: skip
    source = forms.CharField(label=_("How we know"), max_length=300, required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person_id"].choices = [("", "—"), *people]

    def clean_influence(self):
        return self.cleaned_data["influence"] or None
