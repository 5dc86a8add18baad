"""The customer's decision chain in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.decisions.terms import (
    Authority,
    BudgetSource,
    Confidence,
    Entry,
    Gap,
    Influence,
    Procedure,
    PurchasingModel,
    SeatCode,
)

SEATS = {
    SeatCode.DECIDER: _("Decides"),
    SeatCode.APPROVER: _("Approves"),
    SeatCode.EVALUATOR: _("Evaluates"),
    SeatCode.PROCUREMENT: _("Procures"),
    SeatCode.USER: _("Uses"),
    SeatCode.SUPPORTER: _("Assists"),
    SeatCode.INFLUENCER: _("Influences"),
    SeatCode.LEGAL_FINANCE: _("Legal and finance"),
    SeatCode.GATEKEEPER: _("Gatekeeper"),
    SeatCode.OUTSIDE_ADVISER: _("Outside adviser"),
}
INFLUENCE = {Influence.HIGH: _("high"), Influence.MEDIUM: _("medium"), Influence.LOW: _("low")}
CONFIDENCE = {
    Confidence.CONFIRMED: _("confirmed"),
    Confidence.INFERRED: _("inferred"),
    Confidence.UNKNOWN: _("not confirmed"),
}
MODELS = {
    PurchasingModel.CENTRAL: _("Headquarters decides"),
    PurchasingModel.LOCAL: _("The branch decides"),
    PurchasingModel.SHORTLIST: _("Headquarters shortlists, the branch reports"),
    PurchasingModel.FRAMEWORK: _("Negotiated together, signed apart"),
}
AUTHORITIES = {
    Authority.SINGLE: _("One leader"),
    Authority.COLLECTIVE: _("Collective decision"),
    Authority.COMMITTEE: _("Vote of a committee"),
    Authority.SCORED_TENDER: _("Scored tender"),
}
PROCEDURES = {
    Procedure.DIRECT: _("Direct purchase"),
    Procedure.SINGLE_SOURCE: _("Single source"),
    Procedure.INQUIRY: _("Inquiry"),
    Procedure.NEGOTIATION: _("Competitive negotiation"),
    Procedure.INVITED_TENDER: _("Invited tender"),
    Procedure.OPEN_TENDER: _("Open tender"),
    Procedure.FRAMEWORK: _("Framework agreement"),
}
BUDGETS = {
    BudgetSource.OWN: _("Own funds"),
    BudgetSource.GOVERNMENT: _("Government budget"),
    BudgetSource.DEVELOPMENT_BANK: _("Development bank"),
    BudgetSource.EXPORT_CREDIT: _("Export credit"),
    BudgetSource.CONCESSIONAL: _("Concessional loan"),
    BudgetSource.PPP: _("Public-private partnership"),
}
ENTRIES = {
    Entry.NOT_NEEDED: _("No shortlist needed"),
    Entry.UNKNOWN: _("Shortlist above or report below unknown"),
    Entry.CLOSED: _("Not shortlisted by headquarters"),
    Entry.DEAD: _("Shortlisted above but not reported below, a dead entry"),
    Entry.OPEN: _("Shortlisted above and reported below"),
}
GAPS = {
    Gap.VACANT: _("Nobody known there"),
    Gap.UNKNOWN: _("Stance unknown"),
    Gap.OPPOSED: _("Against us"),
    Gap.NEUTRAL: _("Not yet a supporter"),
    Gap.COLD: _("Supports us, but has gone cold"),
}
FIELDS = {
    "category": _("Category"),
    "model": _("Purchasing model"),
    "headquarters_id": _("Headquarters"),
    "shortlisted": _("Shortlisted by headquarters"),
    "reported": _("Reported by the branch"),
    "authority": _("Who has authority"),
    "collective_threshold": _("Decided collectively from"),
    "procedure": _("Procedure"),
    "budget_source": _("Budget source"),
    "currency": _("Currency"),
    "bands": _("Amount bands"),
    "seats": _("Approvers of all bands"),
    "price_rank": _("Rank of price"),
    "technology_rank": _("Rank of technology"),
    "relationship_rank": _("Rank of relationship"),
    "calendar": _("Calendar"),
    "criteria": _("Criteria"),
    "acceptance_decider": _("Who decides on acceptance"),
    "payment_decider": _("Who decides on payment"),
    "acceptance_decider_id": _("Who decides on acceptance"),
    "payment_decider_id": _("Who decides on payment"),
    "source": _("How we know"),
    "grade": _("Grade of the source"),
    "valid_to": _("Valid until"),
}
SEAT_FIELDS = {"label": _("Which of several such seats"), "weight": _("Weight"), "required": _("The decision needs it")}
