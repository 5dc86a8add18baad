"""Grants are given and taken back here and nowhere else."""

from datetime import date

from django.db import transaction

from shapan.access.models import Grant
from shapan.access.terms import Level, Reason
from shapan.foundation.models import Scope


@transaction.atomic
def sync_user_grants(*, account_id: int, reason: Reason, wanted: set[tuple[int, Level, date, date | None]]) -> None:
    """Make the account's grants to users for one reason exactly `wanted`: (user id, level, since, until)."""
    standing = Grant.objects.scope(Scope.WRITE).filter(account_id=account_id, reason=reason, user__isnull=False)
    have = {(g.user_id, Level(g.level), g.since, g.until): g.pk for g in standing}
    Grant.objects.scope(Scope.WRITE).filter(pk__in=[pk for row, pk in have.items() if row not in wanted]).delete()
    Grant.objects.scope(Scope.WRITE).bulk_create(
        Grant(account_id=account_id, user_id=user_id, level=level, reason=reason, since=since, until=until)
        for user_id, level, since, until in sorted(wanted - have.keys(), key=str)
    )


@transaction.atomic
def open_to_unit(*, account_id: int, unit_id: int, level: Level, since: date, until: date | None = None) -> Grant:
    """Let everyone posted in a unit, or beneath it, reach an account."""
    grant = Grant(account_id=account_id, unit_id=unit_id, level=level, reason=Reason.UNIT, since=since, until=until)
    grant.full_clean()
    grant.save()
    return grant
