"""Conditions of a list, as a query string carries them: rows of (join, column, comparison, value). Pure.

Rows joined by "or" stand in one group; a row satisfies the list when in every group at least one condition holds. Only
columns that the list names can be asked about. What is not understood is refused, never left out: a filter that is
silently dropped shows more than was asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from shapan.lists.terms import Op

MOST = 12
LONGEST = 200
LARGEST = Decimal(10) ** 18
BARE = {Op.EMPTY, Op.FILLED}


class Kind(StrEnum):
    """What a column holds, and so how it compares."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    DAY = "day"


COMPARES = {
    Kind.TEXT: {Op.CONTAINS, Op.IS, Op.IS_NOT} | BARE,
    Kind.CHOICE: {Op.IS, Op.IS_NOT} | BARE,
    Kind.NUMBER: {Op.IS, Op.AT_LEAST, Op.AT_MOST} | BARE,
    Kind.DAY: {Op.IS, Op.AT_LEAST, Op.AT_MOST} | BARE,
}


@dataclass(frozen=True, slots=True)
class Askable:
    """A column that may be asked about. `choices`: {what may be typed: what is stored}."""

    kind: Kind
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """One row as it was typed, to be shown again."""

    join: str
    column: str
    op: str
    value: str
    understood: bool = True


@dataclass(frozen=True, slots=True)
class Condition:
    column: str
    op: Op
    value: str | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Conditions:
    """`groups` are joined by and, the conditions of a group by or."""

    groups: tuple[tuple[Condition, ...], ...] = ()
    said: tuple[Said, ...] = ()

    @property
    def understood(self) -> bool:
        return all(row.understood for row in self.said)


def read(rows: Sequence[tuple[str, str, str, str]], columns: Mapping[str, Askable]) -> Conditions:
    """Rows without a column are blank lines of the form."""
    groups: list[list[Condition]] = []
    said: list[Said] = []
    for join, column, op, value in [row for row in rows if row[1]][: MOST + 1]:
        condition = _condition(column, op, value.strip(), columns) if len(said) < MOST else None
        said.append(Said("or" if join == "or" else "and", column, op, value, condition is not None))
        if condition is None:
            continue
        if join == "or" and groups:
            groups[-1].append(condition)
        else:
            groups.append([condition])
    return Conditions(tuple(map(tuple, groups)), tuple(said))


def _condition(column: str, op: str, value: str, columns: Mapping[str, Askable]) -> Condition | None:
    about = columns.get(column)
    if about is None or op not in {known.value for known in COMPARES[about.kind]}:
        return None
    compared = Op(op)
    if compared in BARE:
        return Condition(column, compared, None)
    if not value or len(value) > LONGEST or "\x00" in value:
        return None
    meant = READERS[about.kind](value, about)
    return None if meant is None else Condition(column, compared, meant)


def _choice(value: str, about: Askable) -> str | None:
    return {word.casefold(): stored for word, stored in about.choices.items()}.get(value.casefold())


def _number(value: str, _about: Askable) -> Decimal | None:
    try:
        number = Decimal(value.replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) <= LARGEST else None


def _day(value: str, _about: Askable) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


READERS: dict[Kind, Callable[[str, Askable], str | Decimal | date | None]] = {
    Kind.TEXT: lambda value, _about: value,
    Kind.CHOICE: _choice,
    Kind.NUMBER: _number,
    Kind.DAY: _day,
}
