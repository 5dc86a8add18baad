"""What a person types about a competitor; cleaned, nothing more."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY
from shapan.foundation.templatetags.ui import LEVELS


class SeeCompetitor(forms.Form):
    """`competitors` are given as [(id, name)]: those the actor may know of."""

    competitor_id = forms.TypedChoiceField(
        label=_("Competitor"), coerce=lambda value: int(value) if value else None, empty_value=None, required=False
    )
    competitor = forms.CharField(label=_("Or another company"), max_length=200, required=False)
    level = forms.TypedChoiceField(
        label=_("Competitor’s level"),
        coerce=int,
        choices=[(level, format_lazy("{} · {}", level, LEVELS[level])) for level in range(-1, 4)],
        help_text=_("On our own scale: how this person stands with the competitor."),
    )
    statement = forms.CharField(
        label=_("What was seen or said"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What is public or was said to us openly; never prices or papers of a tender."),
    )
    observed_on = forms.DateField(label=_("Seen on"), widget=DAY)

    def __init__(self, *args, competitors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["competitor_id"].choices = [("", "—"), *competitors]

    def clean(self):
        clean = super().clean()
        if not clean.get("competitor_id") and not clean.get("competitor"):
            self.add_error("competitor_id", _("Name the competitor."))
        return clean
