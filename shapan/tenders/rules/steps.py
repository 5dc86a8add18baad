"""The way of a tender: which step leads on, and what it asks for (domain.md §15.4)."""

from dataclasses import dataclass

from shapan.tenders.terms import Authorship, Need, OwnRule, Procurement, State

WAYS = {
    State.PLANNING: (State.PUBLISHED, State.CANCELLED),
    State.PUBLISHED: (State.EVALUATION, State.CANCELLED),
    State.EVALUATION: (State.STANDSTILL, State.AWARDED, State.CANCELLED),
    State.STANDSTILL: (State.AWARDED, State.EVALUATION, State.CANCELLED),
    State.AWARDED: (State.CONTRACTED, State.CANCELLED),
    State.CONTRACTED: (),
    State.CANCELLED: (),
}
QUIET = frozenset({State.PUBLISHED, State.EVALUATION, State.STANDSTILL})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a tender when a step is asked for."""

    customer: bool
    procurement: Procurement | None
    channel: bool
    authorship: Authorship | None


def asks_why(before: State, after: State) -> bool:
    """To end it, or to go back, one gives a reason."""
    return after is State.CANCELLED or (before, after) == (State.STANDSTILL, State.EVALUATION)


def missing(before: State, after: State, known: Known, *, why: bool) -> tuple[Need, ...] | None:
    """What the step still asks for; None when it does not lead on from there."""
    if after not in WAYS[before]:
        return None
    found = []
    if after is State.PUBLISHED:
        asked = {
            Need.CUSTOMER: known.customer,
            Need.PROCUREMENT: known.procurement is not None,
            Need.CHANNEL: known.channel,
            Need.AUTHORSHIP: known.authorship is not None,
        }
        found = [need for need, there in asked.items() if not there]
    if asks_why(before, after) and not why:
        found.append(Need.REASON)
    return tuple(found)


def shuts_us_out(procurement: Procurement | None, authorship: Authorship | None) -> bool:
    """Whoever wrote the specification of a public purchase may not take part in it (implementing rules of the PRC
    Government Procurement Law, article 18; any buyer bound to tender is treated alike).
    """
    return authorship is Authorship.WROTE and procurement is not Procurement.PRIVATE


def is_bound_to_quiet(procurement: Procurement | None, own_rule: OwnRule | None) -> bool:
    """A private buyer may allow contact; while nobody knows its rules, it is quiet."""
    return procurement is not Procurement.PRIVATE or own_rule is not OwnRule.FREE
