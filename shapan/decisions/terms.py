"""Words of the customer's decision chain (domain.md §2.3)."""

from enum import StrEnum


class SeatCode(StrEnum):
    """The part a seat plays in the decision."""

    DECIDER = "D"
    APPROVER = "A"
    EVALUATOR = "E"
    PROCUREMENT = "P"
    USER = "U"
    SUPPORTER = "S"
    INFLUENCER = "I"
    LEGAL_FINANCE = "L"
    GATEKEEPER = "G"
    OUTSIDE_ADVISER = "O"


class Chain(StrEnum):
    """The three parallel chains of a decision."""

    TECHNICAL = "technical"
    COMMERCIAL = "commercial"
    COMPREHENSIVE = "comprehensive"


class Influence(StrEnum):
    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


class Confidence(StrEnum):
    """How sure we are that this person holds the seat."""

    CONFIRMED = "confirmed"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Tag(StrEnum):
    UNIT_OPENED = "decisions:unit:open"
    SEAT_DEFINED = "decisions:seat:define"
    SEAT_ENDED = "decisions:seat:end"
    HOLDER_NAMED = "decisions:holder:name"
    HOLDER_LEFT = "decisions:holder:leave"
