"""A customer's organisation as geometry: one card a post, bosses above, lines between them, a tray beside.

Cards are all of one size. Where more than a few of a boss's people have nobody beneath them, they hang in a stack below
the boss, so that a boss of sixty stays readable. Lengths are SVG user units, y downward.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from shapan.insight.drawing.tree import tidy
from shapan.kernel.trees import upper_first


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of the table. More than `abreast` people without people of their own are stacked."""

    width: int = 172
    height: int = 78
    gap: int = 20
    drop: int = 46
    row_gap: int = 12
    abreast: int = 2
    one_column: int = 6
    margin: int = 24
    corner: int = 6

    @property
    def row(self) -> int:
        return self.height + self.drop

    @property
    def stacked_row(self) -> int:
        return self.height + self.row_gap

    @property
    def column(self) -> int:
        return self.width + self.gap


FRAME = Frame()
NARROWER = Frame(abreast=1)  # two of a boss's people hang below each other, too
BROAD = 2400
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """From a boss to somebody who reports there."""

    above: str
    below: str
    path: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The upper left corner of every card shown, the lines, the tray, and for each folded boss who is not shown."""

    places: dict[str, Place]
    lines: tuple[Line, ...]
    tray: tuple[int, int, int, int] | None
    folded: dict[str, tuple[str, ...]]
    bosses: Mapping[str, tuple[str, ...]]
    width: int
    height: int


def lay_out(
    posts: Sequence[tuple[str, str | None]],
    *,
    tray: Sequence[str] = (),
    folded: Collection[str] = (),
    frame: Frame = FRAME,
) -> Layout:
    """Place posts, given as (key, the key it reports to), in the order given; those of the tray stand in a box beside.

    A post whose boss is not among them stands at the top. Where posts report to each other in a circle, it is cut.
    """
    below = _children(posts)
    hidden = {key: tuple(_beneath(key, below)) for key in folded if below.get(key)}
    places, width, height = _forest(below, set(hidden), frame)
    lines = tuple(Line(above, key, path) for above, key, path in _lines(below, places, set(hidden), frame))
    box = None
    if tray:
        box = _tray(tray, places, width, height, frame)
        width, height = box[0] + box[2], max(height, box[1] + box[3])
    shown = {key: tuple(kept) for key, kept in below.items() if key is not None and kept and key in places}
    return Layout(places, lines, box, hidden, shown, width + frame.margin, height + frame.margin)


def _children(posts: Sequence[tuple[str, str | None]]) -> dict[str | None, list[str]]:
    """Who reports to whom, in order; the roots report to None."""
    above = dict(posts)
    _order, circular = upper_first(above, above.get)
    for key in circular:
        above[key] = None
    below: dict[str | None, list[str]] = {None: []}
    for key, boss in above.items():
        below.setdefault(boss if boss in above else None, []).append(key)
    return below


def _beneath(key: str, below: Mapping[str | None, list[str]]) -> list[str]:
    found, waiting = [], list(reversed(below.get(key, ())))
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting.extend(reversed(below.get(one, ())))
    return found


def _open(key: str | None, below: Mapping[str | None, list[str]], folded: Collection[str]) -> Sequence[str]:
    return () if key in folded else below.get(key, ())


def _forest(
    below: Mapping[str | None, list[str]], folded: Collection[str], frame: Frame
) -> tuple[dict[str, Place], int, int]:
    """Every card shown. A stack is given to the tree as a chain of boxes, one for each row of cards it reaches into."""
    nodes: list[list[int]] = []
    widths: list[int] = []
    cards: list[tuple[int, int, Sequence[str]]] = []  # node, row, the card or the stack of cards that starts there

    def box(row: int, width: int, keys: Sequence[str]) -> int:
        nodes.append([])
        widths.append(width)
        if keys:
            cards.append((len(nodes) - 1, row, keys))
        return len(nodes) - 1

    roots: list[int] = []
    waiting: list[tuple[str | None, int, list[int]]] = [(None, 0, roots)]
    while waiting:
        boss, row, hung = waiting.pop()
        single, stack = _stacked(boss, below, folded, frame)
        for key in single:
            hung.append(box(row, frame.width, (key,)))
            waiting.append((key, row + 1, nodes[hung[-1]]))
        if stack:
            columns = _columns(len(stack), frame)
            rows = -(-len(stack) // columns)
            reach = -(-(rows * frame.stacked_row) // frame.row)
            hung.append(box(row, columns * frame.column, stack))
            last = hung[-1]
            for step in range(1, reach):
                nodes[last].append(box(row + step, columns * frame.column, ()))
                last = nodes[last][0]
    middles = tidy(nodes, widths, roots, frame.gap)
    places: dict[str, Place] = {}
    for node, row, keys in cards:
        left, top = round(middles[node] - widths[node] / 2) + frame.margin, row * frame.row + frame.margin
        places |= {keys[0]: (left, top)} if len(keys) == 1 else _stack(keys, left, top, frame)
    width = max((x + frame.width for x, _y in places.values()), default=frame.margin)
    height = max((y + frame.height for _x, y in places.values()), default=frame.margin)
    return places, width, height


def _stacked(
    boss: str | None, below: Mapping[str | None, list[str]], folded: Collection[str], frame: Frame
) -> tuple[list[str], list[str]]:
    """A boss's people side by side, and those without people of their own who hang in a stack instead. Whoever is
    folded keeps the place, so that folding moves nobody about, unless there are many.
    """
    keys = _open(boss, below, folded)
    shut = {key for key in keys if key in folded}
    alone = [key for key in keys if not below.get(key) or (key in shut and len(shut) > frame.one_column)]
    if len(alone) <= frame.abreast:
        return list(keys), []
    stacked = set(alone)
    return [key for key in keys if key not in stacked], alone


def _columns(many: int, frame: Frame) -> int:
    """One column for a few; for many, as many as make the stack about as wide as it is high."""
    return 1 if many <= frame.one_column else max(2, round(math.sqrt(many * frame.stacked_row / frame.column)))


def _stack(keys: Sequence[str], left: int, top: int, frame: Frame) -> dict[str, Place]:
    columns = _columns(len(keys), frame)
    rows = -(-len(keys) // columns)
    return {
        key: (left + frame.gap + (n // rows) * frame.column, top + (n % rows) * frame.stacked_row)
        for n, key in enumerate(keys)
    }


def _lines(below, places: Mapping[str, Place], folded: Collection[str], frame: Frame):
    """Rounded elbows: down from the boss and onto a card's head, or along a rail to the side of a stacked card."""
    for boss in [key for key in below if key is not None and key in places]:
        single, stack = _stacked(boss, below, folded, frame)
        x, y = places[boss][0] + frame.width // 2, places[boss][1] + frame.height
        for key in single:
            yield boss, key, _elbow(x, y, places[key][0] + frame.width // 2, places[key][1], frame)
        for key in stack:
            yield boss, key, _rail(x, y, places[key][0], places[key][1] + frame.height // 2, frame)


def _elbow(x: int, y: int, to_x: int, to_y: int, frame: Frame) -> str:
    half, across = frame.drop // 2, to_x - x
    bend = min(frame.corner, abs(across) // 2)
    if bend < 2:  # noqa: PLR2004 -- a corner that nobody would see
        return f"M{x} {y}V{to_y}"
    side = bend if across > 0 else -bend
    return f"M{x} {y}v{half - bend}q0 {bend} {side} {bend}h{across - 2 * side}q{side} 0 {side} {bend}V{to_y}"


def _rail(x: int, y: int, to_x: int, to_y: int, frame: Frame) -> str:
    """Down to the level between the rows, across to the rail left of the card, down it, and into the card."""
    rail, half, bend = to_x - frame.gap // 2, frame.drop // 2, frame.corner
    across = rail - x
    if abs(across) < 2 * bend:
        return f"M{x} {y}v{half}H{rail}V{to_y - bend}q0 {bend} {bend} {bend}H{to_x}"
    side = bend if across > 0 else -bend
    return (
        f"M{x} {y}v{half - bend}q0 {bend} {side} {bend}h{across - 2 * side}q{side} 0 {side} {bend}"
        f"V{to_y - bend}q0 {bend} {bend} {bend}H{to_x}"
    )


def _tray(
    keys: Sequence[str], places: dict[str, Place], width: int, height: int, frame: Frame
) -> tuple[int, int, int, int]:
    """A box right of the tree, about as high as the tree, for those who have no place in it; returns the box."""
    rows = max(4, (height - 2 * frame.margin) // frame.stacked_row, math.isqrt(len(keys)) * 2)
    rows = min(rows, len(keys))
    columns = -(-len(keys) // rows)
    left, top, head = width + 2 * frame.gap if places else frame.margin, frame.margin, 34
    for n, key in enumerate(keys):
        places[key] = (
            left + frame.gap + (n // rows) * frame.column,
            top + head + (n % rows) * frame.stacked_row,
        )
    return left, top, columns * frame.column + frame.gap, head + rows * frame.stacked_row + frame.row_gap // 2
