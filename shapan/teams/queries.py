"""Reads of account teams."""

from dataclasses import dataclass
from datetime import date

from shapan.foundation.models import in_force
from shapan.teams import policies


@dataclass(frozen=True, slots=True)
class SeatHeld:
    id: int
    account_id: int
    role: str
    holder_id: int
    holder: str
    started_on: date
    ended_on: date | None


HELD = ("pk", "account_id", "role", "holder_id", "holder__name", "started_on", "ended_on")


def seats(*, actor, account_ids, on: date, today: date) -> list[SeatHeld]:
    """Seats held on that day at these accounts, account managers first."""
    held = policies.seats_open_to(actor, today).filter(in_force(on), account_id__in=account_ids)
    order = {"AR": 0, "SR": 1, "FR": 2, "CM": 3, "sponsor": 4}
    rows = [SeatHeld(*row) for row in held.order_by("started_on", "pk").values_list(*HELD)]
    return sorted(rows, key=lambda seat: (seat.account_id, order.get(seat.role, 9)))


def seat(*, actor, seat_id: int, today: date) -> SeatHeld | None:
    """None when there is no such seat, or none that this actor may know of."""
    row = policies.seats_open_to(actor, today).filter(pk=seat_id).values_list(*HELD).first()
    return SeatHeld(*row) if row else None


def accounts_seated(*, actor, user_id: int, on: date, today: date) -> list[int]:
    """Ids of accounts on whose team this user sits, of those the actor may see."""
    held = policies.seats_open_to(actor, today).filter(in_force(on), holder_id=user_id)
    return sorted(set(held.values_list("account_id", flat=True)))
