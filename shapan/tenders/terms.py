"""Words of a tender (domain.md §7.2, §15.4)."""

from enum import StrEnum


class State(StrEnum):
    PLANNING = "planning"
    PUBLISHED = "published"
    EVALUATION = "evaluation"
    STANDSTILL = "standstill"
    AWARDED = "awarded"
    CONTRACTED = "contracted"
    CANCELLED = "cancelled"


class Procurement(StrEnum):
    """Whether the law makes the buyer tender."""

    PUBLIC = "public"
    MANDATORY = "mandatory"
    PRIVATE = "private"


class OwnRule(StrEnum):
    """What a private buyer's own rules say of contact during its tender."""

    QUIET = "quiet"
    FREE = "free"


class Authorship(StrEnum):
    """What part we had in the buyer's specification."""

    NONE = "none"
    OPEN = "open"
    WROTE = "wrote"


class Calendar(StrEnum):
    """The rules its days follow."""

    CHINA = "china"
    EU = "eu"
    BANK = "bank"
    CONCESSIONAL = "concessional"


class Day(StrEnum):
    """The days of a tender, and of a concessional loan, in their order."""

    ISSUED = "issued"
    PREBID = "prebid"
    CLARIFY = "clarify"
    DEADLINE = "deadline"
    OPENING = "opening"
    REPORT = "report"
    NO_OBJECTION = "no_objection"
    CANDIDATES = "candidates"
    CANDIDATES_END = "candidates_end"
    AWARD = "award"
    CONTRACT = "contract"
    BOND_BACK = "bond_back"
    PREFEASIBILITY = "prefeasibility"
    COMMERCIAL = "commercial"
    HOST_REQUEST = "host_request"
    EMBASSY = "embassy"
    APPRAISAL = "appraisal"
    FRAMEWORK = "framework"
    LOAN = "loan"
    EFFECTIVE = "effective"
    ADVANCE = "advance"


class Bond(StrEnum):
    BID = "bid"
    PERFORMANCE = "performance"


class Need(StrEnum):
    """What a step asks for first."""

    CUSTOMER = "customer"
    PROCUREMENT = "procurement"
    CHANNEL = "channel"
    AUTHORSHIP = "authorship"
    REASON = "reason"


class Tag(StrEnum):
    OPENED = "tenders:tender:open"
    CHANGED = "tenders:tender:change"
    STEPPED = "tenders:tender:step"
    RETENDERED = "tenders:tender:retender"
    DAYS_SET = "tenders:days:set"
    LOT_ADDED = "tenders:lot:add"
    SUPPORTED = "tenders:lot:support"
    SUPPORT_ENDED = "tenders:lot:end-support"
