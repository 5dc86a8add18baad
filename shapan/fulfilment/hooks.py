"""What the journal says of contracts, deliveries and money, and how it names them."""

from django.utils.translation import gettext_lazy as _

from shapan.duplicates import registry as duplicates
from shapan.foundation import slots
from shapan.foundation.models import listed
from shapan.foundation.navigation import Entry, register
from shapan.fulfilment import actions, policies, queries
from shapan.fulfilment.models import Acceptance
from shapan.fulfilment.phrases import (
    ACCEPTANCE_STATES,
    CONTRACT_STATES,
    FACTS,
    FOLLOW_UPS,
    INVOICE_STATES,
    KINDS,
    REASONS,
    RESULTS,
)
from shapan.fulfilment.terms import Fact, Tag
from shapan.identity import queries as identity
from shapan.jobs.daily import every_day
from shapan.journal import registry
from shapan.opportunities import policies as opportunity_policies
from shapan.opportunities import queries as opportunities
from shapan.opportunities.terms import Stage
from shapan.projects import inputs
from shapan.projects.terms import Check


def _line_of(*facts: Fact):
    """A line of the gate that closes a project: these hold of every contract of its opportunity."""

    def read(*, actor, opportunity_id: int, today):
        found = queries.settled_of(actor=actor, opportunity_id=opportunity_id, today=today)
        return inputs.SILENT if found is None else found.issuperset(facts)

    return read


inputs.provide(Check.ACCEPTANCE, _line_of(Fact.FINAL))
inputs.provide(Check.CASH, _line_of(Fact.INVOICED, Fact.PAID))
inputs.provide(Check.CLAIMS, _line_of(Fact.TICKETS))
register(Entry(_("Contracts"), "columns", "fulfilment:contracts", 45, desk=True))
register(Entry(_("Cash"), "activity", "fulfilment:cash", 46, aside=True))
of = {"contract": "contract"}


def _glance(*, actor, opportunity_id: int, today):
    """The contracts of a won opportunity, on its page."""
    found = queries.of_opportunity(actor=actor, opportunity_id=opportunity_id, today=today)
    asked = {"actor": actor, "opportunity_id": opportunity_id, "today": today}
    facts = opportunities.opportunity(**asked)
    if facts is None or facts.stage is not Stage.WON:
        return None
    return {"id": opportunity_id, "contracts": found, "may_change": opportunity_policies.may_change(**asked)}


slots.fill("opportunity", "fulfilment/glance.html", _glance)
registry.name_with("contract", queries.names)
registry.tell(Tag.OPENED, _("{actor} opened the contract {contract}"), **of)
registry.tell(Tag.CHANGED, _("{actor} changed facts of the contract {contract}"), labels=FACTS, owner="user", **of)
states = {"before": CONTRACT_STATES, "after": CONTRACT_STATES}
registry.tell(Tag.MOVED_ON, _("{actor} moved the contract {contract} from “{before}” to “{after}”"), words=states, **of)
registry.tell(Tag.CLOSED, _("{actor} closed the contract {contract}: accepted, invoiced, paid"), words=states, **of)
registry.tell(Tag.PLANNED, _("{actor} changed the plan of {contract}: {what}"), **of)
registry.tell(Tag.DELIVERED, _("{actor} recorded that {what} of {contract} was ready on {on}"), **of)
registry.tell(Tag.SHIFTED, _("{actor} moved {what} of {contract} from {before} to {after}: {why}"), **of)
registry.tell(
    Tag.ACCEPTANCE_PLANNED, _("{actor} planned an acceptance of {contract}: {kind}"), words={"kind": KINDS}, **of
)
registry.tell(
    Tag.ACCEPTANCE_STEP, _("{actor} moved the acceptance “{kind}” of {contract} from “{before}” to “{after}”"),
    words={"kind": KINDS, "before": ACCEPTANCE_STATES, "after": ACCEPTANCE_STATES}, **of,
)  # fmt: skip
registry.tell(Tag.ITEM_JUDGED, _("{actor} tested {what} of {contract}: {result}"), words={"result": RESULTS}, **of)
registry.tell(Tag.ISSUE_RAISED, _("{actor} raised an issue in the acceptance of {contract}: {what}"), **of)
registry.tell(Tag.ISSUE_CLOSED, _("{actor} closed an issue in the acceptance of {contract}: {what}"), **of)
registry.tell(Tag.INVOICE_OPENED, _("{actor} began an invoice of {amount} for {contract}"), **of)
registry.tell(
    Tag.INVOICE_STEP, _("{actor} moved the invoice {invoice} of {contract} from “{before}” to “{after}”"),
    words={"before": INVOICE_STATES, "after": INVOICE_STATES}, **of,
)  # fmt: skip
registry.tell(Tag.RECEIVED, _("{actor} recorded a receipt of {amount}"))
registry.tell(Tag.ALLOCATED, _("{actor} let {amount} pay the invoice {invoice} of {contract}"), **of)
registry.tell(Tag.RELEASED, _("{actor} took {amount} off an invoice of {contract}: {why}"), **of)
registry.tell(Tag.REFUNDED, _("{actor} recorded that {amount} went back to the customer: {why}"))
registry.tell(Tag.TICKET_OPENED, _("{actor} opened a dispute about the invoice {invoice} of {contract}"), **of)
registry.tell(
    Tag.TICKET_CHANGED, _("{actor} changed the dispute about an invoice of {contract}"), words={"reason": REASONS},
    labels=FACTS, owner="user", **of,
)  # fmt: skip
registry.tell(Tag.TICKET_CLOSED, _("{actor} ended the dispute about the invoice {invoice} of {contract}"), **of)
registry.tell(
    Tag.FOLLOWED_UP, _("{actor} recorded what follows on {contract}: {kind}"), words={"kind": FOLLOW_UPS}, **of
)

duplicates.holds(
    "person", "fulfilment.Acceptance.confirmed_by", _("Acceptances confirmed"),
    rows=lambda actor, today, ids: policies.open_to(Acceptance, actor, today).filter(confirmed_by__in=listed(ids)),
)  # fmt: skip

every_day("ladder", lambda today: actions.climb(actor=identity.system_actor(), today=today))
