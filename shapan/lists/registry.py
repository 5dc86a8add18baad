"""The lists there are: each names itself, so that views of it can be kept and its rows leave it in the journal."""

from collections.abc import Callable
from dataclasses import dataclass

PAGES: dict[str, str] = {}
KEPT = ("q", "role", "tier", "mine", "sort", "cols", "join", "col", "op", "val")  # what a kept view may say


def register(page: str, url_name: str) -> None:
    PAGES[page] = url_name


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that is done to several rows at once, and taken back as one.

    `form(data)` asks what is needed. `carry_out(actor=…, ids=…, today=…, **told)` does it for all rows or refuses, and
    returns as JSON what `take_back(actor=…, told=…, today=…)` needs; that refuses when something has changed since.
    `names(ids, actor=…, today=…)` names the rows the actor may see.
    """

    page: str
    name: str
    label: object  # lazy
    form: Callable
    carry_out: Callable
    take_back: Callable
    names: Callable


ACTS: dict[str, Act] = {}


def offer(act: Act) -> None:
    ACTS[act.name] = act


def acts_on(page: str) -> list[Act]:
    return [act for act in ACTS.values() if act.page == page]
