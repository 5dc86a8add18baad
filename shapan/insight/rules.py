"""What a visit should be about (domain.md §22.2, §22.3). Pure: words of the seat and of the title in, choices out."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from shapan.decisions.terms import SeatCode
from shapan.relationships.terms import Criterion


class Role(StrEnum):
    """Whose concerns a person is likely to have (domain.md §22.2)."""

    GENERAL_MANAGEMENT = "general_management"
    FINANCE = "finance"
    TECHNOLOGY = "technology"
    PROCUREMENT = "procurement"
    OPERATIONS = "operations"
    LEGAL = "legal"
    USERS = "users"


class Question(StrEnum):
    """What to ask: the first is what we promised, then what we do not know, then what this role cares about."""

    PROMISE = "promise"
    STANCE = "stance"
    ACCEPTANCE = "acceptance"
    PARTICIPATION = "participation"
    INFORMATION = "information"
    GUIDANCE = "guidance"
    CAUSE = "cause"
    ROLE = "role"


class Goal(StrEnum):
    """What the visit is for."""

    SETTLE = "settle"
    LEARN = "learn"
    RENEW = "renew"
    PROVE = "prove"
    RAISE = "raise"
    KEEP = "keep"


TITLES = (
    (Role.FINANCE, r"财务|会计|资金|CFO|financ|treasur|controller"),
    (Role.PROCUREMENT, r"采购|招标|供应链|物资|procure|purchas|sourcing|tender"),
    (Role.LEGAL, r"法务|法律|合同|合规|审计|legal|counsel|contract|compliance|audit"),
    (Role.OPERATIONS, r"运维|运行|维护|运营|网管|服务|operat|maint|service|support"),
    (
        Role.TECHNOLOGY,
        r"技术|网络|规划|计划|建设|信息|研发|架构|总工|工程|CTO|CIO|techn|network|engineer|IT\b|architect|plan",
    ),
    (
        Role.GENERAL_MANAGEMENT,
        r"总经理|董事|总裁|院长|局长|书记|主席|CEO|chief executive|president|managing|general manager",
    ),
)
SEATS = {
    SeatCode.APPROVER: Role.GENERAL_MANAGEMENT,
    SeatCode.PROCUREMENT: Role.PROCUREMENT,
    SeatCode.LEGAL_FINANCE: Role.LEGAL,
    SeatCode.USER: Role.USERS,
    SeatCode.EVALUATOR: Role.TECHNOLOGY,
}
QUESTIONS = 3
ALWAYS = (Question.INFORMATION, Question.GUIDANCE)


def role(title: str, department: str, seats: Collection[str]) -> Role:
    """By the title, else by the department, else by the seat in the decision; those who use it when nothing tells."""
    for words in (title, department):
        for found, pattern in TITLES:
            if words and re.search(pattern, words, re.IGNORECASE):
                return found
    return next((SEATS[SeatCode(code)] for code in seats if code in SEATS), Role.USERS)


def questions(
    level: int | None, criteria: dict[Criterion, int | None], *, promised: bool, most: int = QUESTIONS
) -> tuple[Question, ...]:
    """As many as `most`; the role's own question is always the last of them."""
    asked = [Question.PROMISE] if promised else []
    if level == -1:
        asked.append(Question.CAUSE)
    elif level is None:
        asked.append(Question.STANCE)
    asked += [Question(criterion.value) for criterion, best in criteria.items() if best is None]
    asked += [question for question in ALWAYS if question not in asked]
    return (*asked[: most - 1], Question.ROLE)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the goal depends on. `level` None unknown; `target` None not set; `cold` no contact within the cadence."""

    level: int | None
    target: int | None
    cold: bool
    stale: bool
    over_claimed: bool


def goal(standing: Standing) -> Goal:
    """The one thing a visit can move: opposition first, then ignorance, silence, proof, and only then height."""
    if standing.level == -1:
        return Goal.SETTLE
    if standing.level is None:
        return Goal.LEARN
    if standing.cold:
        return Goal.RENEW
    if standing.stale or standing.over_claimed:
        return Goal.PROVE
    return Goal.RAISE if standing.target is not None and standing.target > standing.level else Goal.KEEP
