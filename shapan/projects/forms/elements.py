"""What a person types about the four elements."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.opportunities.phrases import ELEMENTS
from shapan.opportunities.terms import Element, Orientation
from shapan.projects.phrases import ORIENTATIONS
from shapan.projects.queries import Scored


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
