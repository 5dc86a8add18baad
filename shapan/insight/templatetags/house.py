"""What the pages of the house write numbers with."""

from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext

from shapan.accounts.terms import Ownership
from shapan.decisions.terms import Influence, SeatCode
from shapan.foundation.templatetags.ui import LEVELS, signed
from shapan.insight import phrases
from shapan.interactions.terms import Kind
from shapan.people.terms import LinkKind
from shapan.relationships.terms import Criterion

register = template.Library()


@register.filter
def px(length: float) -> str:
    """A length in a drawing: one decimal, no more bytes than needed."""
    return f"{length:.1f}".rstrip("0").rstrip(".")


@register.filter
def box(rectangle) -> str:
    """Where a rectangle stands and how large it is, as attributes: half of a drawing is nothing else."""
    r = rectangle
    return mark_safe(f'x="{px(r.x)}" y="{px(r.y)}" width="{px(r.width)}" height="{px(r.height)}"')  # noqa: S308 -- numbers


@register.filter
def at(place) -> str:
    """Where a text stands, as attributes; whatever follows x and y in `place` is left alone."""
    return mark_safe(f'x="{px(place[0])}" y="{px(place[1])}"')  # noqa: S308 -- numbers


@register.filter
def points(corners) -> str:
    """Corners as SVG writes them."""
    return " ".join(f"{px(x)},{px(y)}" for x, y in corners)


@register.filter
def seat_name(code: str) -> str:
    """D → Decides, in the reader's language."""
    return phrases.SEATS[SeatCode(code)] if code in set(SeatCode) else code


@register.filter
def shape_name(shape: str) -> str:
    return phrases.SHAPES[shape]


@register.filter
def exact(number: float | None, digits: int = 3) -> str:
    """A number of the arithmetic: three decimals, none that say nothing; unknown is a dash, not a zero."""
    if number is None:
        return "—"
    written = f"{number:.{digits}f}"
    return (written.rstrip("0").rstrip(".") if "." in written else written).replace("-", "−")


@register.filter
def amount(value: Decimal | int) -> str:
    """A large number as the reader says it: 216 亿 in Chinese, 21,600,000,000 in English."""
    if get_language() == "zh-hans":
        for unit, name in ((10**8, "亿"), (10**4, "万")):
            if value >= unit:
                return f"{exact(float(value / unit), 2)} {name}"
    return f"{value:,.0f}"


@register.filter
def times(value: float, factor: float) -> float:
    return value * factor


@register.filter
def minus(value: float, less: float) -> float:
    return value - less


@register.filter
def pillar_url(key: str, account_id: int) -> str:
    """Where a pillar opens: the person's part, or the empty seat's."""
    kind, _, code = key.partition("-")
    if kind == "seat":
        return reverse("insight:part_seat", args=[account_id, code])
    return reverse("insight:part_person", args=[account_id, int(key)])


@register.filter
def pillar_words(pillar, layout: str) -> str:
    """A pillar for those who do not see it, or speak to it: what is written there in its order, then what it means."""
    given = pillar.given
    drawn = [row for _y, row in pillar.names]
    if layout == "wide":
        drawn += [pillar.note[1], given.contact]
    drawn += [given.role, "?" if given.level is None else signed(given.level)]
    words = [" ".join(filter(None, drawn))]
    if given.name == "—":
        words.append(gettext("nobody known"))
    elif "…" in pillar.names[-1][1]:
        words.append(given.name)
    words += [str(seat_name(given.role)), str(LEVELS[given.level])]
    if given.cold:
        words.append(gettext("gone cold"))
    if pillar.warning:
        words.append(gettext("claimed above the evidence"))
    return " · ".join(words)


@register.filter
def kind_name(kind: str) -> str:
    return phrases.KINDS[Kind(kind)]


@register.filter
def ownership(kind: str) -> str:
    return phrases.OWNERSHIP[Ownership(kind)]


@register.filter
def severity_word(severity: str) -> str:
    return phrases.SEVERITIES[severity]


@register.filter
def confidence_word(confidence: str) -> str:
    return phrases.CONFIDENCE[confidence]


@register.filter
def influence_word(influence: str | None) -> str:
    return phrases.INFLUENCE[Influence(influence)] if influence else gettext("unknown")


@register.filter
def link_word(kind: str) -> str:
    return phrases.LINKS[LinkKind(kind)]


@register.filter
def criterion_name(criterion: str) -> str:
    return phrases.CRITERIA[Criterion(criterion)]


@register.simple_tag
def support_bar(key) -> str:
    """Support from the left, opposition from the right, what is unknown beside it; then the index as a number."""
    support, against, unknown = (100 * (reading.value or 0.0) for reading in (key.si, key.ow, key.uw))
    return format_html(
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="{} {si}">'
        '<rect class="bar-ground" width="100" height="8" rx="2"></rect>'
        '<rect class="bar-unknown" x="{}" width="{}" height="8"></rect>'
        '<rect class="bar-support" width="{}" height="8" rx="2"></rect>'
        '<rect class="bar-against" x="{}" width="{}" height="8"></rect></svg> <span class="num">{si}</span>',
        gettext("Support index"), px(100 - against - unknown), px(unknown), px(max(support, 0.0)), px(100 - against),
        px(against), si=exact(key.si.value, 2),
    )  # fmt: skip
