"""What a person types about a project, its questions and its gates."""

from decimal import Decimal

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY, VersionedForm
from shapan.projects.phrases import OUTCOMES
from shapan.projects.rules.gates import YES_NO, most
from shapan.projects.terms import Outcome, ProjectClass
from shapan.search.pickers import Picker


class OpenProject(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    first_of_kind = forms.BooleanField(label=_("The first of its kind"), required=False)
    project_class = forms.ChoiceField(
        label=_("Class"), required=False,
        choices=[("", _("by rule")), *((letter.value, letter.value) for letter in ProjectClass)],
    )  # fmt: skip
    why = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}), max_length=500, required=False,
        help_text=_("Needed for another class than the rule's."),
    )  # fmt: skip

    def clean_project_class(self):
        said = self.cleaned_data["project_class"]
        return ProjectClass(said) if said else None


class AskGate(forms.Form):
    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 2}), max_length=500, required=False)


class DecideGate(VersionedForm):
    outcome = forms.ChoiceField(
        label=_("Decision"), choices=[(one.value, word) for one, word in OUTCOMES.items()], widget=forms.RadioSelect
    )
    why = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000)
    conditions = forms.CharField(
        label=_("Conditions"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000, required=False
    )
    exception_money = forms.DecimalField(
        label=_("Exception: money at risk"), min_value=0, max_digits=20, decimal_places=2, required=False,
        help_text=_("Only the top level signs an exception, with the money and the reason."),
    )  # fmt: skip

    def clean_outcome(self):
        return Outcome(self.cleaned_data["outcome"])


class Answer(VersionedForm):
    """`about` says what kind of answer it is."""

    value = forms.DecimalField(label=_("Answer"), required=False, max_digits=7, decimal_places=2)
    statement = forms.CharField(label=_("stands on"), max_length=500, required=False)

    def __init__(self, *args, about, **kwargs):
        super().__init__(*args, **kwargs)
        if about in YES_NO:
            self.fields["value"] = forms.TypedChoiceField(
                label=_("Answer"), coerce=Decimal, empty_value=None, required=False, widget=forms.RadioSelect,
                choices=[("", _("unknown")), ("1", _("yes")), ("0", _("no"))], initial=_chosen(self.current.value),
            )  # fmt: skip
        elif most(about):
            self.fields["value"].help_text = format_lazy(_("Points from 0 to {most}."), most=most(about))


def _chosen(value) -> str:
    return "" if value is None else str(int(value))


class Entrust(VersionedForm):
    """`colleagues` are given as [(id, name)]."""

    owner_id = forms.TypedChoiceField(label=_("Owner"), coerce=int, widget=Picker())
    due_on = forms.DateField(label=_("Due"), widget=DAY)

    def __init__(self, *args, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner_id"].choices = [("", "—"), *colleagues]
