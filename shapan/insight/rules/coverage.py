"""Who of us is in touch with whom of them, and where nobody is (domain.md §8.3, §8.4). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shapan.interactions.rules import state, warmth
from shapan.interactions.terms import Warmth

ALIVE = frozenset({Warmth.WARM, Warmth.COOLING})
BEST = (Warmth.WARM, Warmth.COOLING, Warmth.COLD, Warmth.DORMANT, Warmth.NEVER)


@dataclass(frozen=True, slots=True)
class Theirs:
    """One of their people: the group asked for, the part of all decision weight, how often to meet."""

    person_id: int
    group: str
    share: float
    cadence: int


@dataclass(frozen=True, slots=True)
class Met:
    """One of theirs and one of ours: how alive it is, and the days since."""

    state: Warmth
    days: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One of their people with a cell for each of ours; a hole when none of these is warm or cooling."""

    theirs: Theirs
    cells: tuple[Met, ...]

    @property
    def is_hole(self) -> bool:
        return not any(cell.state in ALIVE for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Group:
    """A seat class or a department: its people, and for each of ours how many of them are alive."""

    name: str
    rows: tuple[Row, ...]
    alive: tuple[int, ...]

    @property
    def holes(self) -> int:
        return sum(row.is_hole for row in self.rows)

    @property
    def is_hole(self) -> bool:
        """Nobody of ours is in touch with anybody there."""
        return self.holes == len(self.rows)


def matrix(theirs: Sequence[Theirs], ours: Sequence[int], days: Mapping[tuple[int, int], int]) -> tuple[Group, ...]:
    """The groups in the order in which they first appear; within each, the weightiest first."""
    grouped: dict[str, list[Row]] = {}
    for one in theirs:
        cells = tuple(_met(days.get((one.person_id, colleague)), one.cadence) for colleague in ours)
        grouped.setdefault(one.group, []).append(Row(one, cells))
    return tuple(
        Group(
            name,
            tuple(sorted(rows, key=lambda row: -row.theirs.share)),
            tuple(sum(row.cells[n].state in ALIVE for row in rows) for n in range(len(ours))),
        )
        for name, rows in grouped.items()
    )


def _met(days: int | None, cadence: int) -> Met:
    return Met(state(None if days is None else warmth(days, cadence)), days)


def first_hole(groups: Sequence[Group]) -> Row | None:
    """Where to begin: the weightiest person of the decision whom nobody keeps warm; None when there is none."""
    holes = [row for group in groups for row in group.rows if row.is_hole and row.theirs.share > 0]
    return max(holes, key=lambda row: row.theirs.share, default=None)


def best_placed(row: Row, ours: Sequence[int]) -> int | None:
    """Who of us met the person last; None when nobody ever did."""
    met = [(cell.days, colleague) for cell, colleague in zip(row.cells, ours, strict=True) if cell.days is not None]
    return min(met)[1] if met else None
