"""What one contact changed: warmth of the people met, and the numbers of the pillars, against the house without it."""

from dataclasses import dataclass, replace
from datetime import date

from shapan.interactions import queries as interactions
from shapan.interactions import rules as contact
from shapan.interactions.terms import Warmth
from shapan.people import policies as people
from shapan.relationships import parameters
from shapan.relationships.queries.standing import AccountStanding, PersonStanding, standings
from shapan.relationships.rules import pillars


@dataclass(frozen=True, slots=True)
class Warmed:
    """One person met: where the person stands now, and the warmth (percent, None: never met) and state before."""

    now: PersonStanding
    before: float | None
    state_before: Warmth


@dataclass(frozen=True, slots=True)
class Effect:
    """The account as it stands, and its pillars as they would stand without this contact."""

    account: AccountStanding
    before: pillars.KeyReadings
    people: tuple[Warmed, ...]

    @property
    def gained(self) -> float:
        """Change of the support index, -0.33..1."""
        return (self.account.key.si.value or 0.0) - (self.before.si.value or 0.0)


def effect(*, actor, account_id: int, interaction_id: int, person_ids, today: date) -> Effect | None:
    """None when the account is not open to the actor."""
    found = standings(actor=actor, account_ids=[account_id], on=today, today=today).get(account_id)
    if found is None:
        return None
    met = [found.people[pk] for pk in person_ids if pk in found.people]
    history = people.history(actor, [person.person_id for person in met], today)
    without = interactions.touches_without(history, interaction_id, today)
    warmed = tuple(_warmed(person, without.get(person.person_id, interactions.NEVER), today) for person in met)
    earlier = {row.now.person_id: row.before for row in warmed}
    states = [_as_before(seat, earlier) for seat in found.states]
    return Effect(found, pillars.key_readings(states, parameters.in_force()), warmed)


def _warmed(person: PersonStanding, touch: interactions.Touch, today: date) -> Warmed:
    days = (today - touch.effective_on).days if touch.effective_on else None
    before = contact.warmth(days, person.cadence) if days is not None else None
    return Warmed(person, before, contact.state(before))


def _as_before(seat: pillars.SeatState, earlier: dict[int, float | None]) -> pillars.SeatState:
    holders = tuple(replace(h, warmth=earlier[h.person_id]) if h.person_id in earlier else h for h in seat.holders)
    return replace(seat, holders=holders)
