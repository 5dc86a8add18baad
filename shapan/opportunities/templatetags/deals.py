"""Money and stages as pages show them."""

from datetime import date
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext

from shapan.opportunities import phrases
from shapan.opportunities.rules.chance import Bin, Trait
from shapan.opportunities.rules.money import Total
from shapan.opportunities.rules.spans import Axis
from shapan.opportunities.terms import Coverage, Element, Ending, LeadState, Reason, Route, Stage

register = template.Library()
SIDE, WIDE = 200, 480


@register.filter
def stage_word(stage: str) -> str:
    return phrases.STAGES[Stage(stage)]


@register.filter
def route_word(route: str) -> str:
    return phrases.ROUTES[Route(route)]


@register.filter
def lead_word(state: str) -> str:
    return phrases.LEAD_STATES[LeadState(state)]


@register.filter
def ending_word(ending: str) -> str:
    return phrases.ENDINGS[Ending(ending)]


@register.filter
def reason_said(reason: str) -> str:
    return phrases.REASONS[Reason(reason)]


@register.filter
def element_said(element: str) -> str:
    return phrases.ELEMENTS[Element(element)]


@register.filter
def coverage_word(status: str) -> str:
    return phrases.COVERAGE[Coverage(status)]


@register.filter
def trait_words(trait: Trait) -> str:
    """Owner: Lin."""
    what, which = trait
    return gettext("{what}: {which}").format(
        what=phrases.TRAITS[what], which=route_word(which) if what == "route" else which
    )


@register.filter
def points(share: float) -> str:
    """0.031 → +3.1 %."""
    return f"{'−' if share < 0 else '+'}{abs(share) * 100:.1f}%"


@register.filter
def times(ratio: float | None) -> str:
    return "—" if ratio is None else f"{ratio:.1f}×"


@register.filter
def quarter(day: date) -> str:
    return gettext("{year} Q{n}").format(year=day.year, n=(day.month + 2) // 3)


@register.inclusion_tag("opportunities/reliability.html")
def reliability(bins: tuple[Bin, ...]) -> dict:
    """A dot for each part: across what was foretold, upward what came; on the line, both agree."""
    return {
        "dots": [(round(SIDE * one.foretold, 1), round(SIDE * (1 - one.came), 1), one) for one in bins],
        "side": SIDE,
    }


@register.inclusion_tag("opportunities/months.html")
def months(axis: Axis) -> dict:
    return {"axis": axis, "wide": WIDE, "marks": [(day, round(WIDE * axis.place(day))) for day in axis.months]}


@register.inclusion_tag("opportunities/span.html")
def span(row, axis: Axis, today: date) -> dict:
    """A bar from the opening (today, when nobody knows it) to the expected decision."""
    start, end = (WIDE * axis.place(day) for day in (row.opened_on or min(today, row.expected_on), row.expected_on))
    return {
        "wide": WIDE, "stage": row.stage, "now": round(WIDE * axis.place(today)), "start": round(start),
        "width": max(round(end - start), 4),
    }  # fmt: skip


@register.filter
def money(amount: Decimal | float | None, currency: str) -> str:
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


def _figures(amount: Decimal | float) -> str:
    return f"{amount:,.2f}".removesuffix(".00")
