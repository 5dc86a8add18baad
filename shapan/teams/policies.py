"""Whose seats a colleague may see: those of accounts in reach."""

from datetime import date

from django.db.models import QuerySet

from shapan.access import policies as access
from shapan.access.terms import Level
from shapan.accounts import policies as accounts
from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.teams.models import Seat


def seats_open_to(actor, today: date) -> QuerySet[Seat]:
    return access.within_reach(Seat.objects.scope(Scope.POLICY), actor=actor, today=today)


def may_seat(actor, account_id: int, today: date) -> bool:
    """The key-account office, and leaders who may edit the account, put colleagues on its team."""
    if access.sees_all_accounts(actor, today):
        return accounts.accounts_open_to(actor, today).filter(pk=account_id).exists()
    return identity.leads_anyone(actor) and accounts.may_edit(actor, account_id, today)


def seatable(actor, account_ids, today: date) -> set[int]:
    """Of these accounts, those whose team the actor may change."""
    if not access.sees_all_accounts(actor, today) and not identity.leads_anyone(actor):
        return set()
    editable = accounts.accounts_open_to(actor, today, Level.EDIT)
    ids = list(account_ids)
    found = (editable.filter(pk__in=ids[n : n + 900]) for n in range(0, len(ids), 900))
    return {pk for part in found for pk in part.values_list("pk", flat=True)}
