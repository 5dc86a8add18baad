"""What pages say with: icons, form controls, signs, percentages, initials and the method's words for states."""

import functools
import re

from django import forms, template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

register = template.Library()

MINUS, DASH = "\N{MINUS SIGN}", "\N{EM DASH}"
CHINESE = re.compile(r"[\u3400-\u9fff]")

LEVELS = {
    None: _("Unknown"),
    -1: _("Opposed"),
    0: _("Neutral"),
    1: _("Supports"),
    2: _("Strong support"),
    3: _("Coach"),
    4: _("Ally"),
}
WARMTH = {
    "never": _("Never met"),
    "warm": _("Warm"),
    "cooling": _("Cooling"),
    "cold": _("Cold"),
    "dormant": _("Dormant"),
}


@register.simple_tag
def icon(name: str, css: str = "", label: str = "") -> str:
    """One symbol of the sprite. Silent for screen readers unless it has a label of its own."""
    spoken = format_html(' role="img" aria-label="{}"', label) if label else mark_safe(' aria-hidden="true"')
    return format_html('<svg class="icon {}"{}><use href="{}#{}"></use></svg>', css, spoken, _sprite(), name)


@functools.cache
def _sprite() -> str:
    """Asked fifty times a page, and the same as long as the process lives."""
    return static("built/sprite.svg")


@register.simple_tag
def level(number: int | None, *, stale: bool = False, compact: bool = False) -> str:
    """A relationship level: its number on its colour, and its word."""
    word = format_html("{} · {}", level_word(number), _("evidence expired")) if stale else level_word(number)
    return format_html(
        '<span class="level{}" data-level="{}"><b class="level-number">{}</b><span class="{}">{}</span></span>',
        " level-stale" if stale else "",
        "unknown" if number is None else number,
        "?" if number is None else signed(number),
        "visually-hidden" if compact else "level-word",
        word,
    )


@register.simple_tag
def tier(letter: str) -> str:
    """How much of us a customer gets, S to D; nothing while it has no tier."""
    if not letter:
        return ""
    return format_html(
        '<span class="tier" data-tier="{0}"><span class="visually-hidden">{1} </span><b>{0}</b></span>',
        letter,
        gettext("Tier"),
    )


@register.simple_tag
def warmth(state: str | None, days: int | None = None) -> str:
    """How alive a contact is: a shape, a word and the days since."""
    state = state or "never"
    since = "" if days is None or days == "" else format_html(" · {}", _since(int(days)))
    mark = icon(f"warmth-{state}", "warmth-mark")
    return format_html(
        '<span class="warmth" data-warmth="{}">{}<span>{}{}</span></span>', state, mark, warmth_word(state), since
    )


def _since(days: int) -> str:
    return ngettext("%(days)s day ago", "%(days)s days ago", days) % {"days": days} if days else gettext("today")


@register.simple_tag
def face(name: str = "", *, letters: str = "", size: str = "", tone: str = "", title: str = "") -> str:
    """A person or a customer in a circle; what it stands for is written beside it, so it stays silent."""
    css = "".join(f" face-{word}" for word in (size, tone) if word)
    hint = format_html(' title="{}"', title) if title else ""
    return format_html('<span class="face{}"{} aria-hidden="true">{}</span>', css, hint, letters or initials(name))


@register.simple_tag
def control(field: forms.BoundField, **attrs: str) -> str:
    """The input of a form field in the product's look; `placeholder="…"` and the like pass through."""
    named = {name.replace("_", "-"): value for name, value in attrs.items()}
    css = [_look(field.field.widget), "is-invalid" if field.errors else "", named.pop("class", "")]
    own = field.field.widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": " ".join(filter(None, [*css, own])), **named})


def _look(widget: forms.Widget) -> str:
    if isinstance(widget, (forms.CheckboxInput, forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return "form-check-input"
    return "form-select" if isinstance(widget, forms.Select) else "form-control"


@register.filter
def is_checkbox(field: forms.BoundField) -> bool:
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def signed(number: float | None, plus: str = "") -> str:
    """A true minus sign; a plus only where asked: `{{ change|signed:"+" }}`. Nothing known: a dash."""
    if number is None or number == "":
        return DASH
    return f"{MINUS if number < 0 else plus if number > 0 else ''}{abs(number)}"


@register.filter
def percent(share: float | None, digits: int = 0) -> str:
    """0.361 → 36%. Unknown is not zero: a dash."""
    return DASH if share is None else f"{signed(round(100 * share, digits) if digits else round(100 * share))}%"


@register.filter
def initials(name: str, most: int = 2) -> str:
    """How people here shorten a name: the last two characters in Chinese, first letters elsewhere."""
    name = str(name).strip()
    if CHINESE.search(name):
        return "".join(CHINESE.findall(name))[-most:]
    words = name.split()
    return "".join(word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words))[:most].upper()


@register.filter
def level_word(level: int | None) -> str:
    return LEVELS[None if level == "" else level]


@register.filter
def warmth_word(state: str | None) -> str:
    return WARMTH[state or "never"]
