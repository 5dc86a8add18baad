"""What is typed at the compliance desk; cleaned, nothing more."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import VersionedForm


class Report(forms.Form):
    what = forms.CharField(
        label=_("What it is"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_("A few words are enough. Do not open or forward it to write this."),
    )
    how = forms.CharField(
        label=_("How it reached you"), max_length=500, required=False, help_text=_("From whom, when, by which way.")
    )
    file_name = forms.CharField(label=_("Name of the file"), max_length=200, required=False)


class Decide(VersionedForm):
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
