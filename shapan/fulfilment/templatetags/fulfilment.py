"""Contracts, deliveries and cash as pages say them."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext

from shapan.fulfilment import phrases
from shapan.fulfilment.rules.overdue import POLICY
from shapan.fulfilment.terms import (
    AcceptanceKind,
    AcceptanceState,
    Cause,
    ContractState,
    FollowUpKind,
    InvoiceState,
    Part,
    Payment,
    Reason,
    Result,
    Standing,
)

register = template.Library()
WORDS = {
    AcceptanceKind: phrases.KINDS,
    AcceptanceState: phrases.ACCEPTANCE_STATES,
    Cause: phrases.CAUSES,
    ContractState: phrases.CONTRACT_STATES,
    FollowUpKind: phrases.FOLLOW_UPS,
    InvoiceState: phrases.INVOICE_STATES,
    Part: phrases.PARTS,
    Payment: phrases.PAYMENTS,
    Reason: phrases.REASONS,
    Result: phrases.RESULTS,
    Standing: phrases.STANDINGS,
}
STATES = {"contract": phrases.CONTRACT_STATES, "acceptance": phrases.ACCEPTANCE_STATES}
BUCKETS = {
    "age": {key.value: word for key, word in phrases.AGES.items()},
    "horizon": {key.value: word for key, word in phrases.HORIZONS.items()},
    "cause": {key.value: word for key, word in phrases.REASONS.items()} | {"": phrases.NO_REASON},
}


@register.filter
def word(member) -> str:
    """What a page calls a word of the domain; None is not known yet."""
    return "—" if member is None else WORDS[type(member)][member]


@register.filter
def state(said: str, of: str) -> str:
    return STATES[of][said]


@register.filter
def bucket(key: str, of: str) -> str:
    return BUCKETS[of][key]


@register.filter
def why(ticket) -> str:
    """The reason of a dispute, or that nobody has asked."""
    return phrases.REASONS[ticket.reason] if ticket.reason else phrases.NO_REASON


@register.filter
def next_act(row) -> str:
    """What the ladder says to do with this overdue invoice."""
    return phrases.NEXT[row.rung or 0]


@register.simple_tag
def rungs() -> tuple[int, ...]:
    return POLICY.rungs


@register.filter
def number(value: Decimal | None) -> str:
    """Without zeros that say nothing; a dash while it is not known."""
    if value is None:
        return "—"
    return f"{value:,.1f}".removesuffix(".0").replace("-", "−")


@register.filter
def left(row) -> str:
    """How long until the money is due, or since."""
    days = row.days_late
    if days is None:
        return ""
    if days > 0:
        return gettext("{days} d late").format(days=days)
    return gettext("due today") if days == 0 else gettext("in {days} d").format(days=-days)
