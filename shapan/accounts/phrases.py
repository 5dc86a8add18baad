"""What a company is, in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.accounts.terms import CompanyRole, Ownership

OWNERSHIP = {
    Ownership.PUBLIC: _("Public body"),
    Ownership.STATE_OWNED: _("State-owned"),
    Ownership.PRIVATE: _("Private"),
    Ownership.LISTED: _("Listed"),
}
ROLES = {
    CompanyRole.CUSTOMER: _("Customer"),
    CompanyRole.PARTNER: _("Partner"),
    CompanyRole.COMPETITOR: _("Competitor"),
}
FACTS = {
    "name": _("Company name"),
    "parent": _("Belongs to"),
    "tier": _("Tier"),
    "industry": _("Industry"),
    "ownership": _("Ownership"),
    "country": _("Country"),
    "revenue": _("Revenue"),
    "currency": _("Currency"),
    "employees": _("Employees"),
    "founded": _("Founded"),
}
