"""The shape of an account team and who is missing (method 3; domain.md §6.2, §13.1)."""

from dataclasses import dataclass

from shapan.teams.terms import SeatRole, Shape

AR, SR, FR, CM = SeatRole.AR, SeatRole.SR, SeatRole.FR, SeatRole.CM
SHAPES = {
    frozenset(): Shape.NOBODY,
    frozenset({AR}): Shape.LONE_WOLF,
    frozenset({AR, SR}): Shape.ONE_PLUS_ONE,
    frozenset({AR, SR, FR}): Shape.TRIANGLE,
    frozenset({AR, SR, FR, CM}): Shape.FOUR_CORNERS,
}
# Resource tilt by tier: domain.md §6.2; a substitute for S and A: §13.1.
WANTED = {
    "S": (AR, SR, FR, SeatRole.SPONSOR, SeatRole.SUBSTITUTE),
    "A": (AR, SR, FR, SeatRole.SUBSTITUTE),
    "B": (AR, SR),
    "C": (AR,),
    "D": (),
}


@dataclass(frozen=True, slots=True)
class Lineup:
    """A team's shape, and the seats its tier asks for that nobody holds, in the order of the method."""

    shape: Shape
    missing: tuple[SeatRole, ...]


def lineup(roles: frozenset[SeatRole], tier: str) -> Lineup:
    """`roles` are the seats held today; an unknown tier asks for an account manager only."""
    front = roles & {AR, SR, FR, CM}
    wanted = WANTED.get(tier, (AR,))
    return Lineup(SHAPES.get(front, Shape.IRREGULAR), tuple(role for role in wanted if role not in roles))
