"""Contracts and their plan."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY, VersionedForm
from shapan.fulfilment.forms.fields import WORDS, Offered, amount, chosen, currency, several
from shapan.fulfilment.phrases import CAUSES, STANDINGS
from shapan.fulfilment.terms import Standing

NEEDS = [(standing.value, word) for standing, word in STANDINGS.items() if standing is not Standing.PLANNED]


class Facts(Offered, forms.Form):
    name = forms.CharField(label=_("Contract"), max_length=200)
    number = forms.CharField(label=_("Number"), max_length=80, required=False)
    amount = amount(_("Amount"), required=False)
    currency = currency()
    category = forms.CharField(label=_("Category"), max_length=120, required=False)
    payment_days = forms.IntegerField(
        label=_("Days to pay"), min_value=0, max_value=999, required=False, help_text=_("From the invoice on.")
    )
    warranty_months = forms.IntegerField(label=_("Warranty in months"), min_value=0, max_value=600, required=False)
    owner_id = chosen(_("Owner"))

    def clean_currency(self):
        return self.cleaned_data["currency"].upper()


class OpenContract(Facts):
    account_id = chosen(_("Customer"))

    field_order = ("name", "account_id")


class ChangeContract(VersionedForm, Facts):
    pass


class Step(VersionedForm):
    """A step that needs no more than the version."""


class Reasoned(VersionedForm):
    why = forms.CharField(label=_("Reason"), widget=WORDS, required=False)


class Signed(VersionedForm):
    signed_on = forms.DateField(label=_("Signed on"), widget=DAY)


class Closed(VersionedForm):
    closed_on = forms.DateField(label=_("Closed on"), widget=DAY)


class Deliverable(VersionedForm):
    name = forms.CharField(label=_("Deliverable"), max_length=200)
    due_on = forms.DateField(label=_("Planned for"), widget=DAY, required=False)


class Ready(VersionedForm):
    ready_on = forms.DateField(label=_("Delivered on"), widget=DAY)


class Move(VersionedForm):
    to = forms.DateField(label=_("New day"), widget=DAY)
    cause = forms.ChoiceField(label=_("What moves it"), choices=[(cause.value, word) for cause, word in CAUSES.items()])
    why = forms.CharField(label=_("Why it moves"), widget=WORDS, required=False)


class Node(Offered, VersionedForm):
    name = forms.CharField(label=_("Payment"), max_length=200)
    amount = amount(_("Amount"))
    due_on = forms.DateField(label=_("Planned for"), widget=DAY, required=False)
    needs = forms.ChoiceField(label=_("May be asked for once they are"), choices=NEEDS)
    deliverable_ids = several(_("Waits for"))


class Done(forms.Form):
    done_on = forms.DateField(label=_("Held on"), widget=DAY)
