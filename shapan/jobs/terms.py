"""Words of the work in the background."""

from enum import StrEnum


class State(StrEnum):
    """Where a task stands, as the person who waits for it understands it."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
