"""Views that were kept; conditions as the database takes them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from shapan.lists import policies, registry
from shapan.lists.rules.conditions import Askable, Condition, Conditions, Kind
from shapan.lists.terms import Op

Path = str | Callable[[Condition], Q]
LOOKUPS = {Op.CONTAINS: "__icontains", Op.IS: "", Op.IS_NOT: "", Op.AT_LEAST: "__gte", Op.AT_MOST: "__lte"}


@dataclass(frozen=True, slots=True)
class Kept:
    id: int
    name: str
    query: str


def views(*, actor, page: str) -> list[Kept]:
    """The actor's own views of this list, by name."""
    rows = policies.views_of(actor).filter(page=page).order_by("name").values_list("pk", "name", "query")
    return [Kept(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Done:
    id: int
    label: object
    page: str
    rows: int
    done_on: date


def acts_done(*, actor, page: str, today: date) -> list[Done]:
    """What the actor did to several rows of this list today, the latest first."""
    names = [act.name for act in registry.acts_on(page)]
    rows = policies.acts_of(actor).filter(name__in=names, done_on=today).order_by("-pk")[:3]
    return [_done(row) for row in rows]


def act_done(*, actor, act_id: int) -> Done | None:
    row = policies.acts_of(actor).filter(pk=act_id, name__in=registry.ACTS).first()
    return _done(row) if row else None


def _done(row) -> Done:
    act = registry.ACTS[row.name]
    return Done(row.pk, act.label, act.page, row.rows, row.done_on)


def matching(conditions: Conditions, columns: Mapping[str, Askable], paths: Mapping[str, Path]) -> Q:
    """The conditions over a list whose columns lie at these paths. What was not understood matches nothing."""
    if not conditions.understood:
        return Q(pk__in=[])
    every = Q()
    for group in conditions.groups:
        any_of = Q(pk__in=[])
        for condition in group:
            any_of |= _one(condition, columns[condition.column], paths[condition.column])
        every &= any_of
    return every


def _one(condition: Condition, about: Askable, path: Path) -> Q:
    if callable(path):
        return path(condition)
    if condition.op in {Op.EMPTY, Op.FILLED}:
        empty = Q(**{f"{path}__isnull": True})
        if about.kind in {Kind.TEXT, Kind.CHOICE}:
            empty |= Q(**{path: ""})
        return empty if condition.op is Op.EMPTY else ~empty
    found = Q(**{f"{path}{LOOKUPS[condition.op]}": condition.value})
    return ~found if condition.op is Op.IS_NOT else found
