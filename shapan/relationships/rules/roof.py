"""The organisational relationship: the roof, for strategic customers only (method 8, domain.md §4).

Six indicators of 0..10 points, shown as the method's four segments. A segment nobody has read is unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from shapan.relationships.rules.pillars import band
from shapan.relationships.rules.policy import DEFAULT, HousePolicy
from shapan.relationships.terms import Roof, Segment

# floors falling → points (domain.md §4). AGREEMENT 3 group, 2 region, 1 project frame, 0 none; CRISIS 3 documented,
# 2 talk only, 1 no case, 0 blamed.
BANDS: dict[Roof, tuple[tuple[float, ...], tuple[float, ...]]] = {
    Roof.AGREEMENT: ((3, 2, 1), (10, 7, 4, 0)),
    Roof.EXECUTIVES: ((4, 2, 1), (10, 7, 4, 1)),
    Roof.INNOVATION: ((2, 1), (10, 6, 0)),
    Roof.PLANNING: ((2, 1), (10, 6, 0)),
    Roof.CRISIS: ((3, 2, 1), (10, 5, 3, 0)),
    Roof.ECOSYSTEM: ((3, 2, 1), (10, 8, 5, 0)),
}
MEASURED = frozenset({Roof.EXECUTIVES})
SEGMENT_OF = {
    Roof.EXECUTIVES: Segment.COMMUNICATION,
    Roof.ECOSYSTEM: Segment.MATCHING,
    Roof.INNOVATION: Segment.JOINT,
    Roof.PLANNING: Segment.JOINT,
    Roof.AGREEMENT: Segment.RECOGNITION,
    Roof.CRISIS: Segment.RECOGNITION,
}


@dataclass(frozen=True, slots=True)
class RoofIndicator:
    indicator: Roof
    segment: Segment
    value: float | None
    points: float | None


@dataclass(frozen=True, slots=True)
class RoofReading:
    """`score` 0..100: the mean of the segments known; None when none is, or the roof does not apply to the tier."""

    applies: bool
    score: float | None
    segments: dict[Segment, float | None]
    indicators: tuple[RoofIndicator, ...]


def roof(values: Mapping[Roof, float | None], tier: str, policy: HousePolicy = DEFAULT) -> RoofReading:
    """The four segments as shares 0..1 of their points, and the score."""
    applies = tier in policy.roof_tiers
    indicators = tuple(
        RoofIndicator(which, segment, values.get(which), band(values.get(which), *BANDS[which]))
        for which, segment in SEGMENT_OF.items()
    )
    segments = {segment: _share(indicators, segment) for segment in Segment}
    known = [share for share in segments.values() if share is not None]
    score = 100 * sum(known) / len(known) if applies and known else None
    return RoofReading(applies, score, segments, indicators)


def _share(indicators: tuple[RoofIndicator, ...], segment: Segment) -> float | None:
    points = [i.points for i in indicators if i.segment == segment and i.points is not None]
    return sum(points) / (10 * len(points)) if points else None
