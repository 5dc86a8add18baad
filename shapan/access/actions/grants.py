"""Grants are given and taken back here and nowhere else."""

from datetime import date

from django.db import transaction

from shapan.access.models import Grant
from shapan.access.terms import Level, Reason
from shapan.foundation import bulk
from shapan.foundation.models import Scope

Wanted = set[tuple[int, Level, date, date | None]]  # user id, level, since, until


@transaction.atomic
def sync_user_grants(*, reason: Reason, wanted: dict[int, Wanted]) -> None:
    """Make the grants to users, for one reason, of each account exactly what is wanted: {account id: grants}."""
    fields = ("pk", "account_id", "user_id", "level", "since", "until")
    standing = bulk.rows(Grant, "account_id", wanted, fields, reason=reason, user__isnull=False)
    have = {(account, user, Level(level), since, until): pk for pk, account, user, level, since, until in standing}
    due = {(account, *grant) for account, grants in wanted.items() for grant in grants}
    for part in bulk.parts(pk for grant, pk in have.items() if grant not in due):
        Grant.objects.scope(Scope.WRITE).filter(pk__in=part).delete()
    missing = sorted(due - have.keys(), key=str)
    if missing:
        account, user, level, since, until = zip(*missing, strict=True)
        bulk.insert(
            Grant, account_id=account, user=user, level=level, since=since, until=until, reason=[reason] * len(missing)
        )


@transaction.atomic
def open_to_unit(*, account_id: int, unit_id: int, level: Level, since: date, until: date | None = None) -> Grant:
    """Let everyone posted in a unit, or beneath it, reach an account."""
    grant = Grant(account_id=account_id, unit_id=unit_id, level=level, reason=Reason.UNIT, since=since, until=until)
    grant.full_clean()
    grant.save()
    return grant
