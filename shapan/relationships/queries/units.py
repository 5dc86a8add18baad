"""Where we stand with the decision unit of one purchase: every seat with its holder, and the numbers of the pillars."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from shapan.accounts import policies as accounts
from shapan.decisions import queries as decisions
from shapan.decisions import rules
from shapan.decisions.queries import Holder, SeatFacts
from shapan.decisions.terms import Gap
from shapan.people import queries as people
from shapan.relationships import parameters
from shapan.relationships.queries import evidence
from shapan.relationships.queries.evidence import Targeted
from shapan.relationships.queries.owners import owners_at
from shapan.relationships.queries.standing import PersonStanding, person_standings, seat_state
from shapan.relationships.rules import pillars


@dataclass(frozen=True, slots=True)
class Chair:
    """One seat with one holder, or empty. `account` is named where the seat stands at another company than the unit;
    `weight` is w_p in points; `gap` what is missing there, None where a warm supporter sits.
    """

    seat: SeatFacts
    account: str
    title: str
    holder: Holder | None
    person: PersonStanding | None
    weight: float
    target: Targeted | None
    owner: str
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class UnitStanding:
    chairs: tuple[Chair, ...]
    key: pillars.KeyReadings

    @property
    def gaps(self) -> tuple[Chair, ...]:
        """Required seats that are not covered."""
        return tuple(chair for chair in self.chairs if chair.seat.required and chair.gap is not None)


def unit_standing(*, actor, account_id: int, unit_id: int, on: date, today: date) -> UnitStanding:
    """A holder at a company that is not open to the actor is not known to the actor: the seat looks empty."""
    who = {"actor": actor, "on": on, "today": today}
    seats = decisions.unit_seats(unit_id=unit_id, **who)
    places = sorted({account_id} | {seat.account_id for seat in seats if seat.account_id})
    known = accounts.accounts_open_to(actor, today).filter(pk__in=places)
    names = {pk: (name, tier) for pk, name, tier in known.values_list("pk", "name", "tier")}
    found = _people(seats, account_id, {pk: tier for pk, (_name, tier) in names.items()}, who)
    states = tuple(seat_state(seat, found[seat.account_id or account_id]) for seat in seats)
    weights = {(placed.seat, placed.held.person_id): placed.weight for placed in pillars.placed(states)}
    about = _About(
        titles=people.post_names([seat.post_id for seat in seats if seat.post_id], actor=actor, today=today),
        targets=evidence.targets(account_ids=places, **who),
        owners={place: owners_at(account_id=place, **who) for place in places},
    )
    chairs = [
        _chair(
            seat,
            holder,
            found[seat.account_id or account_id].get(holder.person_id) if holder else None,
            weight=weights.get((state, holder.person_id), 0.0) if holder else state.weight,
            account=names.get(seat.account_id, ("",))[0] if seat.account_id else "",
            about=about,
        )
        for seat, state in zip(seats, states, strict=True)
        for holder in seat.holders or (None,)
    ]
    return UnitStanding(tuple(chairs), pillars.key_readings(states, parameters.in_force()))


@dataclass(frozen=True, slots=True)
class _About:
    titles: dict[int, str]
    targets: dict[tuple[int, int], Targeted]
    owners: dict[int, dict[int, str]]


def _people(seats, account_id: int, tiers: dict[int, str], who) -> dict[int, dict[int, PersonStanding]]:
    """By place and person. Their cadence is set by the seats they hold here."""
    by_place = defaultdict(tuple)
    for seat in seats:
        by_place[seat.account_id or account_id] += (seat,)
    ids = {holder.person_id for seat in seats for holder in seat.holders}
    posts = people.people_in_posts_of(account_ids=list(tiers), person_ids=ids, **who)
    found: dict[int, dict[int, PersonStanding]] = defaultdict(dict)
    for person in person_standings(posts=posts, seats=by_place, tiers=tiers, **who):
        found[person.account_id][person.person_id] = person
    return found


def _chair(seat, holder, person: PersonStanding | None, *, weight: float, account: str, about: _About) -> Chair:
    title = about.titles.get(seat.post_id, "") or (person.posts[0].title if person else "")
    gap = rules.gap(
        person is not None, person.level if person else None, person.warmth if person else None,
        warm_enough=parameters.in_force().covered_warmth,
    )  # fmt: skip
    return Chair(
        seat=seat,
        account=account,
        title=title,
        holder=holder,
        person=person,
        weight=weight,
        target=about.targets.get((person.account_id, person.person_id)) if person else None,
        owner=about.owners[person.account_id].get(person.person_id, "") if person else "",
        gap=gap,
    )
