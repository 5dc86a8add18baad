"""The method's words in the reader's language, one place for all pages of insight."""

from django.utils.translation import gettext, ngettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from shapan.accounts.phrases import OWNERSHIP
from shapan.decisions.phrases import CONFIDENCE, SEATS
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


COLUMNS = (_("Seat"), _("Person"), _("Weight"), _("Level"), _("Claimed"), _("Days"), _("Warmth"))
FOUNDATION = _("General relationships")
ROOF_TITLE = _("Organisation")
