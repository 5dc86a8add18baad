"""One fact of several companies at once, and back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.access.terms import Level
from shapan.accounts import policies
from shapan.accounts.actions.companies import AccountRefused, change_account
from shapan.accounts.models import Account
from shapan.accounts.terms import Tier
from shapan.foundation.models import Scope, listed


@transaction.atomic
def set_tiers(*, actor, ids: list[int], tier: Tier | str, today: date) -> dict:
    """All of them or none. Returns what it was, as `take_tiers_back` takes it."""
    _check(actor, ids, today)
    before = _standing(ids)
    for row in before:
        change_account(actor=actor, account_id=row.pk, version=row.version, today=today, tier=tier)
    return {"tier": tier, "before": {str(row.pk): row.tier for row in before}}


@transaction.atomic
def take_tiers_back(*, actor, told: dict, today: date) -> None:
    ids = [int(pk) for pk in told["before"]]
    _check(actor, ids, today)
    standing = _standing(ids)
    moved = [row.name for row in standing if row.tier != told["tier"]]
    if moved or len(standing) != len(ids):
        raise AccountRefused(_("This has changed since: {names}.").format(names=_(", ").join(moved)))
    for row in standing:
        before = told["before"][str(row.pk)]
        change_account(actor=actor, account_id=row.pk, version=row.version, today=today, tier=before)


def _check(actor, ids: list[int], today: date) -> None:
    known = dict(policies.accounts_open_to(actor, today).filter(pk__in=listed(ids)).values_list("pk", "name"))
    mine = policies.accounts_open_to(actor, today, Level.EDIT).filter(pk__in=listed(ids))
    fixed = [known[pk] for pk in known.keys() - set(mine.values_list("pk", flat=True))]
    if fixed or known.keys() != set(ids):
        names = _(", ").join(sorted(fixed))
        raise AccountRefused(_("You hold no seat on the account team of: {names}.").format(names=names or "—"))


def _standing(ids: list[int]) -> list[Account]:
    return list(Account.objects.scope(Scope.WRITE).select_for_update().filter(pk__in=listed(ids)).order_by("pk"))
