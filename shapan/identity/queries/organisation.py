"""Our organisation as its page shows it: units as a tree, and the colleagues in them. Every colleague may know it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q

from shapan.foundation.models import Scope, in_force
from shapan.foundation.trees import ids_below
from shapan.identity.models import Post, RoleHolding, Unit, User
from shapan.identity.queries.people import SYSTEM_USERNAME


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit in the tree, depth first; `people` counts the colleagues directly in it."""

    id: int
    name: str
    depth: int
    people: int


@dataclass(frozen=True, slots=True)
class ColleagueFacts:
    """A colleague, also one who no longer works here."""

    id: int
    username: str
    name: str
    email: str
    title: str
    unit_id: int | None
    unit: str
    manager_id: int | None
    manager: str
    active: bool
    has_password: bool
    version: int
    posts: tuple[str, ...]
    roles: tuple[str, ...]


FACTS = (
    "pk", "username", "name", "email", "title", "unit_id", "unit__name", "manager_id", "manager__name", "is_active",
    "password", "version",
)  # fmt: skip


def units() -> list[UnitFacts]:
    people = dict(User.objects.filter(is_active=True).values_list("unit_id").annotate(Count("pk")))
    children = defaultdict(list)
    for row in Unit.objects.scope(Scope.POLICY).order_by("name", "pk").values_list("pk", "name", "parent_id"):
        children[row[2]].append(row)
    found, stack = [], [(row, 0) for row in reversed(children[None])]
    while stack:
        (pk, name, _parent), depth = stack.pop()
        found.append(UnitFacts(pk, name, depth, people.get(pk, 0)))
        stack.extend((row, depth + 1) for row in reversed(children[pk]))
    return found


def unit_names(ids) -> dict[int, str]:
    return dict(Unit.objects.scope(Scope.POLICY).filter(pk__in=ids).values_list("pk", "name"))


def colleague(user_id: int, *, today) -> ColleagueFacts | None:
    return next(iter(_facts(User.objects.filter(pk=user_id).exclude(username=SYSTEM_USERNAME), today)), None)


def colleagues_in(
    *, today, unit_id: int | None = None, search: str = "", after: tuple[str, int] | None = None, limit: int = 50
) -> list[ColleagueFacts]:
    """Colleagues of a unit and of those beneath it, by name, after the (name, id) of the last row shown."""
    found = User.objects.exclude(username=SYSTEM_USERNAME)
    if unit_id is not None:
        found = found.filter(unit_id__in=ids_below(Unit, [unit_id]))
    if search:
        found = found.filter(Q(name__icontains=search) | Q(username__icontains=search))
    if after:
        name, pk = after
        found = found.filter(Q(name__gt=name) | Q(name=name, pk__gt=pk))
    return _facts(found.order_by("name", "pk")[:limit], today)


def _facts(found, today) -> list[ColleagueFacts]:
    rows = list(found.values_list(*FACTS))
    ids = [row[0] for row in rows]
    posts, roles = defaultdict(list), defaultdict(list)
    held = Post.objects.scope(Scope.POLICY).filter(holder__in=ids).order_by("-heads", "pk")
    for pk, title in held.values_list("holder_id", "title"):
        posts[pk].append(title)
    given = RoleHolding.objects.scope(Scope.POLICY).filter(in_force(today), user__in=ids).order_by("role")
    for pk, role in given.values_list("user_id", "role"):
        roles[pk].append(role)
    return [
        ColleagueFacts(
            *row[:6], row[6] or "", row[7], row[8] or "", row[9], not row[10].startswith("!"), row[11],
            posts=tuple(posts[row[0]]), roles=tuple(roles[row[0]]),
        )
        for row in rows
    ]  # fmt: skip
