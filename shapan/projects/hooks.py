"""What the journal says of major projects, and what they hang on the page of their opportunity."""

from django.utils.translation import gettext_lazy as _

from shapan.foundation import slots
from shapan.journal import registry
from shapan.opportunities import queries as opportunities
from shapan.projects import queries
from shapan.projects.terms import Tag


def _glance(*, actor, opportunity_id: int, today):
    """The decision unit as the opportunity's page shows it."""
    facts = opportunities.opportunity(actor=actor, opportunity_id=opportunity_id, today=today)
    if facts is None or facts.account_id is None:
        return None
    return {"facts": facts, "unit": queries.unit_of(actor=actor, facts=facts, today=today)}


slots.fill("opportunity", "projects/glance.html", _glance)
registry.tell(
    Tag.UNIT_DERIVED,
    _("{actor} derived the decision unit of {opportunity}: {seats} seats, {holders} holders named, {ended} ended"),
    opportunity="opportunity",
)
registry.tell(Tag.ASSESSED, _("{actor} assessed the four elements of {opportunity}"), opportunity="opportunity")
