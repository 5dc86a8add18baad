"""Changes to companies."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies
from shapan.accounts.actions.likes import note_accounts
from shapan.accounts.models import Account, AccountRole, Department
from shapan.accounts.terms import CompanyRole, Tag
from shapan.foundation.models import Scope, change, in_force
from shapan.foundation.trees import ids_below
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused
from shapan.search import actions as search


class AccountRefused(Refused):
    """The message is fit to show to the person who asked."""


@transaction.atomic
def open_account(
    *,
    actor,
    name: str,
    today: date,
    roles: tuple[CompanyRole, ...] = (CompanyRole.CUSTOMER,),
    parent_id: int | None = None,
    **facts,
) -> Account:
    """Take a company in, with the parts it plays for us. `facts` are the other fields of Account."""
    if not policies.may_open_accounts(actor, today):
        raise AccountRefused(_("Only the key-account office and sales leaders may add a company."))
    if parent_id is not None and not policies.accounts_open_to(actor, today).filter(pk=parent_id).exists():
        raise AccountRefused(_("There is no such parent company."), field="parent_id")
    return _open(actor, Account(name=name, parent_id=parent_id, **facts), roles, today)


@transaction.atomic
def change_account(*, actor, account_id: int, version: int, today: date, **facts) -> Account:
    """Change facts of a company. Raises EditConflict when somebody else did since `version` was read.

    A `parent_id` of None leaves a parent alone that the actor may not know of.
    """
    account = _editable(actor, account_id, today)
    if "parent_id" in facts:
        facts |= _placed(actor, account, facts.pop("parent_id"), today)
    changed = change(account, version=version, **facts)
    if changed:
        search.index("company", [account.pk])
        note_accounts([account.pk])
        journal.record(
            actor=actor, tag=Tag.CHANGED, subject=account, account_id=account.pk, account=account.pk, changed=changed
        )
    return account


@transaction.atomic
def name_competitor(*, actor, account_id: int, name: str, today: date) -> int:
    """The id of the competitor of that name, seen at an account the actor may change; opened when it is new.

    The answer is the same for a company that the actor may not know of and for one that nobody knew.
    """
    _editable(actor, account_id, today)
    known = AccountRole.objects.scope(Scope.WRITE).filter(in_force(today), role=CompanyRole.COMPETITOR)
    found = known.filter(account__name=name).order_by("account_id").values_list("account_id", flat=True).first()
    if found is not None:
        return found
    return _open(actor, Account(name=name), (CompanyRole.COMPETITOR,), today).pk


@transaction.atomic
def open_department(
    *, actor, account_id: int, name: str, today: date, parent_id: int | None = None, relevant: bool = True
) -> Department:
    """A department of the customer, once by name."""
    account = _editable(actor, account_id, today)
    if Department.objects.scope(Scope.WRITE).filter(account=account, name=name).exists():
        raise AccountRefused(_("This department is there already."), field="name")
    department = Department(account=account, name=name, parent_id=parent_id, relevant=relevant)
    department.full_clean()
    department.save()
    journal.record(
        actor=actor, tag=Tag.DEPARTMENT_OPENED, subject=department, account_id=account.pk, department=department.pk
    )
    return department


def _open(actor, account: Account, roles: tuple[CompanyRole, ...], today: date) -> Account:
    account.full_clean()
    account.save()
    for role in roles:
        AccountRole(account=account, role=role, started_on=today).save()
    search.index("company", [account.pk])
    note_accounts([account.pk])
    journal.record(actor=actor, tag=Tag.OPENED, subject=account, account_id=account.pk, account=account.pk)
    return account


def _editable(actor, account_id: int, today: date) -> Account:
    if not policies.may_edit(actor, account_id, today):
        raise AccountRefused(_("You hold no seat on this account team."))
    return Account.objects.scope(Scope.WRITE).get(pk=account_id)


def _placed(actor, account: Account, parent_id: int | None, today: date) -> dict[str, int | None]:
    """The new place in the tree, as `change` takes it."""
    known = policies.accounts_open_to(actor, today)
    if parent_id is None:
        return {"parent": None} if known.filter(pk=account.parent_id).exists() else {}
    if not known.filter(pk=parent_id).exists():
        raise AccountRefused(_("There is no such parent company."), field="parent_id")
    beneath = Account.objects.scope(Scope.WRITE).filter(pk__in=ids_below(Account, [account.pk]))
    if beneath.filter(pk=parent_id).exists():
        raise AccountRefused(_("A company cannot stand beneath itself."), field="parent_id")
    return {"parent": parent_id}
