"""Who of us keeps in touch with whom."""

from datetime import date, timedelta

from shapan.identity import queries as identity
from shapan.interactions import queries as interactions
from shapan.interactions.queries import Touch

OWNED = timedelta(days=365)


def owners_at(*, actor, account_id: int, on: date, today: date) -> dict[int, str]:
    """Person → who of us keeps in touch with that person at this account."""
    touches = interactions.touches_between(actor=actor, account_id=account_id, since=on - OWNED, on=on, today=today)
    return owners_of(touches, on)


def owners_of(touches: dict[tuple[int, int], Touch], on: date) -> dict[int, str]:
    """Who of us keeps in touch with each person: the most effective contacts in a year, the latest of equals."""
    best: dict[int, tuple] = {}
    for (person_id, colleague_id), touch in touches.items():
        if touch.effective_on is not None and touch.effective_on > on - OWNED:
            asked = (touch.count, touch.effective_on, -colleague_id)
            best[person_id] = max(best.get(person_id, asked), asked)
    names = identity.names({-rank[2] for rank in best.values()})
    return {person_id: names.get(-rank[2], "") for person_id, rank in best.items()}
