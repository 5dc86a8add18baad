"""The four elements, for us and for the best rival (domain.md §11.2)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from shapan.opportunities.terms import Advice, Element, Orientation, Veto

# Percent, in the order relationship, solution, delivery, commerce.
WEIGHTS = {
    Orientation.BALANCED: (35, 25, 20, 20),
    Orientation.RELATIONSHIP: (45, 20, 15, 20),
    Orientation.TECHNOLOGY: (20, 45, 20, 15),
    Orientation.PRICE: (20, 20, 15, 45),
}


@dataclass(frozen=True, slots=True)
class BidPolicy:
    """Bid from these on; conditional from the lower pair on, with recovery actions."""

    absolute: float = 60.0
    relative: float = -5.0
    conditional_absolute: float = 45.0
    conditional_relative: float = -15.0


DEFAULT = BidPolicy()


@dataclass(frozen=True, slots=True)
class Scored:
    """One element: points 0..10 of ours and of the best rival, None while unknown; what each adds to the readings."""

    element: Element
    weight: int
    ours: float | None
    rival: float | None
    absolute: float | None
    relative: float | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Absolute 0..100 and relative -100..100, None while an element is unknown; `unknown` says which of whom.

    The advice is None while it cannot be given; a veto gives it whatever else is known.
    """

    absolute: float | None
    relative: float | None
    advice: Advice | None
    parts: tuple[Scored, ...]
    vetoes: tuple[Veto, ...]
    unknown: tuple[Element, ...]


def standing(
    ours: Mapping[Element, float],
    rival: Mapping[Element, float],
    orientation: Orientation = Orientation.BALANCED,
    vetoes: Collection[Veto] = (),
    policy: BidPolicy = DEFAULT,
) -> Standing:
    parts = tuple(
        _scored(element, weight, ours.get(element), rival.get(element))
        for element, weight in zip(Element, WEIGHTS[orientation], strict=True)
    )
    absolute = _whole([part.absolute for part in parts])
    relative = _whole([part.relative for part in parts])
    unknown = tuple(part.element for part in parts if part.relative is None)
    held = tuple(veto for veto in Veto if veto in vetoes)
    return Standing(absolute, relative, _advice(absolute, relative, held, policy), parts, held, unknown)


def relationship_anchor(support_index: float | None) -> float | None:
    """Points of the relationship from the support index of the house; unknown while that is."""
    return None if support_index is None else 10 * min(1.0, max(0.0, (support_index + 0.1) / 0.8))


def _scored(element: Element, weight: int, ours: float | None, rival: float | None) -> Scored:
    absolute = None if ours is None else weight * ours / 10
    relative = None if ours is None or rival is None else weight * (ours - rival) / 10
    return Scored(element, weight, ours, rival, absolute, relative)


def _whole(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _advice(
    absolute: float | None, relative: float | None, vetoes: tuple[Veto, ...], policy: BidPolicy
) -> Advice | None:
    """The worse of the two readings decides; one that is bad enough decides alone."""
    too_weak = absolute is not None and absolute < policy.conditional_absolute
    too_far_behind = relative is not None and relative < policy.conditional_relative
    if vetoes or too_weak or too_far_behind:
        return Advice.NO_BID
    if absolute is None or relative is None:
        return None
    clear = absolute >= policy.absolute and relative >= policy.relative
    return Advice.BID if clear else Advice.CONDITIONAL
