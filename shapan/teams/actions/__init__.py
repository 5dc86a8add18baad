"""Changes to account teams: one seat at a time from the pages, in batches from files."""

from shapan.teams.actions.seats import SeatRefused, grants_due, leave_seat, sync_grants, take_seat
from shapan.teams.actions.several import take_seats, take_seats_back

__all__ = ["SeatRefused", "grants_due", "leave_seat", "sync_grants", "take_seat", "take_seats", "take_seats_back"]
