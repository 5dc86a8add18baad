"""Words of major projects."""

from enum import StrEnum


class Move(StrEnum):
    """What deriving the decision unit anew would change."""

    ADD = "add"
    SEAT = "seat"
    LEAVE = "leave"
    DROP = "drop"


class ProjectClass(StrEnum):
    """How much of us a project gets (domain.md §11.1)."""

    A = "A"
    B = "B"
    C = "C"


class ClassReason(StrEnum):
    STRATEGIC = "strategic"
    FIRST = "first"
    LARGE = "large"
    MIDDLE = "middle"
    SMALL = "small"
    UNKNOWN = "unknown"


class GateKind(StrEnum):
    """The five gates, in their order (domain.md §11.1)."""

    ATI = "ATI"
    ATB = "ATB"
    ATC = "ATC"
    ATAC = "ATAC"
    ATCC = "ATCC"


class Outcome(StrEnum):
    PASS = "pass"  # noqa: S105 -- a word of the method, no password
    CONDITIONAL = "conditional"
    REFUSED = "refused"


class Check(StrEnum):
    """One line of a gate's checklist: read from the data, answered by somebody, or provided by another part."""

    FACTS = "facts"
    CLASS = "class"
    UNIT = "unit"
    DECIDERS = "deciders"
    COVERED = "covered"
    ENTRY = "entry"
    MODE = "mode"
    ELEMENTS = "elements"
    ADVICE = "advice"
    SCORE = "score"
    PAIN = "pain"
    VALUE = "value"
    CHAMPION = "champion"
    COMMITMENT = "commitment"
    FEASIBLE = "feasible"
    BUDGET = "budget"
    DATE = "date"
    REQUIREMENTS = "requirements"
    OPPONENT_PLAN = "opponent_plan"
    COST = "cost"
    NODES = "nodes"
    DEVIATIONS = "deviations"
    SCOPE = "scope"
    LESSONS = "lessons"
    MARGIN = "margin"
    DISCOUNT = "discount"
    PAYMENT_DAYS = "payment_days"
    COMPLIANCE = "compliance"
    QUIET_PERIOD = "quiet_period"
    ACCEPTANCE = "acceptance"
    CASH = "cash"
    CLAIMS = "claims"


class State(StrEnum):
    """NOT_PROVIDED: nothing in this installation can know it yet."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    NOT_PROVIDED = "not_provided"


class DecidingLevel(StrEnum):
    """Who of ours decides, counted upwards from the owner of the opportunity (domain.md §13.3)."""

    DEPARTMENT = "department"
    REGION = "region"
    EXECUTIVE = "executive"


class Tag(StrEnum):
    UNIT_DERIVED = "projects:unit:derive"
    ASSESSED = "projects:elements:assess"
    OPENED = "projects:project:open"
    CLASSED = "projects:project:class"
    ANSWERED = "projects:question:answer"
    ENTRUSTED = "projects:question:entrust"
    ASKED = "projects:gate:ask"
    PASSED = "projects:gate:pass"
    PASSED_ON_TERMS = "projects:gate:condition"
    REFUSED = "projects:gate:refuse"
    AUTHORITY_SET = "projects:authority:set"
    DELEGATED = "projects:authority:delegate"
