"""Reads of companies: one, its tree above and below, its departments, names."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shapan.access.terms import Level
from shapan.accounts import policies
from shapan.accounts.models import Account
from shapan.accounts.terms import CompanyRole
from shapan.duplicates.rules.likeness import At, Look
from shapan.foundation.bulk import parts
from shapan.foundation.models import in_force, listed
from shapan.foundation.trees import ids_above, ids_below


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """One company as its header shows it."""

    id: int
    name: str
    parent_id: int | None
    tier: str
    industry: str
    ownership: str
    country: str
    revenue: Decimal | None
    currency: str
    employees: int | None
    founded: int | None
    version: int


@dataclass(frozen=True, slots=True)
class Branch:
    """One company in a tree; `depth` counts from the highest one shown."""

    id: int
    name: str
    tier: str
    depth: int
    here: bool


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    id: int
    name: str
    parent_id: int | None
    relevant: bool


FACTS = tuple(AccountFacts.__slots__)


def account(*, actor, account_id: int, today: date) -> AccountFacts | None:
    """None when there is no such company, or none that this actor may know of."""
    row = policies.accounts_open_to(actor, today).filter(pk=account_id).values_list(*FACTS).first()
    return AccountFacts(*row) if row else None


def roles(*, actor, account_id: int, on: date, today: date) -> list[str]:
    held = policies.roles_open_to(actor, today).filter(in_force(on), account_id=account_id)
    return sorted(held.values_list("role", flat=True))


def family(*, actor, account_id: int, today: date) -> list[Branch]:
    """The companies above this one and those beneath it that the actor may see, depth first."""
    everything = Account
    around = policies.accounts_open_to(actor, today).filter(pk__in=ids_above(everything, [account_id]))
    around |= policies.accounts_open_to(actor, today).filter(pk__in=ids_below(everything, [account_id]))
    rows = {
        pk: (parent, name, tier) for pk, parent, name, tier in around.values_list("pk", "parent_id", "name", "tier")
    }
    children: dict[int | None, list[int]] = {}
    for pk, (parent, _name, _tier) in sorted(rows.items(), key=lambda item: (item[1][1], item[0])):
        children.setdefault(parent if parent in rows else None, []).append(pk)
    return list(_descend(children, rows, None, 0, account_id))


def _descend(children, rows, parent, depth, here):
    stack = [(pk, depth) for pk in reversed(children.get(parent, []))]
    while stack:
        pk, level = stack.pop()
        _parent, name, tier = rows[pk]
        yield Branch(pk, name, tier, level, pk == here)
        stack.extend((child, level + 1) for child in reversed(children.get(pk, [])))


def departments(*, actor, account_id: int, today: date) -> list[DepartmentFacts]:
    found = policies.departments_open_to(actor, today).filter(account_id=account_id).order_by("name")
    return [DepartmentFacts(*row) for row in found.values_list("pk", "name", "parent_id", "relevant")]


def parents_to_choose(*, actor, today: date, most: int = 2000) -> list[tuple[int, str]]:
    """Companies the actor may place another one beneath, by name."""
    return list(policies.accounts_open_to(actor, today).order_by("name", "pk").values_list("pk", "name")[:most])


def accounts_to_edit(*, actor, today: date, most: int = 2000) -> list[tuple[int, str]]:
    """Companies the actor may change, by name."""
    found = policies.accounts_open_to(actor, today, Level.EDIT).order_by("name", "pk")
    return list(found.values_list("pk", "name")[:most])


def competitors(*, actor, today: date) -> dict[int, str]:
    """Competitors the actor may see."""
    held = policies.roles_open_to(actor, today).filter(in_force(today), role=CompanyRole.COMPETITOR)
    return dict(held.values_list("account_id", "account__name"))


def names(ids, *, actor, today: date) -> dict[int, str]:
    return dict(policies.accounts_open_to(actor, today).filter(pk__in=ids).values_list("pk", "name"))


def department_names(ids, *, actor, today: date) -> dict[int, str]:
    return dict(policies.departments_open_to(actor, today).filter(pk__in=ids).values_list("pk", "name"))


def account_named(text: str, *, actor, today: date) -> AccountFacts | None:
    """The one company of that exact name (or number, written as #7) the actor may see; None when none or several."""
    found = policies.accounts_open_to(actor, today)
    found = found.filter(pk=int(text[1:])) if text[:1] == "#" and text[1:].isdigit() else found.filter(name=text)
    rows = found.values_list(*FACTS)[:2]
    return AccountFacts(*rows[0]) if len(rows) == 1 else None


def ids_by_name(account_names, *, actor, today: date) -> dict[str, list[int]]:
    """{name: ids} of companies the actor may see; a name that several bear has several ids."""
    found: dict[str, list[int]] = {}
    for part in parts(account_names):
        rows = policies.accounts_open_to(actor, today).filter(name__in=part).order_by("pk").values_list("name", "pk")
        for name, pk in rows:
            found.setdefault(name, []).append(pk)
    return found


def departments_of(account_ids, *, actor, today: date) -> dict[tuple[int, str], int]:
    """{(account id, name): department id}."""
    found: dict[tuple[int, str], int] = {}
    for part in parts(account_ids):
        rows = policies.departments_open_to(actor, today).filter(account_id__in=part)
        found |= {(account, name): pk for account, name, pk in rows.values_list("account_id", "name", "pk")}
    return found


def looks(ids, *, actor, today: date) -> dict[int, Look]:
    """What is compared of companies the actor may see (see duplicates)."""
    found = policies.accounts_open_to(actor, today).filter(pk__in=listed(ids)).order_by("pk")
    rows = list(found.values_list("pk", "name", "parent_id"))
    parents = names({parent for _pk, _name, parent in rows} - {None}, actor=actor, today=today)
    return {
        pk: Look(
            name,
            companies=(At(parent, parents[parent]),) if parent in parents else (),
            id=pk,
            is_person=False,
        )
        for pk, name, parent in rows
    }
