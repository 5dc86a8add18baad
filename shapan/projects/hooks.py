"""What the journal says of major projects, and what they hang on the page of their opportunity."""

from django.utils.translation import gettext_lazy as _

from shapan.foundation import slots
from shapan.foundation.navigation import Entry, register
from shapan.journal import registry
from shapan.opportunities import queries as opportunities
from shapan.projects import inputs, queries
from shapan.projects.phrases import CHECKS, MEETINGS
from shapan.projects.terms import Check, Tag
from shapan.tenders import queries as tenders
from shapan.tenders.rules.steps import shuts_us_out
from shapan.tenders.terms import Authorship, Procurement


def _glance(*, actor, opportunity_id: int, today):
    """The decision unit as the opportunity's page shows it."""
    facts = opportunities.opportunity(actor=actor, opportunity_id=opportunity_id, today=today)
    if facts is None or facts.account_id is None:
        return None
    return {"facts": facts, "unit": queries.unit_of(actor=actor, facts=facts, today=today)}


register(Entry(_("Projects"), "flag", "projects:every", 45, desk=True))


def _may_take_part(*, actor, opportunity_id: int, today):
    """Whoever wrote the specification may not; while nobody knows who did, neither do we."""
    found = tenders.tenders_of(actor=actor, opportunity_id=opportunity_id, today=today)
    if not found:
        return inputs.SILENT
    wrote = [(Procurement(one.procurement) if one.procurement else None, one.authorship) for one in found]
    if any(shuts_us_out(kind, Authorship(author)) for kind, author in wrote if author):
        return False
    return True if all(author for _kind, author in wrote) else None


def _quiet_is_clear(*, actor, opportunity_id: int, today):
    """Whether each tender says if it is quiet, from when, and which channel is the official one."""
    found = tenders.tenders_of(actor=actor, opportunity_id=opportunity_id, today=today)
    if not found:
        return inputs.SILENT
    return True if all(one.procurement and one.official_channel for one in found) else None


inputs.provide(Check.COMPLIANCE, _may_take_part)
inputs.provide(Check.QUIET_PERIOD, _quiet_is_clear)
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
registry.tell(
    Tag.MEETING_HELD, _("{actor} recorded the meeting “{meeting}” of {opportunity}: {decision}"),
    words={"meeting": MEETINGS}, opportunity="opportunity",
)  # fmt: skip
registry.tell(Tag.TASK_DONE, _("{actor} finished for {opportunity}: {what}"), opportunity="opportunity")
