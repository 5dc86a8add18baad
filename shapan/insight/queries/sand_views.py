"""The other ways to look at the sand table: its list, the board of the six kinds, the matrix of coverage."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shapan.identity import queries as identity
from shapan.insight import phrases, sand_phrases
from shapan.insight.queries.organisation import Card, Organisation, Place, organisation
from shapan.insight.queries.sand_parts import KindTold, kinds_of
from shapan.insight.queries.sand_table import told
from shapan.insight.rules import coverage
from shapan.insight.rules.coverage import Group, Theirs
from shapan.relationships.phrases import PERSON_KINDS
from shapan.relationships.terms import PersonKind
from shapan.teams import queries as teams

PAGE = 500
ALL_OPEN = 80
MOST_OF_US = 12


@dataclass(frozen=True, slots=True)
class ListRow:
    """A card as a row, with whom it reports to."""

    card: Card
    boss: str
    boss_person: str


@dataclass(frozen=True, slots=True)
class SandList:
    rows: tuple[ListRow, ...]
    total: int
    first: int
    next: int | None


@dataclass(frozen=True, slots=True)
class Column:
    """One of the six kinds: its play and everybody it is played with, the weightiest first."""

    kind: str
    name: str
    play: str
    owner: str
    stop: str
    people: tuple[tuple[Card, KindTold], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix. `opened` are the groups whose people are shown; `first` is the sentence of what to do first."""

    ours: tuple[tuple[int, str], ...]
    left_out: int
    groups: tuple[Group, ...]
    names: dict[int, str]
    opened: frozenset[str]
    by: str
    first: str


def sand_list(*, actor, account_id: int, on: date, today: date, start: int = 0) -> SandList | None:
    """Every card as a row: by weight in the decision, then people, then empty posts."""
    found = organisation(actor=actor, account_id=account_id, on=on, today=today)
    if found is None:
        return None
    by_key = {card.key: card for card in found.cards}
    order = {place: n for n, place in enumerate((Place.EXPECTED, Place.HELD, Place.LEFT, Place.VACANT))}
    cards = sorted(found.cards, key=lambda card: (-_weight(card), order[card.place], card.department, card.key))
    shown = cards[start : start + PAGE]
    more = start + PAGE < len(cards)
    rows = tuple(ListRow(card, *_boss(card, by_key)) for card in shown)
    return SandList(rows, len(cards), start + 1, start + PAGE if more else None)


def _weight(card: Card) -> float:
    return card.seat.weight / 100 if card.seat else card.weight


def _boss(card: Card, by_key: dict[str, Card]) -> tuple[str, str]:
    boss = by_key.get(card.above or "")
    return (boss.title, boss.person.person if boss.person else "") if boss else ("", "")


def board(*, actor, account_id: int, on: date, today: date) -> list[Column] | None:
    found = organisation(actor=actor, account_id=account_id, on=on, today=today)
    if found is None:
        return None
    cards = sorted(found.of_person.values(), key=lambda card: (-card.weight, card.key))
    known = {
        card.key: {one.kind: one for one in kinds_of(card, found.seen, found.told)} for card in cards if card.kinds
    }
    return [
        Column(
            kind, str(PERSON_KINDS[kind]), *map(str, sand_phrases.PLAYS[kind]),
            people=tuple((card, known[card.key][kind]) for card in cards if kind in card.kinds),
        )
        for kind in PersonKind
    ]  # fmt: skip


def coverage_matrix(
    *, actor, account_id: int, on: date, today: date, by: str = "seat", opened: Sequence[str] = ()
) -> Coverage | None:
    """Our team and whoever else is in touch, against their people by seat in the decision or by department."""
    found = organisation(actor=actor, account_id=account_id, on=on, today=today)
    if found is None:
        return None
    team = teams.seats(actor=actor, account_ids=[account_id], on=on, today=today)
    ours = _ours(found, [seat.holder_id for seat in team])
    days = {pair: (on - touch.effective_on).days for pair, touch in found.touches.items() if touch.effective_on}
    theirs = [_theirs(card, by) for card in _people(found, by)]
    groups = coverage.matrix(theirs, ours[:MOST_OF_US], days)
    colleagues = identity.names(ours)
    names = {pk: person.person for pk, person in found.standing.people.items()}
    return Coverage(
        ours=tuple((pk, colleagues.get(pk, "")) for pk in ours[:MOST_OF_US]),
        left_out=len(ours[MOST_OF_US:]),
        groups=groups,
        names=names,
        opened=frozenset(group.name for group in groups if len(theirs) <= ALL_OPEN or group.name in opened),
        by=by,
        first=_first(found, groups, ours[:MOST_OF_US], colleagues),
    )


def _ours(found: Organisation, team: list[int]) -> list[int]:
    """The team in its order, then whoever else has met them, the busiest first."""
    met: dict[int, int] = {}
    for (_person, colleague), touch in found.touches.items():
        met[colleague] = met.get(colleague, 0) + touch.count
    return list(dict.fromkeys([*team, *sorted(met, key=lambda pk: (-met[pk], pk))]))


def _people(found: Organisation, by: str) -> list[Card]:
    cards = [card for card in found.of_person.values() if card.place is Place.HELD]
    if by == "seat":
        return sorted(cards, key=lambda card: (-card.weight, not card.person.seats, card.key))
    return sorted(cards, key=lambda card: (card.department, card.key))


def _theirs(card: Card, by: str) -> Theirs:
    person = card.person
    if by == "seat":
        group = str(phrases.SEATS[person.seats[0]]) if person.seats else str(sand_phrases.OUTSIDE_THE_DECISION)
    else:
        group = card.department or str(sand_phrases.NO_DEPARTMENT)
    return Theirs(person.person_id, group, card.weight, person.cadence)


def _first(found: Organisation, groups, ours: list[int], colleagues: dict[int, str]) -> str:
    """What to do first: who goes to whom, or who introduces us."""
    hole = coverage.first_hole(groups)
    if hole is None:
        return str(sand_phrases.NO_HOLE)
    card = found.of_person[hole.theirs.person_id]
    ways = found.paths_to(hole.theirs.person_id)
    sender = coverage.best_placed(hole, ours)
    steps = "; ".join(told(ways[0], found)) if ways else ""
    return sand_phrases.hole(card.person.person, card.person.seats, colleagues.get(sender, ""), card.person.days, steps)
