"""Words and breaches of a tender as pages say them."""

from django import template
from django.utils.translation import gettext as _

from shapan.tenders import phrases
from shapan.tenders.rules.calendar import Breach

register = template.Library()
WORDS = {
    "state": phrases.STATES,
    "procurement": phrases.PROCUREMENTS,
    "own_rule": phrases.OWN_RULES,
    "authorship": phrases.AUTHORSHIPS,
    "calendar": phrases.CALENDARS,
    "day": phrases.DAYS,
    "fact": phrases.FACTS,
}


@register.filter
def tender_word(value, kind: str):
    """A word of a tender; a dash for what nobody knows."""
    return WORDS[kind][value] if value else "—"


@register.filter
def breach_words(breach: Breach) -> str:
    """“Deadline for bids: 12 days after Documents issued, at least 20 (…)”."""
    span, cap = breach.span, breach.cap
    if cap is not None:
        told = _("{bond}: {given}%, at most {limit}% ({article})")
        return told.format(
            bond=phrases.BONDS[cap.bond], given=f"{breach.given:g}", limit=f"{cap.percent:g}", article=cap.article
        )
    said = {"start": phrases.DAYS[span.start], "end": phrases.DAYS[span.end], "given": f"{breach.given:g}"}
    said["article"] = span.article
    if span.at_least is not None:
        return _("“{start}” to “{end}”: {given} days, at least {limit} ({article})").format(limit=span.at_least, **said)
    return _("“{start}” to “{end}”: {given} days, at most {limit} ({article})").format(limit=span.at_most, **said)
