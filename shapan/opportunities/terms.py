"""Words of leads and opportunities."""

from enum import StrEnum


class LeadState(StrEnum):
    """Where a lead stands (domain.md §11.1). A new lead without an owner lies in the pool."""

    NEW = "new"
    QUALIFYING = "qualifying"
    NURTURING = "nurturing"
    CONVERTED = "converted"
    INVALID = "invalid"


class Stage(StrEnum):
    """Where an opportunity stands, in the order of the way (domain.md §11.1)."""

    DISCOVERY = "discovery"
    QUALIFIED = "qualified"
    PROPOSAL = "proposal"
    NEGOTIATION = "negotiation"
    ON_HOLD = "on_hold"
    WON = "won"
    LOST = "lost"


OPEN = (Stage.DISCOVERY, Stage.QUALIFIED, Stage.PROPOSAL, Stage.NEGOTIATION)
CLOSED = (Stage.WON, Stage.LOST)


class Ending(StrEnum):
    """How a lost opportunity ended, as far as it is known."""

    RIVAL = "rival"
    NO_DECISION = "no_decision"
    WITHDRAWN = "withdrawn"


class Reason(StrEnum):
    """What decided, for or against us (domain.md §11.6)."""

    PRODUCT = "product"
    PRICE = "price"
    EXPERIENCE = "experience"
    PARITY = "parity"
    RISK = "risk"
    POLITICS = "politics"


class Fact(StrEnum):
    """What a step may ask for; whatever is not known is named to the person."""

    OWNER = "owner"
    CUSTOMER = "customer"
    AMOUNT = "amount"
    CATEGORY = "category"
    EXPECTED_ON = "expected_on"
    DECIDED_ON = "decided_on"
    WAKE_ON = "wake_on"
    REASON = "reason"


class Route(StrEnum):
    DIRECT = "direct"
    PARTNER = "partner"


class Element(StrEnum):
    """The four elements of every project (method 5)."""

    RELATIONSHIP = "relationship"
    SOLUTION = "solution"
    DELIVERY = "delivery"
    COMMERCE = "commerce"


class Orientation(StrEnum):
    """What comes first for the customer (domain.md §7.1)."""

    BALANCED = "balanced"
    RELATIONSHIP = "relationship"
    TECHNOLOGY = "technology"
    PRICE = "price"


class Advice(StrEnum):
    BID = "bid"
    CONDITIONAL = "conditional"
    NO_BID = "no_bid"


class Veto(StrEnum):
    """Each of these alone forbids a bid (domain.md §11.2)."""

    COMPLIANCE = "compliance"
    REQUIREMENT_UNMET = "requirement_unmet"
    SEAT_UNKNOWN = "seat_unknown"
    MARGIN = "margin"
    OPPONENT_DECIDES = "opponent_decides"


class Part(StrEnum):
    """The parts of the evidence-capped score (domain.md §11.3)."""

    PAIN = "pain"
    VALUE = "value"
    CHAIN = "chain"
    CHAMPION = "champion"
    PROCESS = "process"
    COMMITMENT = "commitment"
    COMPETITION = "competition"
    DELIVERY = "delivery"


class Cap(StrEnum):
    """Missing evidence that holds the score down."""

    NO_PAIN = "no_pain"
    NO_COMMITMENT = "no_commitment"
    NO_BUYER_OR_BUDGET = "no_buyer_or_budget"
    COMPLIANCE_FLAG = "compliance_flag"


class Next(StrEnum):
    """What a score says to do next."""

    ADVANCE = "advance"
    ADVANCE_WITH_CONDITIONS = "advance_with_conditions"
    VALIDATE = "validate"
    NURTURE = "nurture"
    DISQUALIFY = "disqualify"
    ESCALATE = "escalate_review"


class Milestone(StrEnum):
    """What the customer has done or confirmed, in order (domain.md §11.4)."""

    KNOWN = "M0"
    PAIN = "M1"
    NEED = "M2"
    FUNDS = "M3"
    SOLUTION = "M4"
    CHAIN = "M5"
    COMMERCIAL = "M6"
    PURCHASE = "M7"
    AWARD = "M8"


class Pace(StrEnum):
    NORMAL = "normal"
    SLOW = "slow"
    WARNING = "warning"
    CRITICAL = "critical"
    ZOMBIE = "zombie"


class Touch(StrEnum):
    """How long nobody has touched the opportunity."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Coverage(StrEnum):
    RISK = "risk"
    HEALTHY = "healthy"
    OVER_COVERED = "over_covered"
    HYGIENE = "hygiene"


class Forecast(StrEnum):
    """Forecast categories, the surest last (domain.md §11.5)."""

    OMITTED = "omitted"
    PIPELINE = "pipeline"
    BEST_CASE = "best_case"
    MOST_LIKELY = "most_likely"
    COMMIT = "commit"
    CLOSED = "closed"


class Condition(StrEnum):
    """What a commitment in the forecast stands on."""

    SUPPORT = "support"
    DECIDER = "decider"
    DATE_CONFIRMED = "date_confirmed"
    NO_VETO = "no_veto"


class Tag(StrEnum):
    OPENED = "opportunities:opportunity:open"
    ADVANCED = "opportunities:opportunity:advance"
    RETURNED = "opportunities:opportunity:return"
    HELD = "opportunities:opportunity:hold"
    RESUMED = "opportunities:opportunity:resume"
    WON = "opportunities:opportunity:win"
    LOST = "opportunities:opportunity:lose"
    PUSHED = "opportunities:opportunity:push"
    ASSIGNED = "opportunities:opportunity:assign"
    TRANSFERRED = "opportunities:opportunity:transfer"
    CHANGED = "opportunities:opportunity:change"
    IMPORTED = "opportunities:opportunity:import"
    PRODUCTS_IMPORTED = "opportunities:product:import"
    REVIEWED = "opportunities:opportunity:review"
    RATE_SET = "opportunities:rate:set"
    TARGET_SET = "opportunities:target:set"
    LEAD_CAPTURED = "opportunities:lead:capture"
    LEAD_ASSIGNED = "opportunities:lead:assign"
    LEAD_NURTURED = "opportunities:lead:nurture"
    LEAD_RETURNED = "opportunities:lead:return"
    LEAD_QUALIFYING = "opportunities:lead:qualify"
    LEAD_CONVERTED = "opportunities:lead:convert"
    LEAD_DISCARDED = "opportunities:lead:discard"
