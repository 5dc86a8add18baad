"""Invoices, receipts, disputes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY, VersionedForm
from shapan.fulfilment.forms.fields import WORDS, Offered, amount, chosen
from shapan.fulfilment.phrases import REASONS


class Draft(forms.Form):
    amount = amount(_("Amount"))


class Issue(VersionedForm):
    number = forms.CharField(label=_("Number"), max_length=80, required=False)
    issued_on = forms.DateField(label=_("Invoice date"), widget=DAY)
    due_on = forms.DateField(
        label=_("Due on"), widget=DAY, required=False, help_text=_("Empty: by the days to pay of the contract.")
    )


class Receipt(forms.Form):
    amount = amount(_("Amount"))
    currency = forms.RegexField(label=_("Currency"), regex=r"^[A-Za-z]{3}$", help_text=_("Three letters, as CNY."))
    received_on = forms.DateField(label=_("Received on"), widget=DAY)
    reference = forms.CharField(label=_("Reference of the bank"), max_length=120, required=False)

    def clean_currency(self):
        return self.cleaned_data["currency"].upper()


class Allocate(Offered, VersionedForm):
    invoice_id = chosen(_("Invoice"))
    amount = amount(_("Amount"), required=False, help_text=_("Empty: as much as both allow."))


class Refund(VersionedForm):
    amount = amount(_("Amount"))
    why = forms.CharField(label=_("Reason"), widget=WORDS)


class Dispute(Offered, forms.Form):
    reason = forms.ChoiceField(label=_("Reason"), choices=[(reason.value, word) for reason, word in REASONS.items()])
    owner_id = chosen(_("Owner"))
    due_on = forms.DateField(label=_("Due on"), widget=DAY)
    words = forms.CharField(label=_("What was found out"), widget=WORDS, required=False)


class ChangeDispute(VersionedForm, Dispute):
    pass
