"""From evidence to a level (domain.md §2.1, §2.2).

A level holds when at least three of the four criteria have verified evidence at that level or above and no criterion
that has evidence stands more than one level below. Verified opposition in the last 180 days forces -1 until a manager
records that it was settled. Without enough valid evidence the level is unknown, which is not zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from shapan.relationships.rules.policy import DEFAULT, HousePolicy
from shapan.relationships.terms import Criterion, LevelState

OPPOSED = -1


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence as the rule sees it: `days` since it was observed; `settled` when a manager has recorded,
    after it, that the opposition it shows is over.
    """

    id: int
    criterion: Criterion
    level: int
    days: int
    verified: bool
    settled: bool = False


@dataclass(frozen=True, slots=True)
class LevelReading:
    """A level with what it rests on. `columns` is the best level in each criterion; `resting_on` the evidence ids."""

    level: int | None
    state: LevelState
    columns: dict[Criterion, int | None]
    resting_on: tuple[int, ...]


def days_left(evidence: Evidence, policy: HousePolicy = DEFAULT) -> int:
    """Days until this piece expires; negative once it has."""
    return policy.evidence_days[evidence.criterion] - evidence.days


def level(evidence: Sequence[Evidence], policy: HousePolicy = DEFAULT) -> LevelReading:
    """The evidenced level: from valid evidence; failing that, from evidence expired less than the grace period ago,
    marked stale; failing that, unknown.
    """
    if not evidence:
        return NOTHING
    for grace, state in ((0, LevelState.EVIDENCED), (policy.stale_grace_days, LevelState.STALE)):
        against = [e for e in evidence if _opposes(e, grace, policy)]
        if against:
            return LevelReading(OPPOSED, state, _columns(against), tuple(e.id for e in against))
        counted = [e for e in evidence if e.verified and e.level > OPPOSED and days_left(e, policy) + grace >= 0]
        columns = _columns(counted)
        reached = _highest(columns, policy)
        if reached is not None:
            return LevelReading(reached, state, columns, tuple(e.id for e in counted))
    return LevelReading(None, LevelState.UNKNOWN, _columns([]), ())


NOTHING = LevelReading(None, LevelState.UNKNOWN, dict.fromkeys(Criterion), ())


def _opposes(e: Evidence, grace: int, policy: HousePolicy) -> bool:
    return e.verified and e.level == OPPOSED and not e.settled and e.days <= policy.opposition_days + grace


def _columns(evidence: Sequence[Evidence]) -> dict[Criterion, int | None]:
    best: dict[Criterion, int | None] = dict.fromkeys(Criterion)
    for e in evidence:
        known = best[e.criterion]
        best[e.criterion] = e.level if known is None else max(known, e.level)
    return best


def _highest(columns: dict[Criterion, int | None], policy: HousePolicy) -> int | None:
    """An empty criterion is unknown: it neither supports a level nor speaks against it."""
    known = [value for value in columns.values() if value is not None]
    for candidate in range(policy.top_level, OPPOSED, -1):
        at_or_above = sum(value >= candidate for value in known)
        if at_or_above >= policy.criteria_needed and min(known) >= candidate - 1:
            return candidate
    return None


def is_over_claimed(claimed: int | None, evidenced: int | None) -> bool:
    """Whether the support that is hoped for stands above what is confirmed. Doubt is no over-claim."""
    return claimed is not None and claimed >= 1 and (evidenced is None or claimed > evidenced)
