"""Money and stages as pages show them."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext

from shapan.opportunities import phrases
from shapan.opportunities.rules.money import Total
from shapan.opportunities.terms import Route, Stage

register = template.Library()


@register.filter
def stage_word(stage: str) -> str:
    return phrases.STAGES[Stage(stage)]


@register.filter
def route_word(route: str) -> str:
    return phrases.ROUTES[Route(route)]


@register.filter
def money(amount: Decimal | None, currency: str) -> str:
    """An amount with its currency; a dash while nobody knows it."""
    return "—" if amount is None else f"{_figures(amount)} {currency}"


@register.filter
def total(added: Total) -> str:
    """What is known of a total, marked when that is not all of it; the title says what is not."""
    figures = f"{_figures(added.known)} {added.currency}"
    if added.value is not None:
        return figures
    said = []
    if added.without_amount:
        count = added.without_amount
        said.append(ngettext("{n} without an amount", "{n} without an amount", count).format(n=count))
    if added.without_rate:
        said.append(gettext("no rate for {currencies}").format(currencies=", ".join(added.without_rate)))
    told = " · ".join(said)
    return format_html('<span class="total-part">≥ {}</span> <small>{}</small>', figures, told)


def _figures(amount: Decimal) -> str:
    return f"{amount:,.2f}".removesuffix(".00")
