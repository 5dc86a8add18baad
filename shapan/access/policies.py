"""The one function that lists and single objects both go through.

A seat on an account team opens the account; leaders see what the people below them see; the key-account office and
the system see all accounts; nobody else sees anything. The shape is `account IN (uncorrelated subselect)`: on both
databases the only one measured fast for a clerk and for a top manager alike.
"""

from copy import copy
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from shapan.access.models import Grant
from shapan.access.terms import Level
from shapan.foundation.models import Scope, in_force, listed
from shapan.identity import queries as identity
from shapan.identity.terms import Role

SEE_ALL = frozenset({Role.KEY_ACCOUNT_OFFICE, Role.SYSTEM})


class NoActor(RuntimeError):
    """A read without an actor: the code forgot who asks."""


def sees_all_accounts(actor, today: date) -> bool:
    return bool(identity.roles_of(actor, today) & SEE_ALL)


def within_reach(
    queryset: QuerySet, *, actor, today: date, account: str = "account_id", level: Level = Level.VIEW
) -> QuerySet:
    """The part of `queryset` whose account (`account` names the column) this actor may see on that day, or edit."""
    if actor is None:
        raise NoActor("Name the actor.")
    if not actor.is_authenticated or not actor.is_active:
        return queryset.none()
    if sees_all_accounts(actor, today):
        return queryset
    return queryset.filter(**{f"{account}__in": accounts_reached(actor, today, level)})


def accounts_reached(actor, today: date, level: Level = Level.VIEW) -> RawSQL:
    """Ids of the accounts that grants open to the actor: the actor's own, those of people below, those of the units
    around. A subselect, never evaluated here. It does not know of roles that see all: ask `within_reach`.

    A page asks for it dozens of times, and composing it costs more than running it: the actor keeps it as SQL, which
    names the actor and not what the actor sees.
    """
    kept = actor.__dict__.setdefault("reach", {})
    asked = (today, level, actor.unit_id)
    if asked not in kept:
        kept[asked] = RawSQL(*_grants(_principal(actor), today, level).query.sql_with_params())  # noqa: S611 -- by the ORM itself
    return kept[asked]


def near(actor, today: date, account_ids):
    """The actor with the same rights to these accounts, and none to others.

    For reads of rows that hang on few known accounts: somebody who reaches ten thousand need not gather them all in
    every statement. Only what is seen through other accounts than these is left out. Asked of its own answer, it looks
    up only the accounts that it has not met.
    """
    whole, known = actor.__dict__.get("known", (actor, {}))
    if not whole.is_authenticated or not whole.is_active or sees_all_accounts(whole, today):
        return whole
    asked = set(account_ids)
    known = known | _levels(whole, today, asked - known.keys())
    beside = copy(whole)
    reach = {(today, level, whole.unit_id): _listed(known, asked, level) for level in Level}
    beside.__dict__ |= {"known": (whole, known), "reach": reach}
    return beside


def _levels(actor, today: date, account_ids) -> dict[int, set[str]]:
    """By account the levels at which the actor reaches it; none for those out of reach."""
    levels: dict[int, set[str]] = {pk: set() for pk in account_ids}
    if not levels:
        return levels
    found = _grants(_principal(actor), today, Level.VIEW).filter(account_id__in=list(account_ids))
    for account, level in found.values_list("account_id", "level").distinct():
        levels[account].add(level)
    return levels


def _listed(known: dict[int, set[str]], asked: set[int], level: Level) -> RawSQL:
    reached = [pk for pk in asked if (level in known[pk] if level is Level.EDIT else known[pk])]
    return listed(reached) or RawSQL("NULL", [])


def ids_reached(actor, today: date, level: Level = Level.VIEW) -> QuerySet:
    """The same ids, each once, to be read: for who must know how many they are, or which of a few."""
    return _grants(_principal(actor), today, level).values_list("account_id", flat=True).distinct()


def _principal(actor) -> Q:
    """Whose grants open accounts to the actor: the actor's, those of people below, those of the units around."""
    principal = Q(user_id__in=identity.people_led_by(actor))
    return principal | Q(unit_id__in=identity.units_around(actor)) if actor.unit_id else principal


def _grants(principal: Q, today: date, level: Level) -> QuerySet:
    grants = Grant.objects.scope(Scope.POLICY).filter(principal, in_force(today, "since", "until"))
    return (grants.filter(level=Level.EDIT) if level is Level.EDIT else grants).values("account_id")
