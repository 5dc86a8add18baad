"""Acceptances, their items and issues."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY, VersionedForm
from shapan.fulfilment.forms.contracts import Step
from shapan.fulfilment.forms.fields import WORDS, Offered, chosen, several
from shapan.fulfilment.phrases import KINDS, RESULTS


class Planned(Offered, forms.Form):
    planned_on = forms.DateField(label=_("Planned for"), widget=DAY, required=False)
    deliverable_ids = several(_("Covers"))
    items = forms.CharField(
        label=_("What is tested"), widget=forms.Textarea(attrs={"rows": 4}), required=False,
        help_text=_("One item a line."),
    )  # fmt: skip

    def clean_items(self):
        return tuple(self.cleaned_data["items"].splitlines())


class PlanAcceptance(Planned):
    kind = forms.ChoiceField(label=_("Kind"), choices=[(kind.value, word) for kind, word in KINDS.items()])

    field_order = ("kind",)


class ChangeAcceptance(VersionedForm, Planned):
    pass


class Judge(VersionedForm):
    result = forms.ChoiceField(label=_("Result"), choices=[(result.value, word) for result, word in RESULTS.items()])
    note = forms.CharField(label=_("What is wrong, or the condition"), max_length=500, widget=WORDS, required=False)


class Raise(VersionedForm):
    words = forms.CharField(label=_("Issue"), max_length=500, widget=WORDS)


class CloseIssue(VersionedForm):
    outcome = forms.CharField(label=_("How it was put right"), max_length=500, widget=WORDS)


class Confirmed(Offered, Step):
    completed_on = forms.DateField(label=_("Confirmed on"), widget=DAY)
    confirmed_by_id = chosen(_("Confirmed by"), required=False)
