"""Every parameter of the house in one frozen object (domain.md §2, §8.3, §8.4, §18)."""

from dataclasses import dataclass, field

from shapan.relationships.terms import Criterion

# Longest days between effective contacts, by tier: seats D/A, seats E/P, everybody else (domain.md §8.3).
CADENCE = {
    "S": (14, 14, 30),
    "A": (30, 21, 45),
    "B": (45, 30, 60),
    "C": (90, 90, 120),
}


@dataclass(frozen=True, slots=True)
class HousePolicy:
    """The defaults of the method. `version` goes with every number, so that it can be explained years later."""

    version: str = "2026-1"
    top_level: int = 3  # 4, the ally, is off by default
    criteria_needed: int = 3
    evidence_days: dict[Criterion, int] = field(
        default_factory=lambda: {
            Criterion.ACCEPTANCE: 180,
            Criterion.PARTICIPATION: 180,
            Criterion.INFORMATION: 90,
            Criterion.GUIDANCE: 180,
        }
    )
    opposition_days: int = 180
    stale_grace_days: int = 90
    confirmed_needed: float = 0.5  # below this share of seats confirmed, coverage is not reported
    covered_warmth: float = 50.0
    gate_cold: float = 0.7
    gate_dormant: float = 0.3
    gate_stale: float = 0.5
    cadence: dict[str, tuple[int, int, int]] = field(default_factory=lambda: dict(CADENCE))
    untiered: str = "B"  # ours: a customer nobody has tiered yet is watched like a B
    executive_contact_days: int = 180
    department_contact_days: int = 90
    rising_contact_days: int = 90
    known_needed: float = 0.5  # below this share of weight known, no grade is given
    roof_tiers: tuple[str, ...] = ("S",)  # method 8: for strategic customers only


DEFAULT = HousePolicy()


def cadence(tier: str, seat_codes: frozenset[str], policy: HousePolicy = DEFAULT) -> int:
    """Days within which this person should be met again: by the heaviest seat the person holds (domain.md §8.3)."""
    row = policy.cadence.get(tier) or policy.cadence["C" if tier == "D" else policy.untiered]
    if seat_codes & {"D", "A"}:
        return row[0]
    return row[1] if seat_codes & {"E", "P"} else row[2]
