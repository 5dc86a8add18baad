"""What a person types about a major project; cleaned, nothing more."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from shapan.decisions.phrases import CONFIDENCE, INFLUENCE, SEATS
from shapan.decisions.terms import Confidence
from shapan.foundation.forms import VersionedForm
from shapan.opportunities.terms import Element, Orientation
from shapan.projects.phrases import ELEMENTS, ORIENTATIONS
from shapan.projects.queries import Scored
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


class Assess(forms.Form):
    """`before` is the look before this one, whose evidence is where one begins; our relationship is computed."""

    rival = forms.CharField(label=_("Best rival"), max_length=120, required=False)
    orientation = forms.ChoiceField(
        label=_("What comes first for the customer"), required=False,
        choices=[("", _("as recorded of the customer")), *((one.value, word) for one, word in ORIENTATIONS.items())],
    )  # fmt: skip

    def __init__(self, *args, before, **kwargs):
        super().__init__(*args, **kwargs)
        if before is not None:
            self.fields["rival"].initial = before.rival
        for element in Element:
            known = before.scores.get(element, Scored()) if before else Scored()
            for side in ("ours", "rival"):
                if (element, side) != (Element.RELATIONSHIP, "ours"):
                    self.fields[f"{element}_{side}"] = forms.FloatField(
                        label=_("We") if side == "ours" else _("Best rival"), min_value=0, max_value=10,
                        required=False, initial=getattr(known, side),
                    )  # fmt: skip
                self.fields[f"{element}_{side}_why"] = forms.CharField(
                    label=_("stands on"), max_length=500, required=False, initial=getattr(known, f"{side}_why")
                )

    @property
    def rows(self):
        """(the element in words, its fields) in the order of the elements."""
        return [
            (word, [self[name] for name in self.fields if name.startswith(f"{element}_")])
            for element, word in ELEMENTS.items()
        ]

    def clean_orientation(self):
        said = self.cleaned_data["orientation"]
        return Orientation(said) if said else None

    def clean(self):
        clean = super().clean()
        told = {key: clean.get(key) for key in ("rival", "orientation")}
        scores = {
            element: Scored(
                *(clean.get(f"{element}_{part}", "" if part.endswith("why") else None)
                  for part in ("ours", "ours_why", "rival", "rival_why"))
            )
            for element in Element
        }  # fmt: skip
        return told | {"scores": scores}
