"""What is worth doing first: the support it is expected to bring, weighted by the customer, per hour of effort.

The support index (domain.md §2.5) is taken two weeks from now, once with nothing done and once with each possible step
done today. Chances, hours and weights are ours; every move carries its figures, so that the page can show them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import log10

from shapan.interactions.rules import warmth
from shapan.relationships.rules import pillars
from shapan.relationships.rules.pillars import Held, SeatState
from shapan.relationships.rules.policy import DEFAULT as HOUSE
from shapan.relationships.rules.policy import HousePolicy


class Step(StrEnum):
    """What can be done about a seat next."""

    NAME = "name"
    LEARN = "learn"
    WIN_OVER = "win_over"
    MEET = "meet"
    PROVE = "prove"
    RAISE = "raise"


@dataclass(frozen=True, slots=True)
class Effort:
    """Hours it takes, travel included, and the chance that it brings what it is for."""

    hours: float
    chance: float


@dataclass(frozen=True, slots=True)
class WorthPolicy:
    """`wanted` is the level a seat is raised to where nobody has set a target."""

    horizon_days: int = 14
    efforts: Mapping[Step, Effort] = field(
        default_factory=lambda: {
            Step.NAME: Effort(1.0, 0.2),
            Step.LEARN: Effort(2.0, 0.4),
            Step.MEET: Effort(2.0, 1.0),
            Step.PROVE: Effort(2.0, 0.6),
            Step.RAISE: Effort(4.0, 0.3),
            Step.WIN_OVER: Effort(6.0, 0.25),
        }
    )
    tiers: Mapping[str, float] = field(default_factory=lambda: {"S": 5.0, "A": 4.0, "B": 3.0, "C": 2.0, "D": 1.0})
    untiered: float = 2.0
    wanted: int = 2


DEFAULT = WorthPolicy()
NOBODY = 0  # no person has this id


@dataclass(frozen=True, slots=True)
class Unit:
    """One decision unit as it stands. `cadence`: days, by person; `targets`: levels, by person; `left_alone`: people
    who have asked to be. `open_value`: millions of the reporting currency, None where no deal is known.
    """

    seats: Sequence[SeatState]
    cadence: Mapping[int, int]
    targets: Mapping[int, int] = field(default_factory=dict)
    tier: str = ""
    open_value: float | None = None
    left_alone: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Move:
    """One step for one person, or for a seat nobody is known to hold. `without`, `done` and `failed` are the support
    index at the horizon: with nothing done, with what the step is for, with the effort alone.
    """

    step: Step
    seat: str
    person_id: int | None
    level: int | None
    level_to: int | None
    without: float
    done: float
    failed: float
    effort: Effort
    tier_weight: float
    value_weight: float

    @property
    def gain(self) -> float:
        """Expected change of the support index."""
        return self.effort.chance * self.done + (1.0 - self.effort.chance) * self.failed - self.without

    @property
    def worth(self) -> float:
        """What moves are ranked by: the gain times what the customer weighs, for each hour."""
        return self.gain * self.tier_weight * self.value_weight / self.effort.hours


def moves(unit: Unit, policy: WorthPolicy = DEFAULT, house: HousePolicy = HOUSE) -> list[Move]:
    """Everything that would bring support in this unit, what is worth most first; one move a person or empty seat."""
    required = [seat for seat in unit.seats if seat.required]
    total = 3.0 * sum(seat.weight for seat in required)
    later = [(code, weight, _later(held, unit, policy)) for code, weight, held in _cases(required)]
    now = sum(_points(weight, held, house) for _code, weight, held in later)
    found = []
    for code, weight, held in later:
        step = step_for(held, unit.targets.get(held.person_id, policy.wanted), house)
        if step is None or held.person_id in unit.left_alone:
            continue
        rest = now - _points(weight, held, house)
        met = _met(held, unit, policy)
        aim = _aim(step, met)
        found.append(
            Move(
                step=step,
                seat=code,
                person_id=held.person_id or None,
                level=held.level,
                level_to=aim.level,
                without=now / total,
                done=(rest + _points(weight, aim, house)) / total,
                failed=(rest + _points(weight, met, house)) / total,
                effort=policy.efforts[step],
                tier_weight=policy.tiers.get(unit.tier, policy.untiered),
                value_weight=value_weight(unit.open_value),
            )
        )
    return sorted(
        (move for move in found if move.gain > 0), key=lambda move: (-move.worth, move.seat, move.person_id or 0)
    )


def step_for(held: Held, wanted: int, house: HousePolicy = HOUSE) -> Step | None:
    """What to do next about somebody who will stand like this at the horizon; None when nothing presses."""
    if held.person_id == NOBODY:
        return Step.NAME
    if held.level is None:
        return Step.LEARN
    if held.level <= 0:
        return Step.WIN_OVER
    if held.stale:
        return Step.PROVE
    if held.warmth is None or held.warmth < house.covered_warmth:
        return Step.MEET
    return Step.RAISE if held.level < wanted else None


def value_weight(open_value: float | None) -> float:
    """1 without a known deal; grows with the order of magnitude: 1m 1.3, 9m 2, 99m 3."""
    return 1.0 if open_value is None else 1.0 + log10(1.0 + max(0.0, open_value))


def _cases(required: Sequence[SeatState]) -> list[tuple[str, float, Held]]:
    """(heaviest seat, all the weight carried, who) for each person; and for each seat nobody is known to hold."""
    empty = [(seat.code, seat.weight, Held(NOBODY, level=None, warmth=None)) for seat in required if not seat.holders]
    people: dict[int, tuple[str, float, Held]] = {}
    for one in sorted(pillars.placed(required), key=lambda placed: placed.weight):
        carried = people[one.held.person_id][1] if one.held.person_id in people else 0.0
        people[one.held.person_id] = (one.seat.code, carried + one.weight, one.held)
    return [*people.values(), *empty]


def _later(held: Held, unit: Unit, policy: WorthPolicy) -> Held:
    """Somebody at the horizon when nobody goes there: a half-life takes the same part of whatever there is."""
    if held.warmth is None:
        return held
    return replace(held, warmth=held.warmth * warmth(policy.horizon_days, unit.cadence[held.person_id]) / 100.0)


def _met(held: Held, unit: Unit, policy: WorthPolicy) -> Held:
    """Somebody at the horizon who has been met today. Going nowhere names nobody."""
    if held.person_id == NOBODY:
        return held
    return replace(held, warmth=warmth(policy.horizon_days, unit.cadence[held.person_id]))


def _aim(step: Step, met: Held) -> Held:
    """Somebody for whom the step brought what it is for."""
    if step is Step.MEET:
        return met
    if step is Step.PROVE:
        return replace(met, stale=False)
    if step is Step.NAME:
        return replace(met, level=1, warmth=100.0)
    return replace(met, level=1 if met.level is None else met.level + 1, stale=False)


def _points(weight: float, held: Held, house: HousePolicy) -> float:
    """The part of the support index's numerator that somebody brings."""
    if held.level is None:
        return 0.0
    gated = pillars.gate(held.warmth if held.warmth is not None else 0.0, held.stale, house)
    points: float = pillars.support(weight, held.level, gated)
    return points
