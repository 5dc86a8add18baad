"""What a person types about a company; cleaned, nothing more."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.accounts.phrases import OWNERSHIP, ROLES
from shapan.accounts.terms import CompanyRole, Tier
from shapan.foundation.forms import VersionedForm
from shapan.search.pickers import Picker


class Company(forms.Form):
    """`parents` are given as [(id, name)] of those the actor may see."""

    name = forms.CharField(label=_("Company name"), max_length=200)
    parent_id = forms.TypedChoiceField(
        label=_("Belongs to"),
        coerce=lambda value: int(value) if value else None,
        empty_value=None,
        required=False,
        widget=Picker(),
    )
    tier = forms.ChoiceField(
        label=_("Tier"), required=False, choices=[("", "—"), *((tier.value, tier.value) for tier in Tier)]
    )
    industry = forms.CharField(label=_("Industry"), max_length=120, required=False)
    ownership = forms.ChoiceField(
        label=_("Ownership"), required=False, choices=[("", "—"), *((o.value, word) for o, word in OWNERSHIP.items())]
    )
    country = forms.CharField(label=_("Country"), max_length=80, required=False)
    revenue = forms.DecimalField(label=_("Revenue"), max_digits=20, decimal_places=2, required=False)
    currency = forms.CharField(label=_("Currency"), max_length=3, required=False)
    employees = forms.IntegerField(label=_("Employees"), min_value=0, required=False)

    def __init__(self, *args, parents, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent_id"].choices = [("", "—"), *parents]


class ChangeAccount(VersionedForm, Company):
    founded = forms.IntegerField(label=_("Founded"), min_value=1000, max_value=2200, required=False)


class ChangeTier(VersionedForm):
    tier = Company.base_fields["tier"]


class SetTier(forms.Form):
    tier = Company.base_fields["tier"]


class ChangeIndustry(VersionedForm):
    industry = Company.base_fields["industry"]


CELLS = {"tier": ChangeTier, "industry": ChangeIndustry}  # what is changed where it stands in a list


class OpenAccount(Company):
    roles = forms.TypedMultipleChoiceField(
        label=_("Its role for us"),
        coerce=CompanyRole,
        choices=[(role.value, word) for role, word in ROLES.items()],
        widget=forms.CheckboxSelectMultiple,
        initial=[CompanyRole.CUSTOMER.value],
    )
    field_order = ("name", "parent_id", "roles")

    def clean_roles(self):
        return tuple(self.cleaned_data["roles"])


class OpenDepartment(forms.Form):
    name = forms.CharField(label=_("Department name"), max_length=200)
    relevant = forms.BooleanField(
        label=_("Concerned with what we sell"), required=False, initial=True,
        help_text=_("It then counts in the foundation of the house."),
    )  # fmt: skip
