"""What a seat in a decision weighs, and how its holders share it (domain.md §2.4).

W_s = seat weight x influence factor of its most influential holder; 1.0 when the seat is empty or the influence is
unknown, so that ignorance never lowers the denominator. Holders split W_s by share.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shapan.decisions.terms import Chain, Influence, SeatCode

D, A, E, P, U = (
    SeatCode.DECIDER, SeatCode.APPROVER, SeatCode.EVALUATOR, SeatCode.PROCUREMENT, SeatCode.USER,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weights:
    """Default points by seat; an evaluator on the commercial chain weighs what procurement does. G and O are ours."""

    points: dict[str, float] = field(
        default_factory=lambda: {
            "D": 30.0,
            "A": 20.0,
            "E": 18.0,
            "P": 12.0,
            "U": 8.0,
            "S": 6.0,
            "I": 4.0,
            "L": 2.0,
            "G": 2.0,
            "O": 2.0,
        }
    )
    commercial_evaluator: float = 12.0
    influence: dict[str, float] = field(default_factory=lambda: {"H": 1.0, "M": 0.6, "L": 0.3})


WEIGHTS = Weights()
# The seats every purchase has until the customer's own way of deciding is known.
DEFAULT_SEATS = (D, A, E, P, U)


def seat_weight(code: SeatCode, chain: str = "", own: float | None = None, weights: Weights = WEIGHTS) -> float:
    """Points of a seat: its own when set, else the default of its part."""
    if own is not None:
        return own
    if code is SeatCode.EVALUATOR and chain == Chain.COMMERCIAL:
        return weights.commercial_evaluator
    return weights.points[code]


def influence_factor(holders: Sequence[Influence | None], weights: Weights = WEIGHTS) -> float:
    """Of the most influential holder; 1.0 for an empty seat and where any holder's influence is unknown."""
    if not holders or any(holder is None for holder in holders):
        return 1.0
    return max(weights.influence[holder] for holder in holders if holder)


def shares(given: Sequence[float]) -> list[float]:
    """The holders' shares of a seat, made to sum to 1."""
    total = sum(given)
    return [share / total for share in given] if total else [1 / len(given)] * len(given)
