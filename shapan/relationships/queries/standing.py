"""Where each person of some accounts stands with us on a day: level, claim, warmth; and the pillars' numbers."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from shapan.accounts import policies as accounts
from shapan.decisions import queries as decisions
from shapan.decisions.queries import SeatFacts
from shapan.decisions.terms import Confidence, Influence
from shapan.interactions import queries as interactions
from shapan.interactions import rules as contact
from shapan.interactions.terms import Warmth
from shapan.people import policies as people_policies
from shapan.people import queries as people
from shapan.people.policies import History
from shapan.people.queries import PostHeld
from shapan.relationships import parameters
from shapan.relationships.queries import evidence
from shapan.relationships.queries.evidence import Claimed
from shapan.relationships.rules import levels, pillars
from shapan.relationships.rules.findings import Finding, Known, findings
from shapan.relationships.rules.policy import cadence
from shapan.relationships.terms import LevelState


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """One person in a post at one account. `days`, `warmth` and `last_on` are None for somebody never met
    effectively; `level` None is unknown, which is not zero.
    """

    person_id: int
    person: str
    account_id: int
    posts: tuple[PostHeld, ...]
    seats: tuple[str, ...]
    cadence: int
    last_on: date | None
    days: int | None
    warmth: float | None
    state: Warmth
    interactions: int
    reading: levels.LevelReading
    claim: Claimed | None

    @property
    def level(self) -> int | None:
        return self.reading.level

    @property
    def claimed(self) -> int | None:
        return self.claim.level if self.claim else None

    @property
    def is_stale(self) -> bool:
        return self.reading.state == LevelState.STALE

    @property
    def over_claimed(self) -> bool:
        return levels.is_over_claimed(self.claimed, self.level)


@dataclass(frozen=True, slots=True)
class AccountStanding:
    """One account: its people, the seats of its default unit, and the numbers of its pillars."""

    account_id: int
    name: str
    tier: str
    people: dict[int, PersonStanding]
    seats: tuple[SeatFacts, ...]
    states: tuple[pillars.SeatState, ...]
    key: pillars.KeyReadings

    @property
    def findings(self) -> list[Finding]:
        """What the pillars call for, the weightiest first."""
        known = {
            pk: Known(days=person.days, claimed=person.claimed, over_claimed=person.over_claimed)
            for pk, person in self.people.items()
        }
        return findings(self.states, pillars.placed(self.states), self.key, known)


def standings(
    *, actor, account_ids, on: date, today: date, seated_only: bool = False, besides: Collection[int] = ()
) -> dict[int, AccountStanding]:
    """The standing of several accounts at once, in a fixed number of queries. Accounts not open to the actor are
    missing from the answer. With `seated_only`, people without a decision seat are left out, but for those named in
    `besides`: for lists.
    """
    who = {"actor": actor, "on": on, "today": today}
    known = accounts.accounts_open_to(actor, today).filter(pk__in=account_ids)
    tiers = {pk: (name, tier) for pk, name, tier in known.values_list("pk", "name", "tier")}
    seats = decisions.default_seats(account_ids=list(tiers), **who)
    seated = {holder.person_id for of_account in seats.values() for seat in of_account for holder in seat.holders}
    posts = people.people_in_posts_of(
        account_ids=list(tiers), person_ids=seated.union(besides) if seated_only else None, **who
    )
    by_account: dict[int, dict[int, PersonStanding]] = defaultdict(dict)
    for person in person_standings(posts=posts, seats=seats, tiers={pk: t for pk, (_n, t) in tiers.items()}, **who):
        by_account[person.account_id][person.person_id] = person
    states = {pk: tuple(seat_state(seat, by_account[pk]) for seat in seats[pk]) for pk in tiers}
    return {
        pk: AccountStanding(
            pk,
            name,
            tier,
            by_account[pk],
            seats[pk],
            states[pk],
            pillars.key_readings(states[pk], parameters.in_force()),
        )
        for pk, (name, tier) in tiers.items()
    }


def person_standings(
    *, actor, posts: list[PostHeld], seats, tiers, on: date, today: date, history: History | None = None
) -> list[PersonStanding]:
    """Where the holders of these posts stand, one row for each person at each account, in the order of the posts.

    `seats` (account id → seats) and `tiers` (account id → tier) set the cadence.
    """
    held = _posts_by_person(posts)
    history = history or people_policies.history(actor, {person_id for _account, person_id in held}, today)
    touches = interactions.touches(history, on)
    proofs = evidence.evidence_by_person(history, on)
    claims = evidence.claims_by_person(history, on)
    codes = _codes(seats)
    return [
        _stand(
            of_person,
            codes.get((account_id, person_id), ()),
            tiers[account_id],
            (
                touches.get(person_id, interactions.NEVER),
                levels.level(proofs.get(person_id, ()), parameters.in_force()),
                claims.get(person_id),
            ),
            on,
        )
        for (account_id, person_id), of_person in held.items()
    ]


def _posts_by_person(held: list[PostHeld]) -> dict[tuple[int, int], list[PostHeld]]:
    posts = defaultdict(list)
    for post in held:
        posts[post.account_id, post.person_id].append(post)
    return posts


def _codes(seats: dict[int, tuple[SeatFacts, ...]]) -> dict[tuple[int, int], tuple[str, ...]]:
    codes = defaultdict(list)
    for account_id, of_account in seats.items():
        for seat in of_account:
            for holder in seat.holders:
                codes[account_id, holder.person_id].append(seat.code)
    return {key: tuple(dict.fromkeys(value)) for key, value in codes.items()}


def _stand(held, codes, tier, known, on) -> PersonStanding:
    touch, reading, claim = known
    rhythm = cadence(tier, frozenset(codes), parameters.in_force())
    days = (on - touch.effective_on).days if touch.effective_on else None
    warmth = contact.warmth(days, rhythm) if days is not None else None
    return PersonStanding(
        person_id=held[0].person_id,
        person=held[0].person,
        account_id=held[0].account_id,
        posts=tuple(held),
        seats=codes,
        cadence=rhythm,
        last_on=touch.effective_on,
        days=days,
        warmth=warmth,
        state=contact.state(warmth),
        interactions=touch.count,
        reading=reading,
        claim=claim,
    )


def seat_state(seat: SeatFacts, people_here: dict[int, PersonStanding]) -> pillars.SeatState:
    """The seat as the rules of the house read it."""
    return pillars.SeatState(
        code=seat.code,
        points=seat.weight,
        required=seat.required,
        holders=tuple(
            pillars.Held(
                person_id=holder.person_id,
                level=people_here[holder.person_id].level,
                warmth=people_here[holder.person_id].warmth,
                stale=people_here[holder.person_id].is_stale,
                influence=Influence(holder.influence) if holder.influence else None,
                share=holder.share,
                confidence=Confidence(holder.confidence),
            )
            for holder in seat.holders
        ),
    )
