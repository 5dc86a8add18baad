"""Changes to account teams: one seat at a time from the pages, in batches from files."""

from shapan.teams.actions.seats import SeatRefused, grants_due, leave_seat, sync_grants, take_seat

__all__ = ["SeatRefused", "grants_due", "leave_seat", "sync_grants", "take_seat"]
