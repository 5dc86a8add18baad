"""Major projects in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.opportunities.terms import Advice, Condition, Forecast, Orientation, Veto
from shapan.projects.terms import (
    Check,
    ClassReason,
    DecidingLevel,
    GateKind,
    Item,
    MeetingKind,
    Move,
    Outcome,
    State,
)

MOVES = {
    Move.ADD: _("Add the seat"),
    Move.SEAT: _("Name its holder"),
    Move.LEAVE: _("No longer holds the seat"),
    Move.DROP: _("End the seat"),
}
FIGURES = {
    "ir": (_("Identified"), _("seats with a name, of all seats")),
    "cr": (_("Covered"), _("weight of supporters who are warm, of all weight")),
    "si": (_("Support index"), _("weight × level × what silence leaves, over three times all weight")),
    "ow": (_("Against"), _("weight of those against us")),
    "uw": (_("Unknown"), _("weight of seats without a holder or a stance")),
    "lm": (_("Mean level"), _("weighted level of those we know")),
}
ORIENTATIONS = {
    Orientation.BALANCED: _("Balanced"),
    Orientation.RELATIONSHIP: _("Relationship first"),
    Orientation.TECHNOLOGY: _("Technology first"),
    Orientation.PRICE: _("Price first"),
}
ADVICE = {Advice.BID: _("Bid"), Advice.CONDITIONAL: _("Bid with conditions"), Advice.NO_BID: _("No bid")}
VETOES = {
    Veto.COMPLIANCE: _("A compliance flag is up"),
    Veto.REQUIREMENT_UNMET: _("A mandatory requirement is not met"),
    Veto.SEAT_UNKNOWN: _("Who decides or approves is unknown"),
    Veto.MARGIN: _("The margin is below the floor"),
    Veto.OPPONENT_DECIDES: _("An opponent decides, and there is no plan for it"),
}
CLASS_REASONS = {
    ClassReason.STRATEGIC: _("A strategic customer"),
    ClassReason.FIRST: _("The first of its kind"),
    ClassReason.LARGE: _("Among the largest amounts"),
    ClassReason.MIDDLE: _("An amount of the middle"),
    ClassReason.SMALL: _("A small amount"),
    ClassReason.UNKNOWN: _("Its amount is unknown"),
}
GATES = {
    GateKind.ATI: _("Invest"),
    GateKind.ATB: _("Bid decision"),
    GateKind.ATC: _("Sign the contract"),
    GateKind.ATAC: _("Amend the contract"),
    GateKind.ATCC: _("Close the contract"),
}
OUTCOMES = {
    Outcome.PASS: _("Passed"),
    Outcome.CONDITIONAL: _("Passed with conditions"),
    Outcome.REFUSED: _("Refused"),
}
LEVELS_DECIDING = {
    DecidingLevel.DEPARTMENT: _("Head of the department"),
    DecidingLevel.REGION: _("Head of the region"),
    DecidingLevel.EXECUTIVE: _("Executive"),
}
STATES = {
    State.MET: _("met"),
    State.UNMET: _("not met"),
    State.UNKNOWN: _("unknown"),
    State.NOT_PROVIDED: _("not known yet"),
}
CHECKS = {
    Check.FACTS: _("Amount, category and expected day are known"),
    Check.CLASS: _("The project has its class"),
    Check.UNIT: _("The decision unit is derived"),
    Check.DECIDERS: _("Who decides and approves is known, with their stance"),
    Check.COVERED: _("Who decides and approves is covered"),
    Check.ENTRY: _("Shortlisted by headquarters and reported by the branch"),
    Check.MODE: _("How they decide is known to 70 % or more"),
    Check.ELEMENTS: _("The four elements were assessed within 90 days"),
    Check.ADVICE: _("The points say bid"),
    Check.SCORE: _("The score by evidence is 65 or more"),
    Check.PAIN: _("Pain and impact, in the customer's words"),
    Check.VALUE: _("Value and how it is measured"),
    Check.CHAMPION: _("Somebody there argues for it"),
    Check.COMMITMENT: _("The customer has committed time or people"),
    Check.FEASIBLE: _("Delivery, payment and compliance are feasible"),
    Check.BUDGET: _("There is a budget"),
    Check.DATE: _("The customer confirmed the day of the decision"),
    Check.REQUIREMENTS: _("Every mandatory requirement is met"),
    Check.OPPONENT_PLAN: _("There is a plan for the opponent who decides"),
    Check.COST: _("Cost and risk are known"),
    Check.NODES: _("Every payment is bound to a deliverable"),
    Check.DEVIATIONS: _("Every deviation is listed and accepted"),
    Check.SCOPE: _("The change of scope, price and time is written down"),
    Check.LESSONS: _("The retrospective is held"),
    Check.MARGIN: _("Margin in percent"),
    Check.DISCOUNT: _("Discount in percent"),
    Check.PAYMENT_DAYS: _("Payment in days"),
    Check.COMPLIANCE: _("No flag of compliance"),
    Check.QUIET_PERIOD: _("The quiet period is respected"),
    Check.ACCEPTANCE: _("Every acceptance is signed"),
    Check.CASH: _("Everything is invoiced and paid"),
    Check.CLAIMS: _("No claim is open"),
}
FORECASTS = {
    Forecast.OMITTED: _("Omitted"),
    Forecast.PIPELINE: _("Pipeline"),
    Forecast.BEST_CASE: _("Best case"),
    Forecast.MOST_LIKELY: _("Most likely"),
    Forecast.COMMIT: _("Commit"),
    Forecast.CLOSED: _("Closed won"),
}
CONDITIONS = {
    Condition.SUPPORT: _("support index of 0.3 or more"),
    Condition.DECIDER: _("who decides supports us"),
    Condition.DATE_CONFIRMED: _("the customer confirmed the day"),
    Condition.NO_VETO: _("no open veto"),
}
MEETINGS = {
    MeetingKind.INITIATION: _("Initiation"),
    MeetingKind.ANALYSIS: _("Project analysis"),
    MeetingKind.GUIDANCE: _("Pre-bid guidance"),
    MeetingKind.PRE_BID: _("Pre-bid analysis"),
    MeetingKind.BID_REVIEW: _("Bid review"),
    MeetingKind.CONTRACT_REVIEW: _("Contract review"),
    MeetingKind.SUMMARY: _("Summary"),
    MeetingKind.RETROSPECTIVE: _("Retrospective"),
}
ITEMS = {
    Item.SINCE: _("Facts since last time"),
    Item.UNIT_MAP: _("Decision unit, stances, who is unknown"),
    Item.RIVALS: _("Rivals, their moves and likely prices, public facts only"),
    Item.FOUR_ELEMENTS: _("Four elements, ours and the rival's, with evidence"),
    Item.RISKS: _("Risks, red lines, the day the quiet period begins"),
    Item.THEMES: _("Win themes, three at the most"),
    Item.NEXT: _("The next three actions, with the customer's commitment"),
    Item.NEED: _("The need, its size and its budget"),
    Item.EFFORT: _("Team, effort and money to invest"),
    Item.MATRIX: _("Requirements met, in percent"),
    Item.DEVIATIONS: _("Deviations"),
    Item.PRICE: _("Cost, floor and exit price"),
    Item.AUTHORITY: _("Who has authority to decide"),
    Item.DELIVERY: _("Deliverability"),
    Item.PAYMENT: _("Security of payment"),
    Item.RESULT: _("Target against result"),
    Item.BELIEVED: _("What we believed, and what was true"),
    Item.REPEAT: _("What to repeat, what to stop"),
    Item.CASE: _("Whether it becomes a case"),
    Item.CHANGE: _("What changes in process or template, and who does it"),
}
