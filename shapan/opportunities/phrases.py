"""Leads and opportunities in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.opportunities.terms import Coverage, Element, Ending, Fact, LeadState, Reason, Route, Stage

STAGES = {
    Stage.DISCOVERY: _("Discovery"),
    Stage.QUALIFIED: _("Qualified"),
    Stage.PROPOSAL: _("Proposal"),
    Stage.NEGOTIATION: _("Negotiation"),
    Stage.ON_HOLD: _("On hold"),
    Stage.WON: _("Won"),
    Stage.LOST: _("Lost"),
}
ENDINGS = {
    Ending.RIVAL: _("A rival won it"),
    Ending.NO_DECISION: _("The customer did not decide"),
    Ending.WITHDRAWN: _("We withdrew"),
}
ELEMENTS = {
    Element.RELATIONSHIP: _("Customer relationship"),
    Element.SOLUTION: _("Solution"),
    Element.DELIVERY: _("Delivery"),
    Element.COMMERCE: _("Financing and commerce"),
}
REASONS = {
    Reason.PRODUCT: _("What the product can do"),
    Reason.PRICE: _("Price and packaging"),
    Reason.EXPERIENCE: _("How we sold"),
    Reason.PARITY: _("What rivals can do too"),
    Reason.RISK: _("Risk of putting it in"),
    Reason.POLITICS: _("Politics inside the customer"),
}
SHOWS = {
    "late": _("The expected day has passed"),
    "undated": _("No expected day"),
    "pushed": _("Moved twice or more"),
    "still": _("No step in 90 days"),
}
COVERAGE = {
    Coverage.RISK: _("At risk"),
    Coverage.HEALTHY: _("Healthy"),
    Coverage.OVER_COVERED: _("Over-covered"),
    Coverage.HYGIENE: _("Clean up"),
}
TRAITS = {"owner": _("Owner"), "product": _("Product"), "category": _("Category"), "route": _("Route")}
LEAD_STATES = {
    LeadState.NEW: _("New lead"),
    LeadState.QUALIFYING: _("Being qualified"),
    LeadState.NURTURING: _("Being nurtured"),
    LeadState.CONVERTED: _("Converted"),
    LeadState.INVALID: _("Discarded"),
}
ROUTES = {Route.DIRECT: _("Direct sale"), Route.PARTNER: _("Through a partner")}
MISSING = {
    Fact.OWNER: _("an owner"),
    Fact.CUSTOMER: _("the customer"),
    Fact.AMOUNT: _("the amount"),
    Fact.CATEGORY: _("the category"),
    Fact.EXPECTED_ON: _("the day of the expected decision"),
    Fact.DECIDED_ON: _("the day of the decision"),
    Fact.WAKE_ON: _("the day to look at it again"),
    Fact.REASON: _("a reason"),
}
FACTS = {
    "name": _("Opportunity"),
    "account": _("Customer"),
    "amount": _("Amount"),
    "currency": _("Currency"),
    "category": _("Category"),
    "route": _("Route"),
}
