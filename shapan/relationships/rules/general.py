"""General relationships: the foundation of the house (domain.md §3).

Eleven indicators of 0..10 points in three parts (contact 35, technical 35, enablement 30). An indicator nobody has
read is unknown and leaves its part's mean; while less than half of the weight is known, no score and no grade is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from shapan.relationships.rules.pillars import band
from shapan.relationships.rules.policy import DEFAULT, HousePolicy
from shapan.relationships.terms import General, Grade, Part

PART_WEIGHT = {Part.CONTACT: 35.0, Part.TECHNICAL: 35.0, Part.ENABLEMENT: 30.0}
PART_OF = {
    General.DEPARTMENT_COVERAGE: Part.CONTACT,
    General.RESPONSE: Part.CONTACT,
    General.REPUTATION: Part.CONTACT,
    General.INFORMANTS: Part.CONTACT,
    General.RISING_STARS: Part.CONTACT,
    General.EXCHANGES: Part.TECHNICAL,
    General.STANDING: Part.TECHNICAL,
    General.ENABLEMENT: Part.ENABLEMENT,
    General.ISSUES: Part.ENABLEMENT,
    General.BACKUP: Part.ENABLEMENT,
    General.FEEDBACK: Part.ENABLEMENT,
}
# What is measured from the data itself; the rest is read by people and recorded with a statement.
MEASURED = frozenset({General.DEPARTMENT_COVERAGE, General.EXCHANGES, General.ENABLEMENT, General.BACKUP})
# floors falling → points (domain.md §3). Shares as 0..1; counts as they are; STANDING 2 benchmark, 1 equal, 0 behind;
# REPUTATION: complaints counted downward, 1 when none and they volunteer site information.
BANDS: dict[General, tuple[tuple[float, ...], tuple[float, ...]]] = {
    General.DEPARTMENT_COVERAGE: ((1.0, 0.8, 0.6, 0.4), (10, 8, 6, 4, 1)),
    General.RESPONSE: ((3, 2, 1), (10, 7, 4, 1)),
    General.REPUTATION: ((1, 0, -2), (10, 7, 4, 1)),
    General.INFORMANTS: ((3, 2, 1), (10, 7, 3, 0)),
    General.RISING_STARS: ((1.0, 0.8, 0.6, 0.4), (10, 8, 6, 4, 1)),  # ours: the bands of department coverage
    General.EXCHANGES: ((6, 4, 2, 1), (10, 8, 6, 4, 1)),
    General.STANDING: ((2, 1), (8, 5, 2)),
    General.ENABLEMENT: ((4, 2, 1), (10, 7, 4, 1)),
    General.ISSUES: ((1.0, 0.8, 0.6), (10, 7, 4, 1)),
    General.BACKUP: ((2, 1), (10, 5, 1)),
    General.FEEDBACK: ((0.9, 0.6, 0.0), (10, 7, 4, 1)),
}
GRADES = ((80.0, 60.0, 40.0), (Grade.A, Grade.B, Grade.C, Grade.D))


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: the value read (None: unknown) and its points 0..10."""

    indicator: General
    part: Part
    value: float | None
    points: float | None


@dataclass(frozen=True, slots=True)
class GeneralReading:
    """`score` 0..100, `grade` A-D; both None while too little is known. `known` is the share of weight known."""

    score: float | None
    grade: Grade | None
    known: float
    parts: dict[Part, float | None]
    indicators: tuple[Indicator, ...]


def general(values: Mapping[General, float | None], policy: HousePolicy = DEFAULT) -> GeneralReading:
    """Score and grade of the foundation from the indicators' values; those missing are unknown."""
    indicators = tuple(
        Indicator(which, part, values.get(which), band(values.get(which), *BANDS[which]))
        for which, part in PART_OF.items()
    )
    weight = {which: PART_WEIGHT[part] / sum(p == part for p in PART_OF.values()) for which, part in PART_OF.items()}
    known = sum(weight[i.indicator] for i in indicators if i.points is not None) / sum(weight.values())
    parts = {part: _mean([i.points for i in indicators if i.part == part]) for part in Part}
    scored = {part: mean for part, mean in parts.items() if mean is not None}
    if known < policy.known_needed or not scored:
        return GeneralReading(None, None, known, parts, indicators)
    total = sum(PART_WEIGHT[part] for part in scored)
    score = sum(10 * mean * PART_WEIGHT[part] for part, mean in scored.items()) / total
    return GeneralReading(score, grade(score), known, parts, indicators)


def grade(score: float) -> Grade:
    """A from 80, B from 60, C from 40, D below."""
    floors, grades = GRADES
    return next((g for floor, g in zip(floors, grades, strict=False) if score >= floor), Grade.D)


@dataclass(frozen=True, slots=True)
class Tile:
    """One department of the foundation. `share` is covered people over people known there; None: nobody known."""

    department_id: int
    people: int
    covered: int

    @property
    def share(self) -> float | None:
        return self.covered / self.people if self.people else None


def is_covered(level: int | None, days: int | None, policy: HousePolicy = DEFAULT) -> bool:
    """Whether a person counts for the coverage of the department: L>=1 and an effective contact within 90 days."""
    return level is not None and level >= 1 and days is not None and days <= policy.department_contact_days


def department_coverage(tiles: tuple[Tile, ...]) -> float | None:
    """Departments with somebody covered over all relevant ones; None when no department is known."""
    return sum(tile.covered > 0 for tile in tiles) / len(tiles) if tiles else None


def _mean(points: list[float | None]) -> float | None:
    known = [p for p in points if p is not None]
    return sum(known) / len(known) if known else None
