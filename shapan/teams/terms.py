"""Words of the account team (method 3, domain.md §13.1)."""

from enum import StrEnum


class SeatRole(StrEnum):
    """A seat on the account team."""

    AR = "AR"
    SR = "SR"
    FR = "FR"
    CM = "CM"
    SPONSOR = "sponsor"
    SUBSTITUTE = "substitute"


class Shape(StrEnum):
    """The team models of the method."""

    NOBODY = "nobody"
    LONE_WOLF = "lone_wolf"
    ONE_PLUS_ONE = "one_plus_one"
    TRIANGLE = "iron_triangle"
    FOUR_CORNERS = "four_corners"
    IRREGULAR = "irregular"


class Tag(StrEnum):
    SEATED = "teams:seat:take"
    SEAT_LEFT = "teams:seat:leave"
    IMPORTED = "teams:seat:import"
