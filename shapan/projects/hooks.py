"""What the journal says of major projects, and what they hang on the page of their opportunity."""

from django.utils.translation import gettext_lazy as _

from shapan.foundation import slots
from shapan.foundation.navigation import Entry, register
from shapan.journal import registry
from shapan.opportunities import queries as opportunities
from shapan.projects import queries
from shapan.projects.phrases import CHECKS
from shapan.projects.terms import Tag


def _glance(*, actor, opportunity_id: int, today):
    """The decision unit as the opportunity's page shows it."""
    facts = opportunities.opportunity(actor=actor, opportunity_id=opportunity_id, today=today)
    if facts is None or facts.account_id is None:
        return None
    return {"facts": facts, "unit": queries.unit_of(actor=actor, facts=facts, today=today)}


register(Entry(_("Projects"), "flag", "projects:every", 45))
slots.fill("opportunity", "projects/glance.html", _glance)
registry.tell(
    Tag.UNIT_DERIVED,
    _("{actor} derived the decision unit of {opportunity}: {seats} seats, {holders} holders named, {ended} ended"),
    opportunity="opportunity",
)
registry.tell(Tag.ASSESSED, _("{actor} assessed the four elements of {opportunity}"), opportunity="opportunity")
registry.tell(Tag.OPENED, _("{actor} opened the project {opportunity} as class {letter}"), opportunity="opportunity")
registry.tell(
    Tag.CLASSED, _("{actor} put the project {opportunity} into class {letter}: {why}"), opportunity="opportunity"
)
registry.tell(
    Tag.ANSWERED, _("{actor} answered for {opportunity} “{about}”: {value}, {statement}"), words={"about": CHECKS},
    opportunity="opportunity",
)  # fmt: skip
registry.tell(
    Tag.ENTRUSTED, _("{actor} gave the question “{about}” of {opportunity} to {owner} until {on}"),
    words={"about": CHECKS}, opportunity="opportunity", owner="user",
)  # fmt: skip
registry.tell(Tag.ASKED, _("{actor} asked for the gate {gate} of {opportunity}"), opportunity="opportunity")
registry.tell(Tag.PASSED, _("{actor} passed the gate {gate} of {opportunity}: {why}"), opportunity="opportunity")
registry.tell(
    Tag.PASSED_ON_TERMS, _("{actor} passed the gate {gate} of {opportunity} with conditions ({conditions}): {why}"),
    opportunity="opportunity",
)  # fmt: skip
registry.tell(Tag.REFUSED, _("{actor} refused the gate {gate} of {opportunity}: {why}"), opportunity="opportunity")
registry.tell(Tag.AUTHORITY_SET, _("{actor} set the table of authority, {rows} rows: {why}"))
registry.tell(
    Tag.DELEGATED, _("{actor} let {delegate} decide for {giver} from {since} until {until}"),
    delegate="user", giver="user",
)  # fmt: skip
