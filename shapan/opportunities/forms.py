"""What a person types about an opportunity; cleaned, nothing more."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY, VersionedForm
from shapan.opportunities.phrases import ROUTES


def _chosen(label, *, required: bool = False):
    return forms.TypedChoiceField(
        label=label, coerce=int, empty_value=None, required=required, widget=forms.Select(attrs={"data-picker": ""})
    )


class Facts(forms.Form):
    """`accounts` are given as [(id, name)] of those the actor may change."""

    name = forms.CharField(label=_("Opportunity"), max_length=200)
    account_id = _chosen(_("Customer"))
    amount = forms.DecimalField(label=_("Amount"), min_value=0, max_digits=20, decimal_places=2, required=False)
    currency = forms.RegexField(
        label=_("Currency"), regex=r"^[A-Za-z]{3}$", required=False, help_text=_("Three letters, as CNY.")
    )
    category = forms.CharField(label=_("Category"), max_length=120, required=False)
    route = forms.ChoiceField(label=_("Route"), choices=[(route.value, word) for route, word in ROUTES.items()])

    def __init__(self, *args, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["account_id"].choices = [("", "—"), *accounts]

    def clean_currency(self):
        return self.cleaned_data["currency"].upper()


class OpenOpportunity(Facts):
    expected_on = forms.DateField(label=_("Expected decision"), widget=DAY, required=False)


class ChangeFacts(VersionedForm, Facts):
    pass


class PushDate(VersionedForm):
    expected_on = forms.DateField(label=_("Expected decision"), widget=DAY, required=False)
    why = forms.CharField(
        label=_("Why it moves"), widget=forms.Textarea(attrs={"rows": 2}), required=False,
        help_text=_("Needed once a day was known."),
    )  # fmt: skip


class AssignOwner(VersionedForm):
    """`colleagues` are given as [(id, name)]."""

    owner_id = _chosen(_("Owner"), required=True)

    def __init__(self, *args, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner_id"].choices = colleagues


class Step(VersionedForm):
    """A step that needs no more than the version."""


class Reasoned(VersionedForm):
    why = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}), required=False)


class Decided(VersionedForm):
    decided_on = forms.DateField(label=_("Decided on"), widget=DAY)


class Lost(Reasoned, Decided):
    pass
