"""Words of a tender in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.tenders.terms import Authorship, Bond, Calendar, Day, Need, OwnRule, Procurement, State

STATES = {
    State.PLANNING: _("In planning"),
    State.PUBLISHED: _("Published"),
    State.EVALUATION: _("Closed, in evaluation"),
    State.STANDSTILL: _("Candidates published, standstill"),
    State.AWARDED: _("Awarded"),
    State.CONTRACTED: _("Contract signed"),
    State.CANCELLED: _("Cancelled"),
}
PROCUREMENTS = {
    Procurement.PUBLIC: _("Public buyer"),
    Procurement.MANDATORY: _("Company bound to tender"),
    Procurement.PRIVATE: _("Private buyer"),
}
OWN_RULES = {
    OwnRule.QUIET: _("Its own rules ask for quiet"),
    OwnRule.FREE: _("Its own rules allow contact"),
}
AUTHORSHIPS = {
    Authorship.NONE: _("We had no part in it"),
    Authorship.OPEN: _("Open, supplier-neutral input only"),
    Authorship.WROTE: _("We designed or wrote it"),
}
CALENDARS = {
    Calendar.CHINA: _("China, Tendering and Bidding Law"),
    Calendar.EU: _("European Union, open procedure"),
    Calendar.BANK: _("Development bank"),
    Calendar.CONCESSIONAL: _("Chinese concessional loan"),
}
DAYS = {
    Day.ISSUED: _("Documents issued"),
    Day.PREBID: _("Pre-bid meeting"),
    Day.CLARIFY: _("Last clarification"),
    Day.DEADLINE: _("Deadline for bids"),
    Day.OPENING: _("Opening"),
    Day.REPORT: _("Evaluation report"),
    Day.NO_OBJECTION: _("Lender’s no objection"),
    Day.CANDIDATES: _("Candidates or award decision published"),
    Day.CANDIDATES_END: _("Standstill ends"),
    Day.AWARD: _("Award letter"),
    Day.CONTRACT: _("Signing of the contract"),
    Day.BOND_BACK: _("Bid bond returned"),
    Day.PREFEASIBILITY: _("Pre-feasibility study"),
    Day.COMMERCIAL: _("Commercial contract"),
    Day.HOST_REQUEST: _("Host government’s request"),
    Day.EMBASSY: _("Embassy’s opinion"),
    Day.APPRAISAL: _("Bank’s appraisal"),
    Day.FRAMEWORK: _("Government framework agreement"),
    Day.LOAN: _("Loan agreement"),
    Day.EFFECTIVE: _("Loan effective"),
    Day.ADVANCE: _("Advance payment"),
}
BONDS = {Bond.BID: _("Bid bond"), Bond.PERFORMANCE: _("Performance bond")}
NEEDS = {
    Need.CUSTOMER: _("the customer of the opportunity"),
    Need.PROCUREMENT: _("the kind of buyer"),
    Need.CHANNEL: _("the official channel"),
    Need.AUTHORSHIP: _("our part in the specification"),
    Need.REASON: _("the reason"),
}
FACTS = {
    "name": _("Name"),
    "reference": _("Tender number"),
    "procurement": _("Kind of buyer"),
    "own_rule": _("A private buyer’s rule"),
    "official_channel": _("Official channel"),
    "authorship": _("Our part in the specification"),
    "calendar": _("Calendar"),
    "bid_bond": _("Bid bond (percent)"),
    "performance_bond": _("Performance bond (percent)"),
}
