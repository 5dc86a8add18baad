"""Words of what is restricted (domain.md §15.1, §15.4)."""

from enum import StrEnum


class Category(StrEnum):
    """What a text must not hold."""

    BASE_PRICE = "base_price"
    EVALUATORS = "evaluators"
    SCORES = "scores"
    RIVAL_BIDS = "rival_bids"
    UNPUBLISHED = "unpublished"
    PREFERENCE = "preference"
    COLLUSION = "collusion"
    KICKBACK = "kickback"


class Door(StrEnum):
    """The way by which something came."""

    PAGE = "page"
    API = "api"
    IMPORT = "import"
    REPORT = "report"


class State(StrEnum):
    HELD = "held"
    RELEASED = "released"
    DESTROYED = "destroyed"


class Tag(StrEnum):
    HELD = "compliance:quarantine:hold"
    REPORTED = "compliance:quarantine:report"
    RELEASED = "compliance:quarantine:release"
    DESTROYED = "compliance:quarantine:destroy"
    APPOINTED = "compliance:officer:appoint"


class Stop(StrEnum):
    """Why a contact may not be while a tender is quiet."""

    HOSPITALITY = "hospitality"
    VISIT = "visit"
    UNANSWERED = "unanswered"
    UNOFFICIAL = "unofficial"


class Bearing(StrEnum):
    """What a contact has to do with a tender that is quiet."""

    OFFICIAL = "official"
    OFFERED = "offered"
    OTHER = "other"
    UNOFFICIAL = "unofficial"
