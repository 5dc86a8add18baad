"""Many team seats at once, as files bring them; the grants follow in the same transaction."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation import bulk
from shapan.journal import actions as journal
from shapan.kernel.batches import Outcome, Row, Tally
from shapan.kernel.periods import overlaps
from shapan.teams import policies
from shapan.teams.actions.seats import SeatRefused, sync_grants
from shapan.teams.models import Seat
from shapan.teams.terms import SeatRole, Tag


@dataclass(slots=True, eq=False, kw_only=True)
class SeatRow(Row):
    """One seat; without a first day it begins today."""

    account_id: int
    holder_id: int
    role: SeatRole
    started_on: date | None = None
    ended_on: date | None = None


@transaction.atomic
def save_seats(*, actor, rows: list[SeatRow], today: date) -> Tally:
    """Seat the new, change the dates of the known, and open the accounts to them."""
    allowed = policies.seatable(actor, dict.fromkeys(row.account_id for row in rows), today)
    fields = ("pk", "account_id", "holder_id", "role", "started_on", "ended_on")
    standing: dict[tuple, list[list]] = {}
    for pk, account, holder, role, start, end in bulk.rows(Seat, "account_id", allowed, fields):
        standing.setdefault((account, holder, role), []).append([pk, start, end])
    for row in rows:
        if row.account_id not in allowed:
            row.refuse(SeatRefused(_("Only the key-account office and the leaders above may change this team.")))
        elif row.started_on and row.ended_on and row.ended_on < row.started_on:
            row.refuse(SeatRefused(_("A seat cannot end before it began."), field="to"))
        else:
            _place(row, standing.setdefault((row.account_id, row.holder_id, row.role.value), []), today)
    _write(rows)
    sync_grants(*{row.account_id for row in rows if row.outcome in {Outcome.CREATED, Outcome.UPDATED}})
    tally = Tally()
    tally.count(rows)
    if tally.counts:
        journal.record(actor=actor, tag=Tag.IMPORTED, created=tally.created, updated=tally.updated)
    return tally


def _place(row: SeatRow, held: list[list], today: date) -> None:
    """Decide whether the row is a seat known already, the same with other dates, or a new one."""
    same = next((seat for seat in held if row.started_on in {None, seat[1]}), None)
    if same is not None:
        row.id = same[0]
        if row.ended_on is not None and row.ended_on != same[2]:
            same[2], row.outcome = row.ended_on, Outcome.UPDATED
        return
    started = row.started_on or today
    if any(overlaps(start, end, started, row.ended_on) for _pk, start, end in held):
        row.refuse(SeatRefused(_("This colleague holds that seat already."), field="user"))
        return
    row.started_on, row.outcome = started, Outcome.CREATED
    held.append([None, started, row.ended_on])


def _write(rows: list[SeatRow]) -> None:
    new = [row for row in rows if row.outcome is Outcome.CREATED]
    if new:
        keys = bulk.insert(
            Seat,
            account=[row.account_id for row in new],
            holder=[row.holder_id for row in new],
            role=[row.role.value for row in new],
            started_on=[row.started_on for row in new],
            ended_on=[row.ended_on for row in new],
        )
        for row, key in zip(new, keys, strict=True):
            row.id = key
    bulk.update(Seat, {row.id: {"ended_on": row.ended_on} for row in rows if row.outcome is Outcome.UPDATED})
