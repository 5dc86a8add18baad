"""Key relationships: the pillars of the house (domain.md §2.4, §2.5).

Weights are points; levels -1..3 or None for unknown; warmth is percent or None for never met. The arithmetic of gate
and support takes floats and NumPy arrays alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shapan.decisions.rules import influence_factor, shares
from shapan.decisions.terms import Confidence, Influence
from shapan.relationships.rules.policy import DEFAULT, HousePolicy
from shapan.relationships.rules.readings import Reading, Term, ratio

COLD = 50.0
DORMANT = 25.0


@dataclass(frozen=True, slots=True)
class Held:
    """A person in a seat."""

    person_id: int
    level: int | None
    warmth: float | None
    stale: bool = False
    influence: Influence | None = None
    share: float = 1.0
    confidence: Confidence = Confidence.CONFIRMED


@dataclass(frozen=True, slots=True)
class SeatState:
    """A seat of the decision unit with its points and holders."""

    code: str
    points: float
    required: bool
    holders: tuple[Held, ...]

    @property
    def weight(self) -> float:
        """W_s: points x influence of the most influential holder."""
        return self.points * influence_factor([holder.influence for holder in self.holders])


@dataclass(frozen=True, slots=True)
class Placed:
    """One holder with the weight w_p it carries."""

    seat: SeatState
    held: Held
    weight: float


@dataclass(frozen=True, slots=True)
class KeyReadings:
    """The pillars in numbers; each Reading opens into its parts. Shares run 0..1, SI -0.33..1, LM -1..4."""

    ir: Reading
    cr: Reading
    si: Reading
    ow: Reading
    uw: Reading
    lm: Reading
    supporter_share: Reading
    threads: int

    @property
    def single_threaded(self) -> bool:
        """One warm supporter at the most: HIGH risk (domain.md §2.5)."""
        return self.threads <= 1


def gate(warmth: Any, stale: Any = 0, policy: HousePolicy = DEFAULT) -> Any:
    """What silence leaves of a positive level: 1 while warm or cooling, 0.7 cold, 0.3 dormant; half when stale."""
    by_warmth = (
        1.0 * (warmth >= COLD)
        + policy.gate_cold * ((warmth >= DORMANT) & (warmth < COLD))
        + policy.gate_dormant * (warmth < DORMANT)
    )
    return by_warmth * (1.0 - (1.0 - policy.gate_stale) * stale)


def support(weight: Any, level: Any, gated: Any) -> Any:
    """W x L x gate, where the gate acts on positive levels only: opposition is never discounted by silence."""
    return weight * level * (1.0 - (level > 0) * (1.0 - gated))


def placed(seats: Sequence[SeatState]) -> list[Placed]:
    """Holders of required seats, with W_s split by their shares."""
    rows = []
    for seat in seats:
        if seat.required and seat.holders:
            split = shares([held.share for held in seat.holders])
            rows += [Placed(seat, held, seat.weight * part) for held, part in zip(seat.holders, split, strict=True)]
    return rows


def key_readings(seats: Sequence[SeatState], policy: HousePolicy = DEFAULT) -> KeyReadings:
    """All the numbers of the pillars for one decision unit."""
    required = [seat for seat in seats if seat.required]
    people = placed(required)
    total = sum(seat.weight for seat in required)
    known = [p for p in people if p.held.level is not None]
    return KeyReadings(
        ir=_identification(required),
        cr=_coverage(required, people, total, policy),
        si=ratio(tuple(_support(p, policy) for p in known), 3 * total),
        ow=ratio(tuple(_weight(p) for p in known if p.held.level == -1), total),
        uw=_unknown(required, people, total),
        lm=ratio(tuple(_term(p, p.weight * (p.held.level or 0)) for p in known), sum(p.weight for p in known)),
        supporter_share=_supporters(required),
        threads=len({p.held.person_id for p in people if _supports(p.held) and _is_warm(p.held, policy)}),
    )


def _identification(required: Sequence[SeatState]) -> Reading:
    parts = tuple(Term(seat.code, None, seat.weight, 1.0 if seat.holders else 0.0) for seat in required)
    return ratio(parts, len(required))


def _coverage(required: Sequence[SeatState], people: Sequence[Placed], total: float, policy: HousePolicy) -> Reading:
    """Not reported while fewer than half of the seats have a confirmed holder: no invented percentage."""
    parts = tuple(_term(p, p.weight if _supports(p.held) and _is_warm(p.held, policy) else 0.0) for p in people)
    confirmed = sum(any(h.confidence == Confidence.CONFIRMED for h in seat.holders) for seat in required)
    reading = ratio(parts, total)
    if required and confirmed < policy.confirmed_needed * len(required):
        return Reading(None, reading.numerator, total, parts, "fewer_than_half_confirmed")
    return reading


def _unknown(required: Sequence[SeatState], people: Sequence[Placed], total: float) -> Reading:
    """The weight of people whose level is unknown and of seats nobody is known to hold."""
    parts = [_weight(p) for p in people if p.held.level is None]
    parts += [Term(seat.code, None, seat.weight, seat.weight) for seat in required if not seat.holders]
    return ratio(tuple(parts), total)


def _supporters(required: Sequence[SeatState]) -> Reading:
    """Seats held by a supporter over required seats."""
    parts = tuple(
        Term(seat.code, None, seat.weight, 1.0 if any(_supports(h) for h in seat.holders) else 0.0) for seat in required
    )
    return ratio(parts, len(required))


def _support(p: Placed, policy: HousePolicy) -> Term:
    gated = gate(p.held.warmth if p.held.warmth is not None else 0.0, p.held.stale, policy)
    value = support(p.weight, p.held.level, gated)
    shown = gated if p.held.level and p.held.level > 0 else 1.0
    return Term(p.seat.code, p.held.person_id, p.weight, value, p.held.level, p.held.warmth, shown)


def _weight(p: Placed) -> Term:
    return _term(p, p.weight)


def _term(p: Placed, value: float) -> Term:
    return Term(p.seat.code, p.held.person_id, p.weight, value, p.held.level, p.held.warmth)


def _supports(held: Held) -> bool:
    return held.level is not None and held.level >= 1


def _is_warm(held: Held, policy: HousePolicy) -> bool:
    return held.warmth is not None and held.warmth >= policy.covered_warmth


def band(value: float | None, floors: Sequence[float], points: Sequence[float]) -> float | None:
    """Points of the first floor reached, floors falling; `points` has one more, for below them all."""
    if value is None:
        return None
    for floor, score in zip(floors, points, strict=False):
        if value >= floor:
            return score
    return points[-1]


IDENTIFICATION_BANDS = ((1.0, 0.8, 0.6, 0.4), (100.0, 80.0, 60.0, 40.0, 10.0))
LEVEL_BANDS = ((2.0, 1.5, 1.0, 0.5), (100.0, 80.0, 60.0, 40.0, 10.0))
SUPPORTER_BANDS = ((0.6, 0.4, 0.2), (100.0, 80.0, 60.0, 30.0))


def supporter_points(share: float | None, opponents: int) -> float | None:
    """domain.md §2.5: an opponent only blocks the 100 band."""
    points = band(share, *SUPPORTER_BANDS)
    return min(points, 80.0) if points is not None and opponents else points


def executive_coverage(days_since_two_way: Sequence[int | None], policy: HousePolicy = DEFAULT) -> Reading:
    """Executives of the unit met within 180 days, over all executives; None when there are none."""
    met = tuple(
        Term("", None, 1.0, 1.0 if days is not None and days <= policy.executive_contact_days else 0.0)
        for days in days_since_two_way
    )
    return ratio(met, len(met))
