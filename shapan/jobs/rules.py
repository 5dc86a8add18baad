"""How long a silent worker is believed, and how often a task is tried."""

from datetime import datetime, timedelta

BEAT = 4  # seconds between two signs of life
LEASE = timedelta(seconds=20)
TRIES = 4
PAUSE = timedelta(seconds=5)  # before a task that failed is tried again
KEPT = timedelta(days=7)  # what is known of a finished task


def is_alive(beat_at: datetime | None, now: datetime) -> bool:
    """Whether a worker last heard of at `beat_at` still holds its tasks."""
    return beat_at is not None and now - beat_at < LEASE


def may_try_again(tries: int) -> bool:
    return tries < TRIES
