"""Words of the import for its pages."""

from django import template

from shapan.imports import phrases

register = template.Library()


@register.filter
def kind_word(kind):
    return phrases.KINDS[kind]


@register.filter
def status_word(status):
    return phrases.STATUS[status]


@register.filter
def fate_word(outcome):
    return phrases.OUTCOMES[outcome]


@register.filter
def column_word(name):
    """What a column holds; the file's own word where it is none of ours."""
    return phrases.COLUMNS.get(name, name)


@register.filter
def left_out_word(what):
    return phrases.LEFT_OUT[what]


@register.filter
def implied_word(what):
    return phrases.IMPLIED.get(what, what)
