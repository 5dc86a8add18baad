"""Words of compliance in templates."""

from django import template

from shapan.compliance.phrases import DOORS, FIELDS, KINDS, STATES

register = template.Library()


@register.filter
def restricted_kind(category):
    return KINDS[category]


@register.filter
def field_word(field):
    return FIELDS.get(field, field)


@register.filter
def door_word(door):
    return DOORS[door]


@register.filter
def quarantine_state(state):
    return STATES[state]
