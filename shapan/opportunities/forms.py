"""What a person types about an opportunity; cleaned, nothing more."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY, VersionedForm
from shapan.opportunities.phrases import ELEMENTS, ENDINGS, REASONS, ROUTES


def _chosen(label, *, required: bool = False):
    return forms.TypedChoiceField(
        label=label, coerce=int, empty_value=None, required=required, widget=forms.Select(attrs={"data-picker": ""})
    )


def _currency(*, required: bool = False):
    return forms.RegexField(
        label=_("Currency"), regex=r"^[A-Za-z]{3}$", required=required, help_text=_("Three letters, as CNY.")
    )


class Facts(forms.Form):
    """`accounts` are given as [(id, name)] of those the actor may change."""

    name = forms.CharField(label=_("Opportunity"), max_length=200)
    account_id = _chosen(_("Customer"))
    amount = forms.DecimalField(label=_("Amount"), min_value=0, max_digits=20, decimal_places=2, required=False)
    currency = _currency()
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


class CaptureLead(forms.Form):
    """`accounts` as in Facts, `colleagues` as in AssignOwner; without an owner it lies in the pool."""

    name = forms.CharField(label=_("Lead"), max_length=200, help_text=_("What may become of it, in a few words."))
    company = forms.CharField(label=_("Company, when it is not a customer yet"), max_length=200, required=False)
    account_id = _chosen(_("Customer"))
    owner_id = _chosen(_("Owner"))
    origin = forms.CharField(label=_("Where it comes from"), max_length=120, required=False)
    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3}), required=False)

    def __init__(self, *args, accounts, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["account_id"].choices = [("", "—"), *accounts]
        self.fields["owner_id"].choices = [("", _("Nobody: into the pool")), *colleagues]


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


class ConvertLead(VersionedForm, Facts):
    expected_on = forms.DateField(label=_("Expected decision"), widget=DAY, required=False)


class Transfer(forms.Form):
    """`owners` and `colleagues` are given as [(id, name)]."""

    from_id = _chosen(_("From"), required=True)
    to_id = _chosen(_("To"), required=True)

    def __init__(self, *args, owners, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["from_id"].choices = owners
        self.fields["to_id"].choices = colleagues


class Step(VersionedForm):
    """A step that needs no more than the version."""


class Reasoned(VersionedForm):
    why = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}), required=False)


class NurtureLead(Reasoned):
    wake_on = forms.DateField(label=_("Look at it again on"), widget=DAY, required=False)


class Decided(VersionedForm):
    decided_on = forms.DateField(label=_("Decided on"), widget=DAY)


class Lost(Reasoned, Decided):
    ending = forms.ChoiceField(
        label=_("How it ended"), required=False,
        choices=[("", _("Not known yet")), *((ending.value, word) for ending, word in ENDINGS.items())],
    )  # fmt: skip


def _reasons(label, *, required: bool = False):
    empty = [] if required else [("", _("Not asked"))]
    choices = [*empty, *((reason.value, word) for reason, word in REASONS.items())]
    return forms.ChoiceField(label=label, required=required, choices=choices)


def _words(label, *, required: bool = False):
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 2}), required=required)


class ReviewIt(forms.Form):
    spoke_with = forms.CharField(
        label=_("Whom you spoke with"),
        max_length=200,
        help_text=_("At the customer: who pays, who wanted it, who knows."),
    )
    customer_reason = _reasons(_("What the customer says decided"))
    customer_words = _words(_("In the customer's words"))
    owner_reason = _reasons(_("What our owner says decided"))
    owner_words = _words(_("In the owner's words"))
    reviewer_reason = _reasons(_("What you hold decided"), required=True)
    reviewer_words = _words(_("Why you hold that"), required=True)
    element = forms.ChoiceField(
        label=_("Which of the four elements"), required=False,
        choices=[("", _("None of them alone")), *((element.value, word) for element, word in ELEMENTS.items())],
    )  # fmt: skip


class SetRate(forms.Form):
    currency = _currency(required=True)
    since = forms.DateField(label=_("Holds from"), widget=DAY)
    value = forms.DecimalField(label=_("One unit is worth"), max_digits=20, decimal_places=8)

    def clean_currency(self):
        return self.cleaned_data["currency"].upper()


class KeepProduct(forms.Form):
    name = forms.CharField(label=_("Product"), max_length=200)
    series = forms.CharField(label=_("Series"), max_length=120, required=False)
    list_price = forms.DecimalField(label=_("List price"), min_value=0, max_digits=20, decimal_places=2, required=False)
    currency = _currency()

    def clean_currency(self):
        return self.cleaned_data["currency"].upper()


class SetTarget(forms.Form):
    """`colleagues` are given as [(id, name)], `quarters` as [(first day, name)]."""

    owner_id = _chosen(_("Colleague"), required=True)
    quarter = forms.ChoiceField(label=_("Quarter"))
    amount = forms.DecimalField(label=_("To be won"), min_value=0, max_digits=20, decimal_places=2)

    def __init__(self, *args, colleagues, quarters, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner_id"].choices = colleagues
        self.fields["quarter"].choices = quarters

    def clean_quarter(self):
        return date.fromisoformat(self.cleaned_data["quarter"])
