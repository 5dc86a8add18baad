"""Companies as the story needs them: those of the tables as told, the others with names and fates drawn by the seed."""

from dataclasses import dataclass, replace
from random import Random

from shapan.demo import material
from shapan.demo.material import Company, Place, ToldSeat


@dataclass(frozen=True, slots=True)
class Fate:
    """How well we stand with a company without a story: chances, and the days between contacts."""

    named: float  # a seat has a name
    met: float  # a person was ever met
    levels: tuple[int | None, ...]  # drawn from, evenly
    last: tuple[int, int]
    rhythm: tuple[int, int]
    exchanges: int
    trainings: int
    executives: int
    confidences: tuple[str, ...]  # that the holder of a seat is the right one, drawn from evenly


UNSURE = ("confirmed", "confirmed", "confirmed", "inferred", "inferred", "unknown")
FATES = {
    "good": Fate(0.95, 0.95, (None, 0, 1, 1, 2, 2, 2), (6, 40), (32, 55), 4, 2, 4, ("confirmed",)),
    "fair": Fate(0.8, 0.82, (None, None, 0, 0, 1, 1, 1, 2), (9, 105), (65, 115), 2, 1, 1, UNSURE),
    "thin": Fate(0.55, 0.6, (None, None, 0, 1), (45, 220), (80, 140), 0, 0, 0, UNSURE),
}
INFLUENCES = ("H", "H", "M", "M", "L", None)
VACANT = 0.05
OVER_CLAIMED = 0.12
# What a company without a story has been read at, from thin to good; the rest of the indicators stay unknown.
READ = {
    "working_level_response": ((0, 1, 2, 3), "季度回顾"),
    "field_reputation": ((-2, -1, 0, 1), "现场走访"),
    "independent_informants": ((0, 1, 2, 3), "多部门说明比对"),
    "technical_standing": ((0, 1, 1, 2), "技术部门公开评价"),
    "issue_handling": ((0.4, 0.6, 0.8, 0.95), "问题单统计"),
    "feedback_loop": ((0.2, 0.5, 0.7, 0.9), "意见单统计"),
}
LEAST = {"thin": 0, "fair": 1, "good": 2}


def cast(company: Company, rng: Random, taken: set[str]) -> Company:
    """The company with everybody it needs. `taken` holds the names already given, and gets the new ones."""
    if not company.template:
        return company
    rows = material.table("templates")[company.template]["places"]
    fate = FATES[company.fate]
    places, seats = [], []
    for post, department, grade, under, code in rows:
        named = rng.random() < (fate.named if code else 1 - VACANT)
        place = Place(post=post, department=department, grade=grade, under=under)
        if named or code:
            place = _person(place, company, fate, rng, taken)
        places.append(place)
        if code and named:
            seats.append(_seat(code, place, fate, rng))
    departments = tuple(dict.fromkeys(place.department for place in places if place.department))
    return replace(
        company,
        places=tuple(places),
        seats=tuple(seats),
        departments=departments,
        readings=company.readings | _readings(company.fate, rng),
    )


def _person(place: Place, company: Company, fate: Fate, rng: Random, taken: set[str]) -> Place:
    who, latin = _name(company.language, rng, taken)
    if rng.random() > fate.met:
        return replace(place, who=who, latin=latin)
    level, last = rng.choice(fate.levels), rng.randint(*fate.last)
    told = level is not None and last < material.VALID_DAYS
    hoped = () if level is None else ((last + 5, level + (rng.random() < OVER_CLAIMED)),)
    return replace(
        place,
        who=who,
        latin=latin,
        last=last,
        rhythm=rng.randint(*fate.rhythm),
        path=((rng.randint(last, max(last, 165)), level),) if told else (),
        claim=hoped if rng.random() < 0.5 else (),  # noqa: PLR2004 -- every second one
        target=min(3, (level or 0) + 1) if rng.random() < 0.4 else None,  # noqa: PLR2004 -- two of five
    )


def _seat(code: str, place: Place, fate: Fate, rng: Random) -> ToldSeat:
    return ToldSeat(
        code=code, who=place.who, influence=rng.choice(INFLUENCES), confidence=rng.choice(fate.confidences), source=""
    )


def _name(language: str, rng: Random, taken: set[str]) -> tuple[str, str]:
    names = material.table("names")
    while True:
        if language == "en":
            name = latin = f"{rng.choice(names['latin_first'])} {rng.choice(names['latin_last'])}"
        else:
            family, given = rng.choice(names["surnames"]).split(), rng.choice(names["given"]).split()
            name, latin = family[0] + given[0], f"{family[1]} {given[1]}"
        if name not in taken:
            taken.add(name)
            return name, latin


def _readings(fate: str, rng: Random) -> dict:
    rows = {}
    for indicator, (values, source) in READ.items():
        before, now = (rng.choice(values[LEAST[fate] :][:2]) for _ in range(2))
        rows[indicator] = ((240, before, source), (rng.randint(50, 85), now, source))
    return rows
