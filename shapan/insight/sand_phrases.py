"""The words of the sand table: cards, folds, lines, layers, plays, and a path of introduction told step by step."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from shapan.decisions.phrases import SEATS
from shapan.insight import phrases
from shapan.insight.terms import Bond
from shapan.relationships.phrases import PERSON_KINDS
from shapan.relationships.terms import PersonKind

TRAY = _("Not placed yet")
VACANT = _("vacant")
NOBODY_KNOWN = _("nobody known")
NO_DEPARTMENT = _("No department")
OUTSIDE_THE_DECISION = _("Outside the decision")
NO_HOLE = _("Everybody in the decision is kept warm by somebody of ours. Keep the cadence.")
FOLD = _("Fold what is beneath")

LINES = {
    "reports": _("Reports to"),
    "influence": _("Influence"),
    "alliance": _("Alliance"),
    "conflict": _("Conflict"),
}
LAYERS = {
    "": _("Reporting lines"),
    "influence": _("Influence"),
    "decision": _("Decision"),
    "coverage": _("Our coverage"),
    "rival": _("Competitor"),
}
SHOWS = {
    "": _("Everybody"),
    "supporters": _("Supporters"),
    "unknown": _("Level unknown"),
    "against": _("Against us"),
    "cold": _("Gone cold or never met"),
    "claimed": _("Claimed above the evidence"),
    "decision": _("Part of the decision"),
    "unowned": _("Nobody of ours in touch"),
} | {f"k-{kind}": word for kind, word in PERSON_KINDS.items()}

STEPS = {
    Bond.WITH_US: _("{owner} asks {other} (level {level}; last met: {days})"),
    Bond.MENTOR: _("{person} brought up {other}: “{says}”"),
    Bond.STUDENT: _("{person} was brought up by {other}: “{says}”"),
    Bond.ALLY: _("{person} and {other} act together: “{says}”"),
    Bond.INFLUENCE: _("{other} listens to {person}: “{says}”"),
    Bond.FORMER_COLLEAGUE: _("{person} and {other} worked together in {says}"),
}
# Play, owner and helper, stop rule of each kind (domain.md §2.9).
PLAYS = {
    PersonKind.SENIOR: (
        _("An executive of ours as counterpart, two formal meetings a year, one written insight a quarter."),
        _("Executive sponsor, with the account manager; the account manager never alone."),
        _("No meeting in 180 days: tell the sponsor’s own superior."),
    ),
    PersonKind.DIFFICULT: (
        _("Find the cause: an old issue, a tie to a competitor, style. Settle what is open; change the messenger."),
        _("The manager, with delivery and service."),
        _("After two plans that failed: win the other seats instead, and write down why."),
    ),
    PersonKind.RISING: (
        _("Early training, reference talks, a seat in the user group: heat the cold stove."),
        _("Solution manager, with the account manager."),
        _("None; the budget line is that of general relationships."),
    ),
    PersonKind.RETIRED: (
        _("Introductions and history only; unpaid, no gifts."),
        _("Account manager, with Legal."),
        _("Any thought of a fee or a job: ask Legal first."),
    ),
    PersonKind.NEW_FIELD: (
        _("Map the decision from zero; a technical exchange comes first."),
        _("Solution manager, with the account manager."),
        _("No supporter after 180 days: ask again whether the field is ours."),
    ),
    PersonKind.MOBILE: (
        _("Hand over within 14 days; the old and the new owner welcome the person together."),
        _("The old and the new account manager."),
        _("Not met after 30 days here: tell the key-account office."),
    ),
}


def posts(count: int) -> str:
    return ngettext("{n} post", "{n} posts", count).format(n=count)


def folded(against: int, unknown: int, cold: int) -> str:
    """What a fold holds, the worst first; nothing to say when all is well."""
    said = [
        (against, gettext("{n} against")),
        (unknown, gettext("{n} unknown")),
        (cold, gettext("{n} cold")),
    ]
    return " · ".join(words.format(n=count) for count, words in said if count)


def unfold(count: int, words: str) -> str:
    shown = ngettext("Unfold {n} post", "Unfold {n} posts", count).format(n=count)
    return f"{shown}: {words}" if words else shown


def step(bond: Bond, **words) -> str:
    """One step of a path of introduction as a sentence; ours begins with whoever is in touch."""
    words["owner"] = words["owner"] or gettext("One of us")
    return str(STEPS[bond]).format_map(words)


def taken_out(*, by: str, on) -> str:
    return gettext("Confidential. Taken out of Shapan by {by} on {on}.").format(by=by, on=on.isoformat())


def hole(person: str, seats: tuple[str, ...], colleague: str, days: int | None, steps: str) -> str:
    """Where to begin: the weightiest person nobody keeps warm, and who goes, or who leads us there."""
    seat = gettext(", ").join(str(SEATS[code]) for code in seats)
    if colleague:
        told = gettext("Begin with {person} ({seat}): nobody of ours is in touch. {colleague} met last ({days}).")
    else:
        told = gettext("Begin with {person} ({seat}): nobody of ours has met this person effectively.")
    told = told.format(person=person, seat=seat, colleague=colleague, days=phrases.days(days))
    return gettext("{told} A way there: {steps}.").format(told=told, steps=steps) if steps else told
