"""Fields that several of these forms have."""

from django import forms
from django.utils.translation import gettext_lazy as _

WORDS = forms.Textarea(attrs={"rows": 2})


def chosen(label, *, required: bool = True):
    return forms.TypedChoiceField(
        label=label, coerce=int, empty_value=None, required=required, widget=forms.Select(attrs={"data-picker": ""})
    )


def several(label):
    return forms.TypedMultipleChoiceField(
        label=label, coerce=int, required=False, widget=forms.CheckboxSelectMultiple, empty_value=[]
    )


def amount(label, **how):
    return forms.DecimalField(label=label, max_digits=20, decimal_places=2, **how)


def currency():
    return forms.RegexField(
        label=_("Currency"), regex=r"^[A-Za-z]{3}$", required=False, help_text=_("Three letters, as CNY.")
    )


class Offered:
    """Choices that a view gives: `offers` is {field: [(id, name)]}; a field that may stay empty offers that first."""

    def __init__(self, *args, offers=None, **kwargs):
        super().__init__(*args, **kwargs)
        for name, choices in (offers or {}).items():
            single = not isinstance(self.fields[name], forms.TypedMultipleChoiceField)
            empty = [("", "—")] if single and not self.fields[name].required else []
            self.fields[name].choices = [*empty, *choices]
