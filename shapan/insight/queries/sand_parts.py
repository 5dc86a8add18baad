"""What an element of the sand table opens into: a card, a post with its line, a link with its evidence."""

from dataclasses import dataclass
from datetime import date

from shapan.insight import sand_phrases
from shapan.insight.queries.organisation import Card, organisation
from shapan.insight.queries.parts import PersonPart, person_part
from shapan.insight.queries.sand_table import told
from shapan.insight.rules.introductions import Path
from shapan.people import queries as people
from shapan.people.queries import Link, PostFacts, PostHeld
from shapan.relationships.phrases import PERSON_KINDS
from shapan.relationships.queries import House
from shapan.relationships.queries.kinds import Tagged
from shapan.relationships.rules.kinds import has_run_out
from shapan.relationships.terms import PersonKind


@dataclass(frozen=True, slots=True)
class KindTold:
    """One of the six kinds with its play, its owner, its stop rule, and who said it, when somebody had to."""

    kind: PersonKind
    name: str
    play: str
    owner: str
    stop: str
    run_out: bool
    tag: Tagged | None


@dataclass(frozen=True, slots=True)
class CardPart:
    """A person on the table: kinds and their plays, links, ways to be introduced; and the part the house shows."""

    card: Card
    person: PersonPart | None
    kinds: tuple[KindTold, ...]
    links: tuple[Link, ...]
    ways: tuple[tuple[Path, tuple[str, ...]], ...]

    @property
    def house(self) -> House | None:
        return self.person.house if self.person else None


@dataclass(frozen=True, slots=True)
class PostPart:
    """A post: who is in it, whom it reports to, and whom it reported to before."""

    post: PostFacts
    held: tuple[PostHeld, ...]
    boss: PostFacts | None
    boss_held: tuple[PostHeld, ...]
    before: tuple[tuple[int | None, str, date], ...]


@dataclass(frozen=True, slots=True)
class LinkPart:
    link: Link


def kinds_of(card: Card, seen, told_of) -> tuple[KindTold, ...]:
    """The kinds of a card's person, each as the board and the panel tell it."""
    pk = card.person.person_id
    tags = {tag.kind: tag for tag in told_of.get(pk, ())}
    return tuple(
        KindTold(
            kind,
            str(PERSON_KINDS[kind]),
            *map(str, sand_phrases.PLAYS[kind]),
            has_run_out(kind, seen[pk]),
            tags.get(kind),
        )
        for kind in card.kinds
    )


def card_part(*, actor, account_id: int, person_id: int, on: date, today: date) -> CardPart | None:
    """None when the person neither is nor lately was in a post here, or is none of the actor's business."""
    who = {"actor": actor, "account_id": account_id, "on": on, "today": today}
    found = organisation(**who)
    card = found.of_person.get(person_id) if found else None
    if card is None:
        return None
    return CardPart(
        card=card,
        person=person_part(person_id=person_id, **who),
        kinds=kinds_of(card, found.seen, found.told),
        links=tuple(link for link in found.links if person_id in (link.person_id, link.other_id)),
        ways=tuple((path, told(path, found)) for path in found.paths_to(person_id)),
    )


def post_part(*, actor, account_id: int, post_id: int, on: date, today: date) -> PostPart | None:
    who = {"actor": actor, "today": today}
    post = people.post(post_id=post_id, **who)
    if post is None or post.account_id != account_id:
        return None
    boss_id = people.bosses(account_id=account_id, on=on, **who).get(post_id)
    held = people.people_in_posts(account_id=account_id, on=on, **who)
    return PostPart(
        post=post,
        held=tuple(row for row in held if row.post_id == post_id),
        boss=people.post(post_id=boss_id, **who) if boss_id else None,
        boss_held=tuple(row for row in held if row.post_id == boss_id),
        before=tuple(people.former_bosses(post_id=post_id, **who)),
    )


def link_part(*, actor, account_id: int, link_id: int, on: date, today: date) -> LinkPart | None:
    links = people.links_at(actor=actor, account_id=account_id, on=on, today=today)
    link = next((link for link in links if link.id == link_id), None)
    return LinkPart(link) if link else None
