"""Columns of the lists: how a row is drawn in each, and what an export says there.

Cells are written here and not in templates: a list has hundreds, and choosing between columns in a template costs more
than drawing them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True)
class Column:
    """`html(row)` is drawn, `plain(row)` exported. `usual`: shown unless a person chooses otherwise."""

    label: object  # lazy
    html: Callable
    plain: Callable
    usual: bool = True
    css: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list, drawn: its id, its cells, and whether it may be chosen for what is done to several."""

    id: int
    cells: SafeString
    choosable: bool


def lines(rows: Iterable, columns: Sequence[Column], key: Callable) -> list[Line]:
    drawn = ((row, mark_safe("".join(_cells(row, columns)))) for row in rows)  # noqa: S308 -- cells are escaped
    return [Line(key(row), cells, getattr(row, "editable", False)) for row, cells in drawn]


def plain(rows: Iterable, columns: Sequence[Column]) -> list[list]:
    return [[column.plain(row) for column in columns] for row in rows]


def _cells(row, columns: Sequence[Column]) -> Iterable[str]:
    """The first cell heads its row."""
    first, *others = columns
    yield format_html('<th scope="row">{}</th>', first.html(row))
    for column in others:
        yield format_html('<td class="{}">{}</td>', column.css, column.html(row))
