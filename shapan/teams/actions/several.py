"""A colleague on several teams at once, and off them again."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import queries as accounts
from shapan.foundation.bulk import by_id, rows
from shapan.kernel.periods import overlaps
from shapan.teams import policies
from shapan.teams.actions.seats import SeatRefused, leave_seat, take_seat
from shapan.teams.models import Seat
from shapan.teams.terms import SeatRole


@transaction.atomic
def take_seats(*, actor, ids: list[int], holder_id: int, role: SeatRole, started_on: date, today: date) -> dict:
    """All of them or none; where the colleague holds that seat already, it stays. Returns the seats taken."""
    fixed = set(ids) - policies.seatable(actor, ids, today)
    if fixed:
        names = accounts.names(fixed, actor=actor, today=today)
        told = _(", ").join(sorted(names.values()))
        refused = _("Only the key-account office and the leaders above may change the team of: {names}.")
        raise SeatRefused(refused.format(names=told or "—"))
    periods = rows(Seat, "account_id", ids, ("account_id", "started_on", "ended_on"), holder=holder_id, role=role)
    held = {pk for pk, start, end in periods if overlaps(start, end, started_on, None)}
    seat = {"actor": actor, "holder_id": holder_id, "role": role, "started_on": started_on, "today": today}
    return {"seats": [take_seat(**seat, account_id=pk).pk for pk in ids if pk not in held]}


@transaction.atomic
def take_seats_back(*, actor, told: dict, today: date) -> None:
    """The seats end on the day they began: they were never held, and the journal tells of both."""
    standing = by_id(Seat, told["seats"], ("account_id", "started_on", "ended_on"))
    ended = {seat["account_id"] for seat in standing.values() if seat["ended_on"] is not None}
    if ended or len(standing) != len(told["seats"]):
        names = accounts.names(ended, actor=actor, today=today)
        raise SeatRefused(_("This has changed since: {names}.").format(names=_(", ").join(sorted(names.values()))))
    for pk, seat in standing.items():
        leave_seat(actor=actor, seat_id=pk, ended_on=seat["started_on"], today=today)
