"""A fact of a company as a list shows it: the value, and for those who may edit a way to change it where it stands."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from shapan.foundation.templatetags.ui import icon, tier

DRAWN = {"tier": tier, "industry": str}


def shown(field: str, row, *, editable: bool = True) -> str:
    """`row` has an id and the field."""
    value = DRAWN[field](getattr(row, field))
    if not editable:
        return value
    return format_html(
        '<span class="cell">{0}<a class="cell-edit" href="{1}" hx-get="{1}" hx-target="closest .cell" '
        'hx-swap="outerHTML" aria-label="{2}">{3}</a></span>',
        value, reverse("accounts:cell", args=[row.id, field]), gettext("Change"), icon("edit"),
    )  # fmt: skip
