"""Words of the relationship (domain.md §2, §3, §4)."""

from enum import StrEnum


class Criterion(StrEnum):
    """The four columns in which a level shows itself (domain.md §2.1)."""

    ACCEPTANCE = "acceptance"
    PARTICIPATION = "participation"
    INFORMATION = "information"
    GUIDANCE = "guidance"


class LevelState(StrEnum):
    """What stands behind a level."""

    EVIDENCED = "evidenced"
    STALE = "stale"
    UNKNOWN = "unknown"


class Grade(StrEnum):
    A = "A"
    B = "B"
    C = "C"
    D = "D"


class General(StrEnum):
    """Indicators of the foundation (domain.md §3). The first six in each reading come from the data itself."""

    DEPARTMENT_COVERAGE = "department_coverage"
    RESPONSE = "working_level_response"
    REPUTATION = "field_reputation"
    INFORMANTS = "independent_informants"
    RISING_STARS = "rising_star_coverage"
    EXCHANGES = "technical_exchange"
    STANDING = "technical_standing"
    ENABLEMENT = "enablement"
    ISSUES = "issue_handling"
    BACKUP = "backup"
    FEEDBACK = "feedback_loop"


class Part(StrEnum):
    """The three parts of the foundation, with their weights in rules.general."""

    CONTACT = "contact"
    TECHNICAL = "technical"
    ENABLEMENT = "enablement"


class Roof(StrEnum):
    """Indicators of the organisational relationship (domain.md §4)."""

    AGREEMENT = "strategic_agreement"
    EXECUTIVES = "executive_meetings"
    INNOVATION = "joint_innovation"
    PLANNING = "joint_planning"
    CRISIS = "crisis_support"
    ECOSYSTEM = "ecosystem"


class Segment(StrEnum):
    """The method's four segments of the roof (method 8, domain.md §4)."""

    COMMUNICATION = "communication"
    MATCHING = "matching"
    JOINT = "joint_activity"
    RECOGNITION = "recognition"


class PersonKind(StrEnum):
    """The six kinds of the sand table (method 12, domain.md §2.9)."""

    SENIOR = "senior"
    DIFFICULT = "difficult"
    RISING = "rising"
    RETIRED = "retired"
    NEW_FIELD = "new_field"
    MOBILE = "mobile"


class Tag(StrEnum):
    EVIDENCE_RECORDED = "relationships:evidence:record"
    EVIDENCE_VERIFIED = "relationships:evidence:verify"
    LEVEL_CLAIMED = "relationships:level:claim"
    OPPOSITION_SETTLED = "relationships:opposition:settle"
    INDICATOR_READ = "relationships:indicator:read"
    TARGET_SET = "relationships:target:set"
    KIND_TAGGED = "relationships:kind:tag"
    KIND_ENDED = "relationships:kind:end"
