"""The name of a view; cleaned, nothing more."""

from urllib.parse import parse_qsl, urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.lists.registry import KEPT


class KeepView(forms.Form):
    name = forms.CharField(label=_("Name of the view"), max_length=60)
    query = forms.CharField(max_length=2000, required=False)

    def clean_query(self):
        """Only what a view may say: a place in a list, for one, is not part of the question."""
        return urlencode([(key, value) for key, value in parse_qsl(self.cleaned_data["query"]) if key in KEPT])
