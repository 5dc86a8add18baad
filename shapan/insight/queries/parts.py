"""What an element of the house opens into: the arithmetic, the evidence, who said it and when."""

from dataclasses import dataclass
from datetime import date

from shapan.insight import phrases
from shapan.insight.queries.house import Figure, figures
from shapan.interactions import queries as interactions
from shapan.interactions.queries import Contact
from shapan.people import policies as people
from shapan.relationships import queries as relationships
from shapan.relationships.queries import House, PersonStanding, PieceOfEvidence, Pillar, TileFacts
from shapan.relationships.queries.indicators import IndicatorRead, indicator_readings
from shapan.relationships.rules.readings import Term
from shapan.relationships.terms import Criterion, Segment


@dataclass(frozen=True, slots=True)
class Column:
    """One criterion: the best level evidenced and the pieces that show it."""

    criterion: str
    name: str
    level: int | None
    pieces: tuple[PieceOfEvidence, ...]


@dataclass(frozen=True, slots=True)
class PersonPart:
    """A person at an account: what the level rests on, how warm the contact is, what it adds to the support index."""

    house: House
    standing: PersonStanding
    pillars: tuple[Pillar, ...]
    support: tuple[Term, ...]
    columns: tuple[Column, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class SeatPart:
    """The decision seats of one kind that nobody is known to hold."""

    house: House
    pillars: tuple[Pillar, ...]
    name: str


@dataclass(frozen=True, slots=True)
class NumberPart:
    """One number as arithmetic: each term with the name of whose it is."""

    house: House
    figure: Figure
    rows: tuple[tuple[Term, str, str], ...]


@dataclass(frozen=True, slots=True)
class DepartmentPart:
    house: House
    tile: TileFacts
    people: tuple[PersonStanding, ...]


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """Indicators of the roof or the foundation: value, points, and what was read, by whom and when."""

    house: House
    title: str
    rows: tuple[tuple[str, object, IndicatorRead | None], ...]


def person_part(*, actor, account_id: int, person_id: int, on: date, today: date) -> PersonPart | None:
    house = _house(actor, account_id, on, today)
    standing = next((p for p in house.people if p.person_id == person_id), None) if house else None
    if standing is None:
        return None
    history = people.history(actor, [person_id], today)
    evidence = relationships.evidence_of_person(history, on)
    contacts = interactions.contacts_of_person(
        actor=actor, person_id=person_id, today=today, on=on, limit=3, history=history
    )
    return PersonPart(
        house=house,
        standing=standing,
        pillars=tuple(p for p in house.pillars if p.standing and p.standing.person_id == person_id),
        support=tuple(term for term in house.key.si.parts if term.person_id == person_id),
        columns=tuple(
            Column(
                criterion.value,
                str(phrases.CRITERIA[criterion]),
                standing.reading.columns[criterion],
                tuple(piece for piece in evidence if piece.criterion == criterion),
            )
            for criterion in Criterion
        ),
        contacts=tuple(contacts),
    )


def seat_part(*, actor, account_id: int, code: str, on: date, today: date) -> SeatPart | None:
    house = _house(actor, account_id, on, today)
    empty = tuple(p for p in house.pillars if p.seat.code == code and p.holder is None) if house else ()
    return SeatPart(house, empty, str(phrases.SEATS[code])) if empty else None


def number_part(*, actor, account_id: int, key: str, on: date, today: date) -> NumberPart | None:
    house = _house(actor, account_id, on, today)
    figure = next((f for f in figures(house) if f.key == key), None) if house else None
    if figure is None:
        return None
    names = {p.person_id: p.person for p in house.people}
    rows = tuple(
        (term, names.get(term.person_id, ""), str(phrases.SEATS.get(term.seat, term.seat)))
        for term in figure.reading.parts
    )
    return NumberPart(house, figure, rows)


def department_part(*, actor, account_id: int, department_id: int, on: date, today: date) -> DepartmentPart | None:
    house = _house(actor, account_id, on, today)
    tile = next((t for t in house.tiles if t.department_id == department_id), None) if house else None
    if tile is None:
        return None
    return DepartmentPart(house, tile, tuple(p for p in house.people if p.person_id in tile.people))


def roof_part(*, actor, account_id: int, segment: str, on: date, today: date) -> IndicatorPart | None:
    house = _house(actor, account_id, on, today)
    if house is None or segment not in set(Segment):
        return None
    read = indicator_readings(actor=actor, account_id=account_id, on=on, today=today)
    rows = tuple(
        (str(phrases.ROOF[i.indicator]), i, read.get(i.indicator))
        for i in house.roof.indicators
        if i.segment == segment
    )
    return IndicatorPart(house, str(phrases.SEGMENTS[Segment(segment)]), rows)


def general_part(*, actor, account_id: int, on: date, today: date) -> IndicatorPart | None:
    house = _house(actor, account_id, on, today)
    if house is None:
        return None
    read = indicator_readings(actor=actor, account_id=account_id, on=on, today=today)
    rows = tuple((str(phrases.GENERAL[i.indicator]), i, read.get(i.indicator)) for i in house.general.indicators)
    return IndicatorPart(house, "", rows)


def _house(actor, account_id: int, on: date, today: date) -> House | None:
    return relationships.house(actor=actor, account_id=account_id, on=on, today=today)
