"""A customer's organisation on any day: each post with who is in it, how they stand with us, and how to each other."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from shapan.decisions.queries import SeatFacts
from shapan.insight.rules import introductions
from shapan.insight.rules.introductions import Path, Tie
from shapan.insight.terms import Bond
from shapan.intelligence import queries as intelligence
from shapan.intelligence.queries import Standing as Rival
from shapan.interactions import queries as interactions
from shapan.interactions.queries import Touch
from shapan.people import queries as people
from shapan.people.queries import Link, Objected, PostFacts, PostHeld
from shapan.people.rules import is_executive
from shapan.people.terms import LinkKind
from shapan.relationships import parameters
from shapan.relationships import queries as relationships
from shapan.relationships.queries import AccountStanding, PersonStanding, Targeted
from shapan.relationships.queries.kinds import Tagged, kinds_told, seen_at
from shapan.relationships.rules import pillars
from shapan.relationships.rules.kinds import Seen, kinds
from shapan.relationships.terms import PersonKind

IN_TOUCH = timedelta(days=1096)  # contacts older than this keep nobody warm
REMEMBERED = timedelta(days=1096)  # 36 months: as long as somebody who left counts as retired
TOGETHER = timedelta(days=90)  # shorter than this in one department, and nobody remembers


class Place(StrEnum):
    """Why there is a card."""

    HELD = "held"
    VACANT = "vacant"
    EXPECTED = "expected"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Card:
    """One post with one person in it, or empty. `above` is the card of the boss; None at the top or in the tray."""

    key: str
    place: Place
    above: str | None
    post: PostFacts | None
    person: PersonStanding | None
    department: str
    title: str
    seat: SeatFacts | None = None
    kinds: tuple[PersonKind, ...] = ()
    target: Targeted | None = None
    rival: Rival | None = None
    owner: str = ""
    objected: Objected | None = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everything the sand table, its list, its board and its matrix draw from."""

    account_id: int
    standing: AccountStanding
    cards: tuple[Card, ...]
    tray: frozenset[str]
    links: tuple[Link, ...]
    touches: dict[tuple[int, int], Touch]
    seen: dict[int, Seen]
    told: dict[int, list[Tagged]]
    ties: tuple[Tie, ...]
    objections: dict[int, Objected]
    on: date

    @property
    def of_person(self) -> dict[int, Card]:
        """Each person's first card."""
        return {card.person.person_id: card for card in reversed(self.cards) if card.person is not None}

    def paths_to(self, person_id: int) -> tuple[Path, ...]:
        """How to be introduced to this person; nothing when we reach the person ourselves."""
        card = self.of_person.get(person_id)
        if card is None or card.person is None or introductions.is_reached(card.person.level, card.person.warmth):
            return ()
        odds = {frozenset({k.person_id, k.other_id}) for k in self.links if k.kind == LinkKind.CONFLICTS}
        return introductions.paths(self.ties, person_id, never_through=self.objections, at_odds=odds)

    @property
    def most_wanted(self) -> int | None:
        """The weightiest person of the decision whom we do not reach but can be led to."""
        sought = sorted((c for c in self.cards if c.person and c.weight), key=lambda card: -card.weight)
        return next((c.person.person_id for c in sought if c.person and self.paths_to(c.person.person_id)), None)


def organisation(*, actor, account_id: int, on: date, today: date) -> Organisation | None:
    """None when there is no such account, or none that this actor may know of."""
    who = {"actor": actor, "on": on, "today": today}
    standing = relationships.standings(account_ids=[account_id], **who).get(account_id)
    if standing is None:
        return None
    left = people.people_who_left(account_id=account_id, since=on - REMEMBERED, **who)
    gone = relationships.person_standings(posts=left, seats={}, tiers={account_id: standing.tier}, **who)
    former = people.former_posts(account_id=account_id, **who)
    told = kinds_told(account_id=account_id, **who)
    seen = seen_at(standing, former=former, left=left, told=told, on=on)
    links = tuple(people.links_at(account_id=account_id, **who))
    touches = interactions.touches_between(account_id=account_id, since=on - IN_TOUCH, **who)
    known = _Known(
        standing=standing,
        seen=seen,
        targets=relationships.targets(actor=actor, account_ids=[account_id], on=on, today=today),
        rivals=intelligence.strongest_rivals(account_ids=[account_id], **who),
        owners=relationships.owners_of(touches, on),
        objections=people.objections_at(actor=actor, account_id=account_id, today=today),
    )
    posts = sorted(people.posts(actor=actor, account_id=account_id, today=today), key=lambda post: post.id)
    bosses = people.bosses(account_id=account_id, **who)
    cards = [*_posts(posts, bosses, known), *_expected(standing), *_left(gone, known)]
    everybody = {**standing.people, **{person.person_id: person for person in gone}}
    return Organisation(
        account_id=account_id,
        standing=standing,
        cards=tuple(cards),
        tray=_unplaced(cards),
        links=links,
        touches=touches,
        seen=seen,
        told=told,
        ties=tuple(_ties(everybody, links, former)),
        objections=known.objections,
        on=on,
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of people, by person."""

    standing: AccountStanding
    seen: dict[int, Seen]
    targets: dict[tuple[int, int], Targeted]
    rivals: dict[tuple[int, int], Rival]
    owners: dict[int, str]
    objections: dict[int, Objected]

    def card(self, key: str, place: Place, above: str | None, post: PostFacts | None, person: PersonStanding) -> Card:
        pk, here = person.person_id, (person.account_id, person.person_id)
        held = next((row for row in person.posts if post is None or row.post_id == post.id), person.posts[0])
        return Card(
            key, place, above, post, person, held.department, held.title,
            kinds=kinds(self.seen[pk]) if pk in self.seen else (),
            target=self.targets.get(here), rival=self.rivals.get(here), owner=self.owners.get(pk, ""),
            objected=self.objections.get(pk), weight=self.seen[pk].share if pk in self.seen else 0.0,
        )  # fmt: skip


def _posts(posts: list[PostFacts], bosses: dict[int, int | None], known: _Known) -> list[Card]:
    """A card for each post; a further one for each further person in it."""
    holders = defaultdict(list)
    for person in known.standing.people.values():
        for held in person.posts:
            holders[held.post_id].append(person)
    cards = []
    for post in posts:
        boss = bosses.get(post.id)
        above = None if boss is None else str(boss)
        if not holders[post.id]:
            cards.append(Card(str(post.id), Place.VACANT, above, post, None, post.department, post.title))
        for n, person in enumerate(holders[post.id]):
            key = f"{post.id}-{person.person_id}" if n else str(post.id)
            cards.append(known.card(key, Place.HELD, above, post, person))
    return cards


def _expected(standing: AccountStanding) -> list[Card]:
    """Roles every such decision has and nobody is known to fill."""
    empty = [seat for seat in standing.seats if seat.required and not seat.holders]
    return [
        Card(f"seat-{seat.code}-{n}", Place.EXPECTED, None, None, None, "", seat.label, seat=seat)
        for n, seat in enumerate(empty)
    ]


def _left(gone: list[PersonStanding], known: _Known) -> list[Card]:
    return [known.card(f"left-{person.person_id}", Place.LEFT, None, None, person) for person in gone]


def _unplaced(cards: list[Card]) -> frozenset[str]:
    """Whoever has neither a boss nor anybody beneath, unless the grade says that this is the top."""
    bosses = {card.above for card in cards}
    return frozenset(
        card.key
        for card in cards
        if card.above is None
        and card.key not in bosses
        and not (card.post is not None and is_executive(card.post.grade, card.post.title))
    )


BONDS = {
    LinkKind.ALLIED: (Bond.ALLY, Bond.ALLY),
    LinkKind.INFLUENCES: (Bond.INFLUENCE, None),
    LinkKind.MENTORED_BY: (Bond.STUDENT, Bond.MENTOR),
}


def _ties(everybody: dict[int, PersonStanding], links: tuple[Link, ...], former: list[PostHeld]):
    """Ours to our supporters; theirs to each other, by what is recorded and by where they worked together."""
    policy = parameters.in_force()
    for person in everybody.values():
        gate = pillars.gate(person.warmth or 0.0, person.is_stale, policy)
        tie = introductions.our_tie(person.person_id, person.level, gate)
        if tie is not None:
            yield tie
    for link in links:
        there, back = BONDS.get(LinkKind(link.kind), (None, None))
        for bond, ends in ((there, (link.person_id, link.other_id)), (back, (link.other_id, link.person_id))):
            if bond is not None:
                yield Tie(*ends, bond, introductions.STRENGTH[bond], link.evidence)
    yield from _former_colleagues(everybody, former)


def _former_colleagues(everybody: dict[int, PersonStanding], former: list[PostHeld]):
    """Two who shared a department for a while and do so no longer: at least one of them has left it."""
    now = [post for person in everybody.values() for post in person.posts]
    still = {(post.person_id, post.department_id) for post in now}
    rooms = defaultdict(list)
    for row in (*now, *former):
        rooms[row.department_id].append(row)
    for gone in former:
        if gone.department_id is None or (gone.person_id, gone.department_id) in still:
            continue
        for other in rooms[gone.department_id]:
            known = gone.person_id in everybody and other.person_id in everybody
            if known and gone.person_id != other.person_id and _shared(gone, other) >= TOGETHER:
                yield _worked_together(gone.person_id, other)
                yield _worked_together(other.person_id, gone)


def _worked_together(person_id: int, other: PostHeld) -> Tie:
    bond = Bond.FORMER_COLLEAGUE
    return Tie(person_id, other.person_id, bond, introductions.STRENGTH[bond], other.department)


def _shared(one: PostHeld, other: PostHeld) -> timedelta:
    """How long both were there, when it is known since when; `one` has left."""
    if one.started_on is None or other.started_on is None or one.ended_on is None:
        return timedelta()
    return min(one.ended_on, other.ended_on or one.ended_on) - max(one.started_on, other.started_on)
