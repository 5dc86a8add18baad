"""The delegation of authority: the table, and who stands in for whom."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.identity import queries as identity
from shapan.journal import actions as journal
from shapan.projects import policies, queries
from shapan.projects.actions.refusals import ProjectRefused
from shapan.projects.models import AuthorityTable, Delegation
from shapan.projects.rules.authority import Row
from shapan.projects.terms import Tag


@transaction.atomic
def set_authority(*, actor, rows: Sequence[Row], why: str, today: date) -> AuthorityTable:
    """A new table from today on; the earlier ones stay, for the gates decided under them."""
    if not policies.may_set_authority(actor, today):
        raise ProjectRefused(_("The table of authority is kept by the key-account office and administrators."))
    if not rows:
        raise ProjectRefused(_("A table has at least one row."))
    if not why.strip():
        raise ProjectRefused(_("Say why the table changes."), field="why")
    table = AuthorityTable(since=today, rows=[queries.plain(row) for row in rows], set_by=actor, why=why.strip())
    table.full_clean()
    table.save()
    journal.record(actor=actor, tag=Tag.AUTHORITY_SET, subject=table, rows=len(rows), why=why.strip())
    return table


@transaction.atomic
def delegate_authority(
    *, actor, delegate_id: int, started_on: date, ended_on: date, today: date, why: str = "",
    giver_id: int | None = None,
) -> Delegation:  # fmt: skip
    """Somebody decides in the actor's place for some days; the keepers of the table may say so for others."""
    giver_id = giver_id or actor.pk
    if giver_id != actor.pk and not policies.may_set_authority(actor, today):
        raise ProjectRefused(_("You may only give away what is yours."))
    if giver_id == actor.pk and not identity.leads_anyone(actor):
        raise ProjectRefused(_("You may only give away what is yours."))
    if not identity.colleagues(ids=[delegate_id]) or delegate_id == giver_id:
        raise ProjectRefused(_("There is no such colleague."), field="delegate_id")
    if ended_on <= max(started_on, today):
        raise ProjectRefused(_("It ends after it begins, and not in the past."), field="ended_on")
    row = Delegation(
        giver_id=giver_id, delegate_id=delegate_id, started_on=started_on, ended_on=ended_on, why=why.strip()
    )
    row.full_clean()
    row.save()
    journal.record(
        actor=actor, tag=Tag.DELEGATED, subject=row, giver=giver_id, delegate=delegate_id, since=str(started_on),
        until=str(ended_on),
    )  # fmt: skip
    return row
