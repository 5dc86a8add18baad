"""What is typed about colleagues and units of ours; cleaned, nothing more."""

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import VersionedForm


def _number(value):
    return int(value) if value else None


def _choice(label):
    return forms.TypedChoiceField(
        label=label, coerce=_number, empty_value=None, required=False, widget=forms.Select(attrs={"data-picker": ""})
    )


class Facts(forms.Form):
    """`units` and `managers` are given as [(id, name)]."""

    name = forms.CharField(label=_("Person’s name"), max_length=200)
    email = forms.EmailField(label=_("Work e-mail"), required=False)
    title = forms.CharField(label=_("Title"), max_length=200, required=False)
    unit_id = _choice(_("Unit"))
    manager_id = _choice(_("Manager"))

    def __init__(self, *args, units, managers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = [("", "—"), *units]
        self.fields["manager_id"].choices = [("", "—"), *managers]


class AddColleague(Facts):
    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        validators=[UnicodeUsernameValidator()],
        help_text=_("For signing in. It is not changed later."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    field_order = ("name", "username")


class ChangeColleague(VersionedForm, Facts):
    pass


class AddUnit(forms.Form):
    name = forms.CharField(label=_("Unit name"), max_length=200)
    parent_id = _choice(_("Belongs to"))

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent_id"].choices = [("", "—"), *units]
