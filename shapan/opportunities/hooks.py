"""What the journal says of leads and opportunities, and how it names them."""

from django.utils.translation import gettext_lazy as _

from shapan.foundation.navigation import Entry, register
from shapan.journal import registry
from shapan.opportunities import policies, queries, search
from shapan.opportunities.phrases import FACTS, REASONS, ROUTES, STAGES
from shapan.opportunities.terms import Tag
from shapan.search.registry import Kind, find

register(Entry(_("Opportunities"), "target", "opportunities:board", 40))
register(Entry(_("Products and rates"), "table", "opportunities:catalogue", 80, aside=True))
find(
    Kind(
        name="opportunity",
        number=5,
        label=_("Opportunities"),
        icon="target",
        rows=search.rows,
        documents=search.documents,
        open_to=policies.opportunities_open_to,
        shown=search.shown,
    )
)
registry.name_with("opportunity", queries.names)
registry.name_with("lead", queries.lead_names)
steps = {"words": {"before": STAGES, "after": STAGES}, "opportunity": "opportunity"}
registry.tell(Tag.OPENED, _("{actor} opened the opportunity {opportunity}"), opportunity="opportunity")
registry.tell(Tag.ADVANCED, _("{actor} moved {opportunity} on from “{before}” to “{after}”"), **steps)
registry.tell(Tag.RETURNED, _("{actor} took {opportunity} back from “{before}” to “{after}”: {why}"), **steps)
registry.tell(Tag.HELD, _("{actor} put {opportunity} on hold: {why}"), **steps)
registry.tell(Tag.RESUMED, _("{actor} took {opportunity} up again: “{after}”"), **steps)
registry.tell(Tag.WON, _("{actor} recorded that {opportunity} was won on {on}"), **steps)
registry.tell(Tag.LOST, _("{actor} recorded that {opportunity} was lost on {on}: {why}"), **steps)
registry.tell(
    Tag.PUSHED, _("{actor} moved the expected decision of {opportunity} from {before} to {after}: {why}"),
    opportunity="opportunity",
)  # fmt: skip
registry.tell(
    Tag.ASSIGNED, _("{actor} gave {opportunity} from {before} to {after}"),
    opportunity="opportunity", before="user", after="user",
)  # fmt: skip
registry.tell(
    Tag.TRANSFERRED, _("{actor} gave {count} opportunities and leads of {account} from {before} to {after}"),
    account="account", before="user", after="user",
)  # fmt: skip
registry.tell(
    Tag.CHANGED, _("{actor} changed facts of {opportunity}"), words={"route": ROUTES}, labels=FACTS,
    opportunity="opportunity", account="account",
)  # fmt: skip
registry.tell(
    Tag.REVIEWED, _("{actor} reviewed {opportunity}: {reason}"), words={"reason": REASONS}, opportunity="opportunity"
)
registry.tell(Tag.IMPORTED, _("{actor} imported opportunities: {created} new, {updated} changed"))
registry.tell(Tag.PRODUCTS_IMPORTED, _("{actor} imported products: {created} new, {updated} changed"))
registry.tell(Tag.RATE_SET, _("{actor} set the rate of {currency} from {since} to {value}"))
registry.tell(
    Tag.TARGET_SET,
    _("{actor} set the target of {owner} for the quarter from {quarter} to {amount} {currency}"),
    owner="user",
)
registry.tell(Tag.LEAD_CAPTURED, _("{actor} captured the lead {lead}"), lead="lead")
registry.tell(Tag.LEAD_ASSIGNED, _("{actor} gave the lead {lead} to {after}"), lead="lead", before="user", after="user")
registry.tell(Tag.LEAD_NURTURED, _("{actor} put the lead {lead} aside to nurture: {why}"), lead="lead")
registry.tell(Tag.LEAD_RETURNED, _("{actor} put the lead {lead} back into the pool: {why}"), lead="lead")
registry.tell(Tag.LEAD_QUALIFYING, _("{actor} began to qualify the lead {lead}"), lead="lead")
registry.tell(Tag.LEAD_CONVERTED, _("{actor} turned the lead {lead} into an opportunity"), lead="lead")
registry.tell(Tag.LEAD_DISCARDED, _("{actor} discarded the lead {lead}: {why}"), lead="lead")
