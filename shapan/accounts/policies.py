"""Which companies a colleague may see, and what hangs on them."""

from datetime import date

from django.db.models import QuerySet

from shapan.access import policies as access
from shapan.access.terms import Level
from shapan.accounts.models import Account, AccountRole, Department
from shapan.foundation.models import Scope
from shapan.identity import queries as identity


def accounts_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Account]:
    everything = Account.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="pk", level=level)


def account_ids(actor, today: date, level: Level) -> QuerySet | None:
    """Ids of the companies open to the actor at that level; None: of all."""
    sees_all = actor.is_authenticated and actor.is_active and access.sees_all_accounts(actor, today)
    return None if sees_all else accounts_open_to(actor, today, level).values("pk")


def departments_open_to(actor, today: date) -> QuerySet[Department]:
    return access.within_reach(Department.objects.scope(Scope.POLICY), actor=actor, today=today)


def roles_open_to(actor, today: date) -> QuerySet[AccountRole]:
    return access.within_reach(AccountRole.objects.scope(Scope.POLICY), actor=actor, today=today)


def may_edit(actor, account_id: int, today: date) -> bool:
    """Whether the actor may change this account and what hangs on it."""
    return accounts_open_to(actor, today, Level.EDIT).filter(pk=account_id).exists()


def may_open_accounts(actor, today: date) -> bool:
    """The key-account office and everyone who leads people may take a company in."""
    return access.sees_all_accounts(actor, today) or identity.leads_anyone(actor)


def is_department_of(account_id: int, department_id: int) -> bool:
    """Whether the department belongs to the account; for actions that have checked the right to the account."""
    return Department.objects.scope(Scope.POLICY).filter(pk=department_id, account_id=account_id).exists()
