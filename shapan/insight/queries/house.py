"""The house page: the reading of the house, drawn twice, with its findings told."""

from dataclasses import dataclass
from datetime import date

from shapan.insight import phrases
from shapan.insight.drawing import house as drawing
from shapan.interactions.terms import Warmth
from shapan.relationships import parameters
from shapan.relationships import queries as relationships
from shapan.relationships.queries import House, Pillar
from shapan.relationships.rules.findings import Concern, Finding, Severity
from shapan.relationships.rules.readings import Reading
from shapan.relationships.terms import LevelState

PALE = frozenset({Warmth.COLD, Warmth.DORMANT, Warmth.NEVER})


@dataclass(frozen=True, slots=True)
class Told:
    """One finding as a sentence."""

    severity: str
    sentence: str
    person_id: int | None
    seat: str
    department_id: int | None
    level: int | None
    concern: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the pillars with its name; opens into its parts."""

    key: str
    name: str
    meaning: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class HousePage:
    house: House
    wide: drawing.Drawing
    narrow: drawing.Drawing
    findings: tuple[Told, ...]
    figures: tuple[Figure, ...]

    @property
    def covered(self) -> int:
        """Departments with at least one person covered."""
        return sum(tile.tile.covered > 0 for tile in self.house.tiles)

    @property
    def supported(self) -> float:
        """The share of decision weight held by supporters, warm or not."""
        total = self.house.key.uw.denominator
        weight = sum(p.weight for p in self.house.pillars if p.standing and (p.standing.level or 0) >= 1)
        return weight / total if total else 0.0

    @property
    def neutral(self) -> float:
        return max(0.0, 1.0 - self.supported - (self.house.key.uw.value or 0.0) - (self.house.key.ow.value or 0.0))

    @property
    def against_at(self) -> float:
        """Where opposition begins on a bar that ends at one."""
        return 1.0 - (self.house.key.ow.value or 0.0)


def house_page(*, actor, account_id: int, on: date, today: date) -> HousePage | None:
    """None when there is no such account, or none that this actor may know of."""
    house = relationships.house(actor=actor, account_id=account_id, on=on, today=today)
    if house is None:
        return None
    names = {person.person_id: person.person for person in house.people}
    given = (
        [_pillar(pillar) for pillar in house.pillars],
        [
            drawing.TileIn(str(tile.department_id), tile.name, tile.tile.people, tile.tile.covered)
            for tile in house.tiles
        ],
        [
            drawing.SegmentIn(segment.value, str(phrases.SEGMENTS[segment]), share)
            for segment, share in house.roof.segments.items()
        ],
    )
    top = parameters.in_force().top_level
    return HousePage(
        house=house,
        wide=drawing.draw(*given, top=top, frame=drawing.WIDE),
        narrow=drawing.draw(*given, top=top, frame=drawing.NARROW),
        findings=tuple(_told(found, names, house) for found in (*house.findings, *_empty_departments(house))),
        figures=figures(house),
    )


def figures(house: House) -> tuple[Figure, ...]:
    return tuple(
        Figure(key, str(name), str(meaning), getattr(house.key, key))
        for key, (name, meaning) in phrases.NUMBERS.items()
    )


def _pillar(pillar: Pillar) -> drawing.PillarIn:
    person, seat = pillar.standing, str(phrases.SEATS[pillar.seat.code])
    if person is None:
        return drawing.PillarIn(
            f"seat-{pillar.seat.code}", "—", pillar.seat.label or seat, pillar.seat.code, None, None, pillar.share
        )
    return drawing.PillarIn(
        key=str(person.person_id),
        name=person.person,
        note=person.posts[0].title or person.posts[0].department or seat,
        role=pillar.seat.code,
        level=person.level,
        claimed=person.claimed,
        share=pillar.share,
        cold=person.state in PALE,
        stale=person.reading.state == LevelState.STALE,
        target=pillar.target.level if pillar.target else None,
        rival=pillar.rival.level if pillar.rival else None,
        contact=phrases.days(person.days),
        warmth=person.state,
    )


def _empty_departments(house: House) -> list[Finding]:
    return [
        Finding(Concern.DEPARTMENT_EMPTY, Severity.LOW, 0.0, department_id=tile.department_id)
        for tile in house.tiles
        if not tile.tile.people
    ]


def _told(found: Finding, names: dict[int, str], house: House) -> Told:
    departments = {tile.department_id: tile.name for tile in house.tiles}
    sentence = phrases.finding(
        found, person=names.get(found.person_id, ""), department=departments.get(found.department_id, "")
    )
    return Told(found.severity, sentence, found.person_id, found.seat, found.department_id, found.level, found.concern)
