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


class PurchasingModel(StrEnum):
    """Where a purchase is decided (domain.md §7.1). SHORTLIST: headquarters shortlists, the branch reports its choice;
    FRAMEWORK: negotiated together, signed apart (统谈分签).
    """

    CENTRAL = "central"
    LOCAL = "local"
    SHORTLIST = "shortlist"
    FRAMEWORK = "framework"


class Authority(StrEnum):
    SINGLE = "single"
    COLLECTIVE = "collective"
    COMMITTEE = "committee"
    SCORED_TENDER = "scored_tender"


class Procedure(StrEnum):
    DIRECT = "direct"
    SINGLE_SOURCE = "single_source"
    INQUIRY = "inquiry"
    NEGOTIATION = "negotiation"
    INVITED_TENDER = "invited_tender"
    OPEN_TENDER = "open_tender"
    FRAMEWORK = "framework"


class BudgetSource(StrEnum):
    OWN = "own"
    GOVERNMENT = "government"
    DEVELOPMENT_BANK = "development_bank"
    EXPORT_CREDIT = "export_credit"
    CONCESSIONAL = "concessional"
    PPP = "ppp"


class Entry(StrEnum):
    """Where we stand when headquarters shortlists. DEAD: shortlisted above, not reported below."""

    NOT_NEEDED = "not_needed"
    UNKNOWN = "unknown"
    CLOSED = "closed"
    DEAD = "dead"
    OPEN = "open"


class Gap(StrEnum):
    """What is missing at one seat of the approval path."""

    VACANT = "vacant"
    UNKNOWN = "unknown"
    OPPOSED = "opposed"
    NEUTRAL = "neutral"
    COLD = "cold"


class Tag(StrEnum):
    MODE_RECORDED = "decisions:mode:record"
    MODE_CHANGED = "decisions:mode:change"
    MODE_ENDED = "decisions:mode:end"
    UNIT_OPENED = "decisions:unit:open"
    SEAT_DEFINED = "decisions:seat:define"
    SEAT_CHANGED = "decisions:seat:change"
    SEAT_ENDED = "decisions:seat:end"
    HOLDER_NAMED = "decisions:holder:name"
    HOLDER_LEFT = "decisions:holder:leave"
