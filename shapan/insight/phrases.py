"""The method's words in the reader's language, one place for all pages of insight."""

from django.utils.translation import gettext, ngettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from shapan.accounts.phrases import OWNERSHIP
from shapan.decisions.phrases import CONFIDENCE, INFLUENCE, SEATS
from shapan.insight.rules.visits import Goal, Question, Role
from shapan.insight.rules.worth import Step
from shapan.interactions.phrases import KINDS
from shapan.people.terms import LinkKind
from shapan.relationships.phrases import CRITERIA, GENERAL, PERSON_KINDS, ROOF
from shapan.relationships.rules.findings import Concern, Severity
from shapan.relationships.terms import Segment
from shapan.teams.terms import Shape

__all__ = [
    "CONFIDENCE",
    "CRITERIA",
    "GENERAL",
    "INFLUENCE",
    "KINDS",
    "OWNERSHIP",
    "PERSON_KINDS",
    "ROOF",
    "SEATS",
]  # told by the apps that own the words

SEGMENTS = {
    Segment.COMMUNICATION: _("Communication"),
    Segment.MATCHING: _("Matching"),
    Segment.JOINT: _("Joint activity"),
    Segment.RECOGNITION: _("Recognition"),
}
SHAPES = {
    Shape.NOBODY: _("Nobody yet"),
    Shape.LONE_WOLF: _("Lone wolf"),
    Shape.ONE_PLUS_ONE: _("1+1"),
    Shape.TRIANGLE: _("Iron triangle"),
    Shape.FOUR_CORNERS: _("Four corners"),
    Shape.IRREGULAR: _("Incomplete team"),
}
CONCERNS = {
    Concern.OPPOSED: _("{person} ({seat}) is against us: find the cause, settle what is open first"),
    Concern.SINGLE_THREAD: _("One warm supporter at the most: a house with one pillar falls"),
    Concern.SEAT_EMPTY: _("Nobody is known in the seat “{seat}”: ask who holds it"),
    Concern.STANCE_UNKNOWN: _("Where {person} ({seat}) stands is unknown: ask and write down what shows it"),
    Concern.NEVER_MET: _("No effective contact with {person} ({seat}) yet"),
    Concern.OVER_CLAIMED: _("{person} is claimed at {claimed}, the evidence says {level}"),
    Concern.STALE: _("The evidence about {person} has expired: renew it"),
    Concern.FEW_CONFIRMED: _("Fewer than half of the seats are confirmed: coverage is not reported"),
    Concern.DEPARTMENT_EMPTY: _("We know nobody in {department}"),
}
LINKS = {
    LinkKind.INFLUENCES: _("influences"),
    LinkKind.ALLIED: _("is allied with"),
    LinkKind.CONFLICTS: _("is in conflict with"),
    LinkKind.MENTORED_BY: _("was mentored by"),
}
SEVERITIES = {Severity.HIGH: _("high"), Severity.MEDIUM: _("medium"), Severity.LOW: _("low")}
COLD = ngettext_lazy(
    "{person} ({seat}) has had no effective contact for {days} day",
    "{person} ({seat}) has had no effective contact for {days} days",
    "days",
)
NUMBERS = {
    "ir": (_("Identification"), _("Required seats with a named person, over all required seats.")),
    "cr": (_("Coverage"), _("Weight of supporters who are warm, over all decision weight.")),
    "si": (
        _("Support index"),
        _("Weight times level times what silence leaves of it, over three times all decision weight."),
    ),
    "ow": (_("Against"), _("Weight of people who oppose us, over all decision weight.")),
    "uw": (_("Unknown"), _("Weight of seats and people whose stance we do not know, over all decision weight.")),
    "lm": (_("Mean level"), _("Weighted mean of the levels that are known.")),
    "supporter_share": (_("Supporters"), _("Required seats held by a supporter, over all required seats.")),
}


def days(count: int | None) -> str:
    """How long ago, as short as it goes under a pillar."""
    if count is None:
        return gettext("never met")
    return gettext("today") if count == 0 else ngettext("{days} day", "{days} days", count).format(days=count)


def finding(found, *, person: str = "", department: str = "") -> str:
    """One finding of the house as a sentence that also says what to do."""
    words = {
        "person": person,
        "department": department,
        "seat": SEATS.get(found.seat, found.seat),
        "level": "?" if found.level is None else found.level,
        "claimed": found.claimed,
        "days": found.days,
    }
    if found.concern is Concern.COLD:
        return str(COLD % {"days": found.days}).format_map(words)
    return str(CONCERNS[found.concern]).format_map(words)


MOVES = {
    Step.NAME: _("Find out who holds the seat “{seat}”"),
    Step.LEARN: _("Learn where {person} ({seat}) stands"),
    Step.MEET: _("Meet {person} ({seat}) again"),
    Step.PROVE: _("Renew the evidence about {person} ({seat})"),
    Step.RAISE: _("Bring {person} ({seat}) from {level} to {level_to}"),
    Step.WIN_OVER: _("Find out what {person} ({seat}) has against us, and settle it"),
}


def move(one, person: str) -> str:
    """One thing worth doing, as a sentence."""
    words = {"person": person, "seat": SEATS[one.seat], "level": one.level, "level_to": one.level_to}
    return str(MOVES[one.step]).format(**words)


COLUMNS = (_("Seat"), _("Person"), _("Weight"), _("Level"), _("Claimed"), _("Days"), _("Warmth"))
PATH_COLUMNS = (_("Seat"), _("Post"), _("Person"), _("Level"), _("Warmth"), _("Owner"), _("Gap"))
FOUNDATION = _("General relationships")
ROOF_TITLE = _("Organisational relationship")


ROLES = {
    Role.GENERAL_MANAGEMENT: _("General management"),
    Role.FINANCE: _("Finance"),
    Role.TECHNOLOGY: _("Technology"),
    Role.PROCUREMENT: _("Procurement"),
    Role.OPERATIONS: _("Operations and maintenance"),
    Role.LEGAL: _("Legal and contracts"),
    Role.USERS: _("Users"),
}
CONCERNS_OF = {
    Role.GENERAL_MANAGEMENT: _("Growth, risk, reputation, the board, people"),
    Role.FINANCE: _("Cash, return, cost, compliance"),
    Role.TECHNOLOGY: _("Architecture, risk of change, supplier lock-in, skills of the team"),
    Role.PROCUREMENT: _("Procedure, comparability, savings, an audit trail"),
    Role.OPERATIONS: _("Uptime, spares, response, training"),
    Role.LEGAL: _("Terms, evidence, tax"),
    Role.USERS: _("Ease, effort, recognition"),
}
ASK_ABOUT = {
    Role.GENERAL_MANAGEMENT: _("the strategy of the next three years, and what keeps it from working"),
    Role.FINANCE: _("the budget cycle, who releases payments, how a return is tested"),
    Role.TECHNOLOGY: _("the roadmap, the standards, how a test is judged"),
    Role.PROCUREMENT: _("the procedure, the calendar, the rules by which suppliers are rated"),
    Role.OPERATIONS: _("what went wrong lately, and what service they expect"),
    Role.LEGAL: _("the papers of acceptance and the rules for invoices"),
    Role.USERS: _("what stands in their way every day"),
}
QUESTIONS = {
    Question.PROMISE: _("We promised “{promise}”: does that still help, and is it enough?"),
    Question.STANCE: _("Where do you stand on this plan, and what would have to be true for you to back it?"),
    Question.CAUSE: _("What have we done, or not done, that speaks against us?"),
    Question.ACCEPTANCE: _("What would our solution have to show before you would stand up for it?"),
    Question.PARTICIPATION: _("Who of your people should take part in the next exchange?"),
    Question.INFORMATION: _("What has changed in your plans since we last met that we should prepare for?"),
    Question.GUIDANCE: _("In our place, what would you do next?"),
    Question.ROLE: _("Ask about {topic}."),
}
GOALS = {
    Goal.SETTLE: _("Find the cause of the opposition and settle what is open. Sell nothing today."),
    Goal.LEARN: _("Learn where this person stands, and write down what shows it."),
    Goal.RENEW: _("Renew the contact: a purpose of theirs, an outcome, a next step."),
    Goal.PROVE: _("Renew the evidence: let the level show itself in something done or said."),
    Goal.RAISE: _("From level {level} to {target}: a step that this person takes, not one that we take."),
    Goal.KEEP: _("Keep what stands: ask for an introduction, or for a judgement of our plan."),
}
STEPS = {
    None: (_("a second meeting with a purpose of theirs"), _("a technical exchange on a topic they choose")),
    -1: (_("an answer to the oldest open issue, with a day"), _("another messenger: who of us is heard there?")),
    0: (_("a technical exchange on a topic they choose"), _("a question answered in writing within a week")),
    1: (_("a visit to a model site"), _("their people in a joint test")),
    2: (_("a meeting with one of our executives"), _("their judgement of our plan")),
    3: (_("an introduction to somebody we do not reach"), _("a joint review of the year")),
    4: (_("a joint plan for the coming years"), _("an introduction to somebody we do not reach")),
}
NEVER_RAISE = (
    _("Base price, bid prices, scores or names of evaluators, anything a competitor handed in"),
    _("Gifts, meals or favours while a tender runs; jobs or fees for people of the customer"),
    _("Anybody’s private affairs"),
)
