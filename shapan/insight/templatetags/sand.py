"""What the pages of the sand table say with."""

from django import template
from django.utils.html import format_html

from shapan.foundation.templatetags.ui import icon, warmth_word
from shapan.relationships.phrases import PERSON_KINDS

register = template.Library()


@register.filter
def kind_words(kinds) -> str:
    return " · ".join(str(PERSON_KINDS[kind]) for kind in kinds)


@register.filter
def at(names: dict, key) -> str:
    return names.get(key, "")


@register.simple_tag
def warmth_mark(state: str, days: int) -> str:
    """A cell of the matrix: shape and days; the word for those who do not see the shape."""
    shape = icon(f"warmth-{state}", "warmth-mark", warmth_word(state))
    return format_html('<span class="warmth" data-warmth="{}">{}{}</span>', state, shape, days)
