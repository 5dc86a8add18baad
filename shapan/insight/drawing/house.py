"""The relationship house as geometry: roof, pillars, foundation (method 8; sketch: house.png).

All lengths are SVG user units, y downward. The same house is laid out twice: wide for desks and paper, narrow for a
phone, where names stand alone and the foundation wraps.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shapan.insight.drawing import text

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of one layout."""

    width: float
    margin: float
    axis: float
    roof: float
    step: float
    slot: float
    tile_height: float
    tiles_a_row: int
    name_size: float
    note_size: float
    notes: int
    most_pillars: int = 10

    @property
    def inner(self) -> float:
        return self.width - 2 * self.margin


WIDE = Frame(760, 22, 26, 118, 56, 92, 50, 10, 13, 11, 2)
NARROW = Frame(372, 6, 16, 86, 42, 44, 46, 5, 12, 10, 0, most_pillars=8)


@dataclass(frozen=True, slots=True)
class PillarIn:
    """What a pillar shows. `level` and `target` None: unknown, not set. `share` is its part of all decision weight."""

    key: str
    name: str
    note: str
    role: str
    level: int | None
    claimed: int | None
    share: float
    cold: bool = False
    stale: bool = False
    target: int | None = None
    rival: int | None = None
    contact: str = ""
    warmth: str = ""


@dataclass(frozen=True, slots=True)
class TileIn:
    """One department: people known there and how many count as covered."""

    key: str
    name: str
    people: int
    covered: int


@dataclass(frozen=True, slots=True)
class SegmentIn:
    """One quarter of the roof: 0..1, None when nobody has read it."""

    key: str
    name: str
    share: float | None


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pillar:
    """One pillar placed. `fill` is None for an unknown level; `hope` the part claimed above the evidence."""

    given: PillarIn
    hit: Box
    frame: Box
    fill: Box | None
    hope: Box | None
    middle: float
    role: tuple[float, float]
    number: tuple[float, float]
    target: tuple[float, float, float] | None
    rival: Points | None
    warning: tuple[float, float] | None
    names: tuple[tuple[float, str], ...]
    note: tuple[float, str]


@dataclass(frozen=True, slots=True)
class Tile:
    given: TileIn
    box: Box
    fill: Box
    name: tuple[float, float, str]
    figure: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Segment:
    given: SegmentIn
    outline: Points
    fill: Points
    name: tuple[float, float]
    figure: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything placed, and the height it takes."""

    frame: Frame
    height: float
    roof: Points
    apex: tuple[float, float]
    segments: tuple[Segment, ...]
    levels: tuple[tuple[int, float], ...]
    ground: float
    pillars: tuple[Pillar, ...]
    left_out: int
    tiles: tuple[Tile, ...]
    caption: tuple[float, float] = field(default=(0.0, 0.0))


def draw(
    pillars: Sequence[PillarIn], tiles: Sequence[TileIn], segments: Sequence[SegmentIn], *, top: int, frame: Frame
) -> Drawing:
    """Lay a house out. `top` is the highest level of the scale (3, or 4 where it is switched on)."""
    eaves = 12 + frame.roof
    ceiling = eaves + 26
    ground = ceiling + top * frame.step
    floor = ground + 0.72 * frame.step
    shown = list(pillars)[: frame.most_pillars]
    placed = _pillars(shown, frame, (ceiling, ground, floor))
    names_end = floor + 2 * frame.name_size + frame.notes * (frame.note_size + 3) + 14
    laid, end = _tiles(tiles, frame, names_end)
    left, right = frame.margin + frame.axis / 2, frame.width - frame.margin
    return Drawing(
        frame=frame,
        height=end + 30,
        roof=((left, eaves), ((left + right) / 2, 12), (right, eaves)),
        apex=((left + right) / 2, 12 + frame.roof * 0.46),
        segments=_segments(segments, (left, right), (12, eaves), frame),
        levels=tuple((level, ground - level * frame.step) for level in range(top, -1, -1)),
        ground=ground,
        pillars=placed,
        left_out=len(pillars) - len(shown),
        tiles=laid,
        caption=(frame.width / 2, end + 20),
    )


def _segments(given, sides, heights, frame) -> tuple[Segment, ...]:
    """Quarters of the triangle, each filled to its share of its own height, so that the area says what it means."""
    (left, right), (peak, eaves) = sides, heights
    middle, quarter = (left + right) / 2, (right - left) / 4

    def rise(x: float) -> float:
        return (eaves - peak) * (1 - abs(x - middle) / (middle - left))

    rows = []
    for n, segment in enumerate(given):
        x0, x1 = left + n * quarter, left + (n + 1) * quarter
        share = segment.share or 0.0
        label = x0 + quarter * (0.62 if n == 0 else 0.38 if n == len(given) - 1 else 0.5)
        rows.append(
            Segment(
                segment,
                ((x0, eaves), (x0, eaves - rise(x0)), (x1, eaves - rise(x1)), (x1, eaves)),
                ((x0, eaves), (x0, eaves - share * rise(x0)), (x1, eaves - share * rise(x1)), (x1, eaves)),
                (label, eaves - 8 - frame.note_size * 1.25),
                (label, eaves - 8),
            )
        )
    return tuple(rows)


def _pillars(given: Sequence[PillarIn], frame: Frame, heights) -> tuple[Pillar, ...]:
    if not given:
        return ()
    room = frame.width - 2 * frame.margin - frame.axis
    slot = room / len(given)
    pitch = min(slot, frame.slot * 1.6)
    start = frame.margin + frame.axis + (room - pitch * len(given)) / 2
    heaviest = max(pillar.share for pillar in given) or 1.0
    return tuple(
        _pillar(pillar, (start + n * pitch, pitch), heaviest, frame, heights) for n, pillar in enumerate(given)
    )


def _pillar(given: PillarIn, place: tuple[float, float], heaviest: float, frame: Frame, heights) -> Pillar:
    """Width says decision weight, height says level; what is only hoped is drawn above what is confirmed."""
    (x, pitch), (ceiling, ground, floor) = place, heights
    broad = max(0.24, given.share / heaviest) * min(pitch * 0.84, frame.slot * 0.84)
    middle, left = x + pitch / 2, x + pitch / 2 - broad / 2
    claimed = given.claimed if given.claimed is not None else -1
    over = given.claimed is not None and (given.level is None or given.claimed > given.level)
    base = max(given.level or 0, 0)
    line = None if given.target is None else ground - given.target * frame.step
    names = text.lines(given.name, pitch - 4, frame.name_size)
    first = floor + frame.name_size + 4
    return Pillar(
        given=given,
        hit=Box(x, ceiling - 22, pitch, floor - ceiling + 30 + frame.name_size + frame.notes * (frame.note_size + 3)),
        frame=Box(left, ceiling, broad, floor - ceiling),
        fill=_fill(given.level, (left, broad), (ground, floor), frame.step),
        hope=Box(left, ground - claimed * frame.step, broad, (claimed - base) * frame.step)
        if over and claimed > base
        else None,
        middle=middle,
        role=(middle, ceiling - 7),
        number=(middle, _number(given.level, ground, frame.step)),
        target=None if line is None else (left - 5, left + broad + 5, line),
        rival=_diamond(left + broad + 8, ground - given.rival * frame.step) if given.rival is not None else None,
        warning=(middle + 14, ceiling - 7) if over else None,
        names=tuple((first + n * (frame.name_size + 2), row) for n, row in enumerate(names)),
        note=(
            first + len(names) * (frame.name_size + 2) - (frame.name_size - frame.note_size),
            text.fit(given.note, pitch - 4, frame.note_size),
        ),
    )


def _fill(level: int | None, across, heights, step: float) -> Box | None:
    (left, broad), (ground, floor) = across, heights
    if level is None:
        return None
    if level < 0:
        return Box(left, ground, broad, floor - ground)
    return Box(left, ground - level * step, broad, level * step) if level else Box(left, ground - 4, broad, 8)


def _number(level: int | None, ground: float, step: float) -> float:
    """Inside the pillar where it has a body; above the ground for those who have none or stand against us."""
    if level is None:
        return ground - step * 0.5
    return ground - 10 if level > 0 else ground - 8


def _diamond(x: float, y: float, size: float = 5.5) -> Points:
    return ((x, y - size), (x + size, y), (x, y + size), (x - size, y))


def _tiles(given: Sequence[TileIn], frame: Frame, top: float) -> tuple[tuple[Tile, ...], float]:
    """Rows of departments under the pillars; returns where the foundation ends."""
    if not given:
        return (), top + frame.tile_height
    rows = -(-len(given) // frame.tiles_a_row)
    a_row = -(-len(given) // rows)
    room = frame.width - 2 * frame.margin - frame.axis / 2
    broad, high = room / a_row, frame.tile_height
    laid = []
    for n, tile in enumerate(given):
        x = frame.margin + frame.axis / 2 + (n % a_row) * broad
        y = top + (n // a_row) * (high + 3)
        box = Box(x + 1.5, y, broad - 3, high)
        share = tile.covered / tile.people if tile.people else 0.0
        name = text.fit(tile.name, broad - 8, frame.note_size)
        laid.append(
            Tile(
                tile,
                box,
                Box(box.x, y + high * (1 - share), box.width, high * share),
                (x + broad / 2, y + high * 0.42, name),
                (x + broad / 2, y + high * 0.8),
            )
        )
    return tuple(laid), top + rows * (high + 3)
