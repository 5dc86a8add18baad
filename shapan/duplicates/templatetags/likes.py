"""Signs of likeness as words."""

from django import template

from shapan.duplicates.phrases import SIGNS

register = template.Library()


@register.filter
def sign_word(sign) -> str:
    return SIGNS[sign]
