"""What a person types about a relationship; cleaned, nothing more."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY
from shapan.foundation.templatetags.ui import LEVELS
from shapan.relationships import parameters
from shapan.relationships.phrases import CRITERIA
from shapan.relationships.terms import Criterion

WORDS = forms.Textarea(attrs={"rows": 3})


def level_field(label):
    return forms.TypedChoiceField(label=label, coerce=int, choices=_levels)


def _levels():
    top = parameters.in_force().top_level
    return [(level, format_lazy("{} · {}", level, LEVELS[level])) for level in range(-1, top + 1)]


class RecordEvidence(forms.Form):
    criterion = forms.ChoiceField(label=_("Criterion"), choices=[(c.value, word) for c, word in CRITERIA.items()])
    level = level_field(_("Level it shows"))
    statement = forms.CharField(
        label=_("What was seen or said"),
        max_length=1000,
        widget=WORDS,
        help_text=_("Facts and a day, in words you could show to the person. It counts once a colleague verifies it."),
    )
    observed_on = forms.DateField(label=_("Seen on"), widget=DAY)
    interaction_id = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_criterion(self):
        return Criterion(self.cleaned_data["criterion"])


class ClaimLevel(forms.Form):
    level = level_field(_("Level"))
    reason = forms.CharField(label=_("Why"), max_length=500, required=False, widget=WORDS)


class SetTarget(forms.Form):
    level = level_field(_("Target level"))
    due_on = forms.DateField(label=_("Due"), required=False, widget=DAY)


class SettleOpposition(forms.Form):
    reason = forms.CharField(label=_("What settled it"), max_length=1000, widget=WORDS)


class ReadIndicator(forms.Form):
    value = forms.FloatField(label=_("Value"))
    statement = forms.CharField(label=_("What it rests on"), max_length=1000, widget=WORDS)
    observed_on = forms.DateField(label=_("Seen on"), widget=DAY)
