"""Taking and leaving seats. A seat opens the account, so seats and grants change together or not at all."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.access import actions as access
from shapan.access.terms import Level, Reason
from shapan.foundation.bulk import rows
from shapan.foundation.models import Scope, change
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused
from shapan.kernel.periods import overlaps
from shapan.teams import policies
from shapan.teams.models import Seat
from shapan.teams.terms import SeatRole, Tag


class SeatRefused(Refused):
    """The message is fit to show to the person who asked."""


@transaction.atomic
def take_seat(
    *,
    actor,
    account_id: int,
    holder_id: int,
    role: SeatRole,
    started_on: date,
    today: date,
    ended_on: date | None = None,
) -> Seat:
    """Put a colleague on an account team."""
    if not policies.may_seat(actor, account_id, today):
        raise SeatRefused(_("Only the key-account office and the leaders above may change this team."))
    standing = Seat.objects.scope(Scope.WRITE).filter(account_id=account_id, holder_id=holder_id, role=role)
    if any(overlaps(seat.started_on, seat.ended_on, started_on, ended_on) for seat in standing):
        raise SeatRefused(_("This colleague holds that seat already."), field="user")
    seat = Seat(account_id=account_id, holder_id=holder_id, role=role, started_on=started_on, ended_on=ended_on)
    seat.full_clean()
    seat.save()
    sync_grants(account_id)
    journal.record(
        actor=actor,
        tag=Tag.SEATED,
        subject=seat,
        account_id=account_id,
        holder=holder_id,
        role=role,
        on=str(started_on),
    )
    return seat


@transaction.atomic
def leave_seat(*, actor, seat_id: int, ended_on: date, today: date) -> Seat:
    """The colleague leaves the team on that day; what they wrote stays."""
    seat = Seat.objects.scope(Scope.WRITE).filter(pk=seat_id).first()
    if seat is None or not policies.may_seat(actor, seat.account_id, today):
        raise SeatRefused(_("Only the key-account office and the leaders above may change this team."))
    if ended_on < seat.started_on:
        raise SeatRefused(_("A seat cannot end before it began."), field="ended_on")
    change(seat, ended_on=ended_on)
    sync_grants(seat.account_id)
    journal.record(
        actor=actor,
        tag=Tag.SEAT_LEFT,
        subject=seat,
        account_id=seat.account_id,
        holder=seat.holder_id,
        role=seat.role,
        on=str(ended_on),
    )
    return seat


def sync_grants(*account_ids: int) -> None:
    """Bring the accounts' grants into line with their seats."""
    access.sync_user_grants(reason=Reason.SEAT, wanted=grants_due_by_account(account_ids))


def grants_due(account_id: int) -> set[tuple[int, Level, date, date | None]]:
    """The grants that the account's seats call for, as access.actions.sync_user_grants takes them."""
    return grants_due_by_account([account_id])[account_id]


def grants_due_by_account(account_ids) -> dict[int, set[tuple[int, Level, date, date | None]]]:
    """The same for many accounts."""
    due: dict[int, set] = {pk: set() for pk in account_ids}
    for pk, holder, start, end in rows(Seat, "account_id", due, ("account_id", "holder_id", "started_on", "ended_on")):
        due[pk].add((holder, Level.EDIT, start, end))
    return due
