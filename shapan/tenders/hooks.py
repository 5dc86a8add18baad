"""What the journal says of tenders, where they stand beside an opportunity, and which of them are quiet."""

from django.utils.translation import gettext_lazy as _

from shapan.compliance import registry as compliance
from shapan.foundation import slots
from shapan.journal import registry
from shapan.tenders import queries, quiet
from shapan.tenders.phrases import AUTHORSHIPS, CALENDARS, DAYS, FACTS, OWN_RULES, PROCUREMENTS, STATES
from shapan.tenders.terms import Tag

compliance.watch(quiet.quiet)
slots.fill("opportunity", "tenders/of_opportunity.html", queries.beside)
registry.name_with("tender", queries.names)
registry.tell(Tag.OPENED, _("{actor} opened the tender {tender}"), tender="tender")
registry.tell(
    Tag.CHANGED, _("{actor} changed facts of the tender {tender}"), labels=FACTS, tender="tender",
    words={
        "procurement": PROCUREMENTS, "own_rule": OWN_RULES, "authorship": AUTHORSHIPS, "calendar": CALENDARS,
    },
)  # fmt: skip
registry.tell(
    Tag.STEPPED, _("{actor} recorded that the tender {tender} moved from “{before}” to “{after}” on {on}"),
    words={"before": STATES, "after": STATES}, tender="tender",
)  # fmt: skip
registry.tell(Tag.RETENDERED, _("{actor} recorded that {tender} is tendered again"), tender="tender")
registry.tell(Tag.DAYS_SET, _("{actor} changed the days of the tender {tender}"), labels=DAYS, tender="tender")
registry.tell(Tag.LOT_ADDED, _("{actor} added the lot “{lot}” to the tender {tender}"), tender="tender")
registry.tell(Tag.SUPPORTED, _("{actor} named {bidder} as the bidder we support for “{lot}”"), tender="tender")
registry.tell(
    Tag.SUPPORT_ENDED, _("{actor} recorded that we no longer support {bidder} for “{lot}”: {why}"), tender="tender"
)
