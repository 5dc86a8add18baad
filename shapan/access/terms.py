"""Words of the rights."""

from enum import StrEnum


class Level(StrEnum):
    """What a grant allows: to read the account and all that hangs on it, or to change it too."""

    VIEW = "view"
    EDIT = "edit"


class Reason(StrEnum):
    """Why a grant stands; the action that wrote it takes it back by the same reason."""

    SEAT = "seat"
    UNIT = "unit"
    PERSONAL = "personal"
