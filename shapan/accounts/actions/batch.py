"""Many companies at once, as files bring them: the same checks and the same journal as one at a time."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.access.terms import Level
from shapan.accounts import policies
from shapan.accounts.actions.companies import AccountRefused
from shapan.accounts.actions.likes import note_accounts
from shapan.accounts.models import Account, AccountRole, Department
from shapan.accounts.terms import CompanyRole, Tag
from shapan.foundation import bulk
from shapan.foundation.models import Scope
from shapan.journal import actions as journal
from shapan.kernel.batches import Outcome, Row, Tally
from shapan.kernel.trees import is_beneath_itself
from shapan.search import actions as search

FACTS = ("tier", "industry", "ownership", "country", "revenue", "currency", "employees", "founded")


@dataclass(slots=True, eq=False, kw_only=True)
class AccountRow(Row):
    """One company. `facts` holds what the file says, nothing for what it leaves open; `parent` another row or an id."""

    name: str
    parent: "AccountRow | int | None" = None
    facts: dict[str, object] = field(default_factory=dict)
    roles: tuple[CompanyRole, ...] = ()
    implied: bool = False


@dataclass(slots=True, eq=False, kw_only=True)
class DepartmentRow(Row):
    """One department that a file names."""

    account_id: int
    name: str


@transaction.atomic
def save_accounts(*, actor, rows: list[AccountRow], today: date) -> Tally:
    """Open the new companies and change the known ones. Rows that are refused say so; the others stand."""
    _refuse(actor, rows, today)
    new = [row for row in rows if row.outcome is not Outcome.REJECTED and row.id is None]
    for row, key in zip(new, bulk.reserve(Account, len(new)), strict=True):
        row.id, row.outcome = key, Outcome.CREATED
    _refuse_circles(rows)
    created = [row for row in rows if row.outcome is Outcome.CREATED]
    _insert(created)
    _change([row for row in rows if row.outcome is Outcome.UNCHANGED], today)
    written = [row.id for row in rows if row.outcome in {Outcome.CREATED, Outcome.UPDATED}]
    search.index("company", written)
    note_accounts(written)
    tally = Tally()
    tally.count(row for row in rows if not row.implied)
    tally.implied["accounts"] = sum(row.implied and row.outcome is Outcome.CREATED for row in rows)
    if tally.counts:
        journal.record(actor=actor, tag=Tag.IMPORTED, **{"created": 0, "updated": 0} | tally.counts)
    return tally


@transaction.atomic
def save_departments(*, rows: list[DepartmentRow]) -> None:
    """Departments that other rows name, once each. The caller has checked the right to the accounts."""
    keys = (
        bulk.insert(Department, account=[row.account_id for row in rows], name=[row.name for row in rows])
        if rows
        else []
    )
    for row, key in zip(rows, keys, strict=True):
        row.id, row.outcome = key, Outcome.CREATED


def _refuse(actor, rows: list[AccountRow], today: date) -> None:
    may_open = policies.may_open_accounts(actor, today)
    mine = _editable(actor, [row.id for row in rows if row.id], today)
    for row in rows:
        wrong = bulk.complaint(Account, {"name": row.name, **row.facts})
        if wrong:
            row.refuse(AccountRefused(wrong[1], field=wrong[0]))
        elif row.id is None and not may_open:
            row.refuse(AccountRefused(_("Only the key-account office and sales leaders may add a company.")))
        elif row.id is not None and row.id not in mine:
            row.refuse(AccountRefused(_("You hold no seat on this account team.")))


def _editable(actor, ids: list[int], today: date) -> set[int]:
    found = policies.accounts_open_to(actor, today, Level.EDIT)
    return {pk for part in bulk.parts(ids) for pk in found.filter(pk__in=part).values_list("pk", flat=True)}


def _parent_id(row: AccountRow) -> int | None:
    """None also while the parent's own row was refused: the company then stands where it stood."""
    if isinstance(row.parent, AccountRow):
        return None if row.parent.outcome is Outcome.REJECTED else row.parent.id
    return row.parent


def _refuse_circles(rows: list[AccountRow]) -> None:
    parents = dict(Account.objects.scope(Scope.WRITE).exclude(parent=None).values_list("pk", "parent_id"))
    named = [row for row in rows if row.id and _parent_id(row) is not None and row.outcome is not Outcome.REJECTED]
    for row in named:
        before = parents.get(row.id)
        parents[row.id] = _parent_id(row)
        if is_beneath_itself(row.id, parents):
            parents[row.id] = before
            row.refuse(AccountRefused(_("A company cannot stand beneath itself."), field="parent"))


def _insert(rows: list[AccountRow]) -> None:
    if not rows:
        return
    columns = {name: [row.facts.get(name, _empty(name)) for row in rows] for name in FACTS}
    bulk.insert(Account, [row.id for row in rows], name=[row.name for row in rows], **columns)
    placed = {row.id: {"parent": _parent_id(row)} for row in rows if _parent_id(row) is not None}
    bulk.update(Account, placed, versioned=False)
    pairs = [(row.id, role) for row in rows for role in (row.roles or (CompanyRole.CUSTOMER,))]
    bulk.insert(
        AccountRole,
        account=[pk for pk, _role in pairs],
        role=[role.value for _pk, role in pairs],
        started_on=[None] * len(pairs),
    )


def _empty(name: str):
    return None if name in {"revenue", "employees", "founded"} else ""


def _change(rows: list[AccountRow], today: date) -> None:
    """What the file says otherwise than we do; what it leaves empty stays."""
    fields = ("name", "parent_id", *FACTS)
    ids = [row.id for row in rows]
    standing = bulk.by_id(Account, ids, fields)
    roles: dict[int, set[str]] = {}
    for pk, role in bulk.rows(AccountRole, "account_id", ids, ("account_id", "role"), ended_on=None):
        roles.setdefault(pk, set()).add(role)
    changes, added = {}, []
    for row in rows:
        said = {"name": row.name, **row.facts}
        if _parent_id(row) is not None:
            said["parent_id"] = _parent_id(row)
        differs = {name: value for name, value in said.items() if standing[row.id][name] != value}
        fresh = [role for role in row.roles if role.value not in roles.get(row.id, ())]
        if differs:
            changes[row.id] = {name.removesuffix("_id"): value for name, value in differs.items()}
        added += [(row.id, role.value) for role in fresh]
        if differs or fresh:
            row.outcome = Outcome.UPDATED
    bulk.update(Account, changes)
    if added:
        bulk.insert(
            AccountRole,
            account=[pk for pk, _role in added],
            role=[role for _pk, role in added],
            started_on=[today] * len(added),
        )
