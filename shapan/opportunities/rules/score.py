"""The score of an opportunity, held down by the evidence that is missing (domain.md §11.3)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from shapan.opportunities.terms import Cap, Next, Part

MOST = {
    Part.PAIN: 20,
    Part.VALUE: 10,
    Part.CHAIN: 15,
    Part.CHAMPION: 10,
    Part.PROCESS: 15,
    Part.COMMITMENT: 10,
    Part.COMPETITION: 10,
    Part.DELIVERY: 10,
}
CAPS = {Cap.NO_PAIN: 44, Cap.NO_COMMITMENT: 64, Cap.NO_BUYER_OR_BUDGET: 79, Cap.COMPLIANCE_FLAG: 44}
FROM = ((65, Next.ADVANCE_WITH_CONDITIONS), (45, Next.VALIDATE), (25, Next.NURTURE))
ADVANCE = 80


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the customer's side has shown. `economic_buyer` and `budget`: known by evidence."""

    pain: bool = False
    commitment: bool = False
    economic_buyer: bool = False
    budget: bool = False
    compliance_flag: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """One part: its points, None while nobody has looked, of the most there are."""

    part: Part
    points: float | None
    most: int


@dataclass(frozen=True, slots=True)
class Score:
    """`earned` before the caps, `value` after; `caps` those that apply, with their limits; `unknown` what to ask."""

    value: float
    earned: float
    next: Next
    parts: tuple[Points, ...]
    caps: tuple[tuple[Cap, int], ...]
    unknown: tuple[Part, ...]


def score(points: Mapping[Part, float], evidence: Evidence, critical: Collection[Part] = frozenset(Part)) -> Score:
    """`critical`: the parts without which an opportunity does not advance free of conditions while they are unknown."""
    parts = tuple(
        Points(part, None if part not in points else min(float(most), max(0.0, points[part])), most)
        for part, most in MOST.items()
    )
    earned = sum(part.points for part in parts if part.points is not None)
    caps = tuple((cap, limit) for cap, limit in CAPS.items() if _applies(cap, evidence))
    value = min([earned, *(limit for _cap, limit in caps)])
    unknown = tuple(part.part for part in parts if part.points is None)
    return Score(value, earned, _next(value, evidence, unknown, critical), parts, caps, unknown)


def _applies(cap: Cap, evidence: Evidence) -> bool:
    return {
        Cap.NO_PAIN: not evidence.pain,
        Cap.NO_COMMITMENT: not evidence.commitment,
        Cap.NO_BUYER_OR_BUDGET: not (evidence.economic_buyer and evidence.budget),
        Cap.COMPLIANCE_FLAG: evidence.compliance_flag,
    }[cap]


def _next(value: float, evidence: Evidence, unknown: tuple[Part, ...], critical: Collection[Part]) -> Next:
    if evidence.compliance_flag:
        return Next.ESCALATE
    if value >= ADVANCE and not set(unknown) & set(critical):
        return Next.ADVANCE
    return next((what for least, what in FROM if value >= least), Next.DISQUALIFY)
