"""What a person types about who decides."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY
from shapan.projects.phrases import LEVELS_DECIDING
from shapan.projects.rules.authority import Row
from shapan.projects.terms import DecidingLevel, GateKind, ProjectClass
from shapan.search.pickers import Picker


class SetAuthority(forms.Form):
    """`rows` of the table in force, and three empty ones; a row without a level is left out."""

    why = forms.CharField(label=_("Reason"), max_length=500)
    NUMBERS = (
        ("amount_from", _("Amount from")), ("discount_over", _("Discount over, percent")),
        ("margin_below", _("Margin below, percent")), ("payment_over", _("Payment over days")),
    )  # fmt: skip

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.count = len(rows) + 3
        for n, row in enumerate((*rows, *(None,) * 3)):
            for name, label, words in (
                ("level", _("Decides"), LEVELS_DECIDING), ("gate", _("Gate"), {one: one.value for one in GateKind}),
                ("project_class", _("Class"), {one: one.value for one in ProjectClass}),
            ):  # fmt: skip
                self.fields[f"{name}_{n}"] = forms.ChoiceField(
                    label=label, required=False, initial=getattr(row, name, None) or "",
                    choices=[("", "—"), *((one.value, word) for one, word in words.items())],
                )  # fmt: skip
            for name, label in self.NUMBERS:
                self.fields[f"{name}_{n}"] = forms.DecimalField(
                    label=label, required=False, min_value=0, initial=getattr(row, name, None)
                )

    @property
    def lines(self):
        return [[field for field in self if field.name.endswith(f"_{n}")] for n in range(self.count)]

    def clean(self):
        clean = super().clean()
        return {
            "why": clean.get("why", ""),
            "rows": [self._row(clean, n) for n in range(self.count) if clean.get(f"level_{n}")],
        }

    def _row(self, clean, n: int) -> Row:
        gate, letter = clean.get(f"gate_{n}"), clean.get(f"project_class_{n}")
        numbers = {name: clean.get(f"{name}_{n}") for name, _label in self.NUMBERS}
        return Row(
            DecidingLevel(clean[f"level_{n}"]), GateKind(gate) if gate else None,
            ProjectClass(letter) if letter else None, **numbers,
        )  # fmt: skip


class Delegate(forms.Form):
    """`colleagues` are given as [(id, name)]."""

    delegate_id = forms.TypedChoiceField(label=_("Decides in your place"), coerce=int, widget=Picker())
    started_on = forms.DateField(label=_("From"), widget=DAY)
    ended_on = forms.DateField(label=_("Until"), widget=DAY)
    why = forms.CharField(label=_("Reason"), max_length=500, required=False)

    def __init__(self, *args, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["delegate_id"].choices = [("", "—"), *colleagues]
