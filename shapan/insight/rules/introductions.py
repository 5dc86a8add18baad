"""The path of introduction (穿针引线): from us, through people who really know each other, to one we do not reach.

A path is worth the product of the strengths along it; the best simple paths of at most four steps are found exactly.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from shapan.insight.terms import Bond

US = 0  # no person has this id
MOST, STEPS = 3, 4


# Ours: how likely the one will open a door to the other. A mentor's word weighs more than a student's.
STRENGTH = {
    Bond.MENTOR: 0.8,
    Bond.ALLY: 0.7,
    Bond.INFLUENCE: 0.6,
    Bond.STUDENT: 0.5,
    Bond.FORMER_COLLEAGUE: 0.4,
}
OUR_LEVEL = {1: 0.5, 2: 0.75, 3: 0.9, 4: 1.0}


@dataclass(frozen=True, slots=True)
class Tie:
    """`person` can lead to `other`. `says` names the record it rests on, for the page."""

    person: int
    other: int
    bond: Bond
    strength: float
    says: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """The ties from us to the person asked for, in order, and their product."""

    ties: tuple[Tie, ...]
    strength: float

    @property
    def people(self) -> tuple[int, ...]:
        return tuple(tie.other for tie in self.ties)


def our_tie(person: int, level: int | None, gate: float) -> Tie | None:
    """How far a person would go for us: by the evidenced level and what silence leaves of it."""
    if level is None or level < 1 or gate <= 0:
        return None
    return Tie(US, person, Bond.WITH_US, OUR_LEVEL[level] * gate)


def is_reached(level: int | None, warmth: float | None) -> bool:
    """Whether we need nobody to lead us there: a supporter who is warm or cooling."""
    return level is not None and level >= 1 and warmth is not None and warmth >= 50  # noqa: PLR2004 -- domain.md §2.5


def paths(
    ties: Iterable[Tie],
    to: int,
    *,
    never_through: Collection[int] = (),
    at_odds: Collection[frozenset[int]] = (),
    most: int = MOST,
    steps: int = STEPS,
) -> tuple[Path, ...]:
    """The strongest ways to a person, best first.

    Nobody in `never_through` is on the way, nor sought out at the end of it; two people who are `at_odds` do not
    introduce each other, whatever else binds them. To go there ourselves is no introduction.
    """
    if to in never_through:
        return ()
    out = _strongest((tie for tie in ties if (tie.person, tie.other) != (US, to)), never_through, at_odds)
    best = _best_from(out, to, steps)
    waiting: list[tuple[float, int, float, tuple[Tie, ...]]] = [(-best[steps].get(US, 0.0), 0, 0.0, ())]
    found: list[Path] = []
    counted = 0
    while waiting and len(found) < most:
        promise, _n, worth, way = heapq.heappop(waiting)
        if not promise:
            break
        here = way[-1].other if way else US
        if here == to:
            found.append(Path(way, worth))
            continue
        met = {US, *(tie.other for tie in way)}
        left = steps - len(way) - 1
        for tie in out.get(here, {}).values() if left >= 0 else ():
            if tie.other not in met and (hope := best[left].get(tie.other, 0.0)):
                counted += 1
                gone = (worth if way else 1.0) * tie.strength
                heapq.heappush(waiting, (-gone * hope, counted, gone, (*way, tie)))
    return tuple(found)


def _strongest(
    ties: Iterable[Tie], never_through: Collection[int], at_odds: Collection[frozenset[int]]
) -> dict[int, dict[int, Tie]]:
    """For each person the strongest tie to each other one."""
    out: dict[int, dict[int, Tie]] = defaultdict(dict)
    for tie in ties:
        if tie.other in never_through or tie.person in never_through:
            continue
        if frozenset({tie.person, tie.other}) in at_odds:
            continue
        held = out[tie.person].get(tie.other)
        if held is None or tie.strength > held.strength:
            out[tie.person][tie.other] = tie
    return out


def _best_from(out: Mapping[int, Mapping[int, Tie]], to: int, steps: int) -> list[dict[int, float]]:
    """[left][person]: the most a way from the person to the end can be worth in at most `left` steps: never too low."""
    best = [{to: 1.0}]
    for _step in range(steps):
        further = dict(best[-1])
        for person, ties in out.items():
            worth = max((tie.strength * best[-1].get(tie.other, 0.0) for tie in ties.values()), default=0.0)
            if worth > further.get(person, 0.0):
                further[person] = worth
        best.append(further)
    return best
