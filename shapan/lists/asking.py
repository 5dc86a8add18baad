"""What a request asks of a list: conditions, columns, and the query string that repeats the question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest

from shapan.lists import queries, registry
from shapan.lists.phrases import OPS
from shapan.lists.queries import Kept
from shapan.lists.rules.conditions import Askable, Conditions, Said, read

PLAIN = ("q", "role", "tier", "mine", "sort")
HEADS = {"name"}  # what a row is called is always shown


@dataclass(frozen=True, slots=True)
class Asked:
    """`query` repeats the question without the place in the list; `columns` are those chosen, in the list's order."""

    page: str
    conditions: Conditions
    columns: tuple[str, ...]
    query: str

    @property
    def rows(self) -> tuple[Said, ...]:
        """The conditions as typed, and a blank line for one more."""
        return (*self.conditions.said, Said("and", "", "", ""))


def asked(request: HttpRequest, page: str, *, columns: Mapping[str, bool], askable: Mapping[str, Askable]) -> Asked:
    """`columns`: every column of the list by name, and whether it is shown unless something else is chosen."""
    given = request.GET
    lines = (given.getlist(key) for key in ("join", "col", "op", "val"))
    conditions = read(list(zip(*lines, strict=False)), askable)
    chosen = set(given.getlist("cols")) & columns.keys()
    shown = tuple(name for name, usual in columns.items() if name in HEADS or (name in chosen if chosen else usual))
    said = [(key, given[key]) for key in PLAIN if given.get(key)]
    if shown != tuple(name for name, usual in columns.items() if usual):
        said += [("cols", name) for name in shown]
    for row in conditions.said:
        said += [("join", row.join), ("col", row.column), ("op", row.op), ("val", row.value)]
    return Asked(page, conditions, shown, urlencode(said))


def tools(
    asked: Asked, *, actor, today: date, labels: Mapping[str, object], askable: Sequence[str], most: Sequence[str]
) -> dict:
    """What lists/tools.html needs: `labels` of all columns, the `askable` ones, and the columns to choose (`most`)."""
    return {
        "asked": asked,
        "labels": labels,
        "askable": [(name, labels[name]) for name in askable],
        "choosable": [(name, labels[name], name in asked.columns) for name in most],
        "ops": [(op.value, word) for op, word in OPS.items()],
        "views": _views(asked, actor),
        "acts": registry.acts_on(asked.page),
        "done": queries.acts_done(actor=actor, page=asked.page, today=today),
    }


def _views(asked: Asked, actor) -> list[tuple[Kept, bool]]:
    return [(view, view.query == asked.query) for view in queries.views(actor=actor, page=asked.page)]
