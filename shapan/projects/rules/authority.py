"""Delegation of authority (domain.md §13.3): which level decides a gate. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from shapan.projects.terms import DecidingLevel, GateKind, ProjectClass

D, R, X = DecidingLevel.DEPARTMENT, DecidingLevel.REGION, DecidingLevel.EXECUTIVE
LEVELS = tuple(DecidingLevel)


@dataclass(frozen=True, slots=True)
class Row:
    """Where every condition that is given holds, at least this level decides. No gate: all gates."""

    level: DecidingLevel
    gate: GateKind | None = None
    project_class: ProjectClass | None = None
    amount_from: Decimal | None = None
    discount_over: Decimal | None = None
    margin_below: Decimal | None = None
    payment_over: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be decided. None is unknown, and what is unknown is never taken for harmless."""

    gate: GateKind
    project_class: ProjectClass | None = None
    amount: Decimal | None = None
    discount: Decimal | None = None
    margin: Decimal | None = None
    payment_days: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """The level, and the rows that ask for it."""

    level: DecidingLevel
    rows: tuple[Row, ...]


A, B = ProjectClass.A, ProjectClass.B
DEFAULT = (
    Row(X, GateKind.ATI, A), Row(R, GateKind.ATI, B), Row(X, GateKind.ATB, A), Row(R, GateKind.ATB, B),
    *(
        row
        for gate in (GateKind.ATC, GateKind.ATAC)
        for row in (
            Row(R, gate, amount_from=Decimal(2_000_000)), Row(X, gate, amount_from=Decimal(10_000_000)),
            Row(R, gate, discount_over=Decimal(20)), Row(X, gate, discount_over=Decimal(30)),
            Row(R, gate, margin_below=Decimal(25)), Row(X, gate, margin_below=Decimal(15)),
            Row(R, gate, payment_over=Decimal(60)),
            # Never concede margin and payment terms at the same time without the top.
            Row(X, gate, margin_below=Decimal(25), payment_over=Decimal(60)),
        )
    ),
    Row(R, GateKind.ATCC, A),
)  # fmt: skip


def deciding(rows: Sequence[Row], asked: Asked) -> Authority:
    """The highest level that any row asks for; the lowest one where none does."""
    holding = [row for row in rows if _holds(row, asked)]
    level = max((row.level for row in holding), key=LEVELS.index, default=D)
    return Authority(level, tuple(row for row in holding if row.level is level))


def place(level: DecidingLevel, above: int) -> int:
    """The place of a level among the heads above the owner, nearest first; a short line ends at its top."""
    return min(LEVELS.index(level), above - 1)


def _holds(row: Row, asked: Asked) -> bool:
    if row.gate is not None and row.gate is not asked.gate:
        return False
    if row.project_class is not None and asked.project_class not in {None, row.project_class}:
        return False
    return (
        _reaches(row.amount_from, asked.amount)
        and _over(row.discount_over, asked.discount)
        and _over(row.payment_over, asked.payment_days)
        and (row.margin_below is None or asked.margin is None or asked.margin < row.margin_below)
    )


def _reaches(floor: Decimal | None, value: Decimal | None) -> bool:
    return floor is None or value is None or value >= floor


def _over(most: Decimal | None, value: Decimal | None) -> bool:
    return most is None or value is None or value > most
