"""Columns of the list of customers."""

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from shapan.accounts.cells import shown
from shapan.accounts.phrases import OWNERSHIP
from shapan.foundation.templatetags.ui import DASH, percent
from shapan.insight.columns import Column
from shapan.insight.templatetags.house import support_bar


def _name(row) -> str:
    above = format_html("<small>{}</small>", row.parent) if row.parent else ""
    return format_html('<a href="{}">{}</a>{}', reverse("insight:house", args=[row.id]), row.name, above)


def _last(row) -> str:
    if row.days is None:
        return DASH
    ago = ngettext("%(days)s day ago", "%(days)s days ago", row.days) % {"days": row.days}
    day = row.last_on.isoformat()
    return format_html('<time datetime="{}" title="{}">{}</time>', day, day, ago)


def _amount(number, unit: str = "") -> str:
    return DASH if number is None else f"{number_format(number, 0, use_l10n=True, force_grouping=True)} {unit}".strip()


def _ownership(row) -> str:
    return str(OWNERSHIP.get(row.ownership, ""))


COLUMNS = {
    "name": Column(_("Customer"), _name, lambda row: row.name),
    "parent": Column(_("Belongs to"), lambda row: row.parent, lambda row: row.parent, usual=False),
    "tier": Column(_("Tier"), lambda row: shown("tier", row, editable=row.editable), lambda row: row.tier),
    "industry": Column(
        _("Industry"),
        lambda row: shown("industry", row, editable=row.editable),
        lambda row: row.industry,
        css="industry-cell",
    ),
    "ownership": Column(_("Ownership"), _ownership, _ownership, usual=False),
    "country": Column(_("Country"), lambda row: row.country, lambda row: row.country, usual=False),
    "revenue": Column(
        _("Revenue"), lambda row: _amount(row.revenue, row.currency), lambda row: row.revenue, usual=False, css="num"
    ),
    "employees": Column(
        _("Employees"), lambda row: _amount(row.employees), lambda row: row.employees, usual=False, css="num"
    ),
    "owner": Column(_("Account manager"), lambda row: row.owner, lambda row: row.owner),
    "support": Column(
        _("Support"),
        lambda row: support_bar(row.standing.key),
        lambda row: None if row.standing.key.si.value is None else round(row.standing.key.si.value, 2),
        css="support-cell",
    ),
    "coverage": Column(
        _("Coverage"),
        lambda row: percent(row.standing.key.cr.value),
        lambda row: None if row.standing.key.cr.value is None else round(row.standing.key.cr.value, 2),
        usual=False,
        css="num",
    ),
    "last": Column(_("Last effective contact"), _last, lambda row: row.last_on),
}
