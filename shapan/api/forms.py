"""What is typed about a token; cleaned, nothing more."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.api.actions import LONGEST


class IssueToken(forms.Form):
    name = forms.CharField(label=_("What it is for"), max_length=80)
    days = forms.IntegerField(label=_("Days it lives"), min_value=1, max_value=LONGEST, initial=90)
