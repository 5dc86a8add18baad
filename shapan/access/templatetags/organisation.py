"""How the page of our organisation names a colleague."""

from django import template
from django.utils.translation import gettext as _

from shapan.identity.phrases import ROLES
from shapan.identity.terms import Role

register = template.Library()


@register.filter
def role_name(role: str) -> str:
    return ROLES[Role(role)]


@register.filter
def place(colleague) -> str:
    """Posts or title, unit and manager, as far as they are known."""
    above = _("reports to {name}").format(name=colleague.manager) if colleague.manager else ""
    return " · ".join(filter(None, [", ".join(colleague.posts) or colleague.title, colleague.unit, above]))
