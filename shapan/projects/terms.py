"""Words of major projects."""

from enum import StrEnum


class Move(StrEnum):
    """What deriving the decision unit anew would change."""

    ADD = "add"
    SEAT = "seat"
    LEAVE = "leave"
    DROP = "drop"


class Tag(StrEnum):
    UNIT_DERIVED = "projects:unit:derive"
    ASSESSED = "projects:elements:assess"
