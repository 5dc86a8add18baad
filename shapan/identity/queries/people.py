"""Who our people are and who leads whom."""

from dataclasses import dataclass

from shapan.foundation.models import Scope, in_force
from shapan.foundation.trees import Gathered, ids_above
from shapan.identity.models import Post, RoleHolding, Unit, User
from shapan.identity.terms import Role

SYSTEM_USERNAME = "system"


@dataclass(frozen=True, slots=True)
class Colleague:
    id: int
    name: str
    title: str
    unit: str


def system_actor() -> User:
    """The actor of commands and jobs that no person started. It cannot sign in."""
    return User.objects.get(username=SYSTEM_USERNAME)


def user_called(username: str) -> User | None:
    return User.objects.filter(username=username, is_active=True).first()


def user_numbered(pk: int) -> User:
    return User.objects.get(pk=pk)


def people_led_by(actor: User) -> Gathered:
    """Ids of the actor, of everyone posted in units the actor heads or in units beneath them, and of everyone whose
    line of managers leads to any of these. One uncorrelated subselect.
    """
    return Gathered(
        """
        WITH RECURSIVE led(id) AS (
            SELECT unit_id FROM identity_post WHERE holder_id = %s AND heads
            UNION SELECT unit.id FROM identity_unit unit JOIN led ON unit.parent_id = led.id
        ), below(id) AS (
            SELECT CAST(%s AS bigint)
            UNION SELECT holder_id FROM identity_post JOIN led ON unit_id = led.id WHERE holder_id IS NOT NULL
            UNION SELECT person.id FROM identity_user person JOIN led ON person.unit_id = led.id
            UNION SELECT person.id FROM identity_user person JOIN below ON person.manager_id = below.id
        ) SELECT id FROM below
        """,
        [actor.pk, actor.pk],
    )


def units_around(actor: User) -> Gathered:
    """Ids of the units the actor works in and every unit above them: a grant to any of these reaches the actor."""
    return ids_above(Unit, [actor.unit_id] if actor.unit_id else [])


def may_enrol(actor: User, today) -> bool:
    """Administrators, the key-account office and the system add colleagues and change what is known of them."""
    return bool(roles_of(actor, today) & {Role.ADMINISTRATOR, Role.KEY_ACCOUNT_OFFICE, Role.SYSTEM})


def administers(actor: User, today) -> bool:
    """Administrators and the system say who may sign in."""
    return bool(roles_of(actor, today) & {Role.ADMINISTRATOR, Role.SYSTEM})


def heads_above(user_id: int) -> list[int]:
    """Who heads the unit this colleague works in and the units above it, the nearest first; never the colleague."""
    above = dict(Unit.objects.scope(Scope.POLICY).values_list("pk", "parent_id"))
    heads = Post.objects.scope(Scope.POLICY).filter(heads=True, holder__is_active=True).order_by("-pk")
    by_unit = dict(heads.values_list("unit_id", "holder_id"))
    unit = User.objects.filter(pk=user_id).values_list("unit_id", flat=True).first()
    found = []
    while unit is not None:
        found.append(by_unit.get(unit))
        unit = above[unit]
    return [pk for pk in dict.fromkeys(found) if pk not in {None, user_id}]


def leads_anyone(actor: User) -> bool:
    """Whether this person has people below: by heading a unit or by being somebody's manager."""
    return (
        Post.objects.scope(Scope.POLICY).filter(holder=actor, heads=True).exists()
        or User.objects.filter(manager=actor, is_active=True).exists()
    )


def roles_of(actor: User, today) -> frozenset[Role]:
    """The actor's company-wide roles on that day, asked once for each actor object (one object lives one request)."""
    known = actor.__dict__.setdefault("roles_on", {})
    if today not in known:
        held = RoleHolding.objects.scope(Scope.POLICY).filter(in_force(today), user=actor)
        known[today] = frozenset(Role(role) for role in held.values_list("role", flat=True))
    return known[today]


def colleagues(*, ids=None) -> list[Colleague]:
    """Colleagues who still work here, by name; every colleague may know them."""
    found = User.objects.filter(is_active=True).exclude(username=SYSTEM_USERNAME)
    if ids is not None:
        found = found.filter(pk__in=ids)
    rows = found.order_by("name", "pk").values_list("pk", "name", "title", "unit__name")
    return [Colleague(pk, name, title, unit or "") for pk, name, title, unit in rows]


def names(ids) -> dict[int, str]:
    """Names of users, also of those who have left: history keeps its authors."""
    return dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))


def everybody() -> list[tuple[int, str, str]]:
    """(id, name, mail address) of all colleagues, for matching."""
    rows = User.objects.exclude(username=SYSTEM_USERNAME).order_by("-is_active", "pk")
    return list(rows.values_list("pk", "name", "email"))
