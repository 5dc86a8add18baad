"""Where each person of some accounts stands with us on a day: level, claim, warmth; and the pillars' numbers."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from shapan.accounts import policies as accounts
from shapan.decisions import queries as decisions
from shapan.decisions.queries import SeatFacts
from shapan.decisions.terms import Confidence, Influence
from shapan.interactions import queries as interactions
from shapan.interactions import rules as contact
from shapan.people import queries as people
from shapan.people.queries import PostHeld
from shapan.relationships.queries import evidence
from shapan.relationships.queries.evidence import Claimed
from shapan.relationships.rules import levels, pillars
from shapan.relationships.rules.policy import DEFAULT, cadence
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
    state: contact.Warmth
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
    key: pillars.KeyReadings


def standings(*, actor, account_ids, on: date, today: date) -> dict[int, AccountStanding]:
    """The standing of several accounts at once, in a fixed number of queries. Accounts not open to the actor are
    missing from the answer.
    """
    who = {"actor": actor, "on": on, "today": today}
    known = accounts.accounts_open_to(actor, today).filter(pk__in=account_ids)
    tiers = {pk: (name, tier) for pk, name, tier in known.values_list("pk", "name", "tier")}
    posts = _posts_by_person(people.people_in_posts_of(account_ids=list(tiers), **who))
    seats = decisions.default_seats(account_ids=list(tiers), **who)
    ids = {person_id for _account, person_id in posts}
    touches = interactions.touches(person_ids=ids, **who)
    proofs = evidence.evidence_by_person(actor, ids, on, today)
    claims = evidence.claims_by_person(actor, ids, on, today)
    by_account: dict[int, dict[int, PersonStanding]] = defaultdict(dict)
    codes = _codes(seats)
    for (account_id, person_id), held in posts.items():
        by_account[account_id][person_id] = _stand(
            held,
            codes.get((account_id, person_id), ()),
            tiers[account_id][1],
            touches.get(person_id, interactions.NEVER),
            levels.level(proofs.get(person_id, [])),
            claims.get(person_id),
            on,
        )
    return {
        pk: AccountStanding(pk, name, tier, by_account[pk], seats[pk], _key(seats[pk], by_account[pk]))
        for pk, (name, tier) in tiers.items()
    }


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


def _stand(held, codes, tier, touch, reading, claim, on) -> PersonStanding:
    rhythm = cadence(tier, frozenset(codes))
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


def _key(seats: tuple[SeatFacts, ...], people_here: dict[int, PersonStanding]) -> pillars.KeyReadings:
    return pillars.key_readings([_seat_state(seat, people_here) for seat in seats], DEFAULT)


def _seat_state(seat: SeatFacts, people_here: dict[int, PersonStanding]) -> pillars.SeatState:
    return pillars.SeatState(
        code=seat.code,
        points=seat.weight,
        required=seat.required,
        holders=tuple(
            pillars.Held(
                person_id=holder.person_id,
                level=people_here[holder.person_id].level,
                warmth=people_here[holder.person_id].warmth,
                stale=people_here[holder.person_id].reading.state == LevelState.STALE,
                influence=Influence(holder.influence) if holder.influence else None,
                share=holder.share,
                confidence=Confidence(holder.confidence),
            )
            for holder in seat.holders
        ),
    )
