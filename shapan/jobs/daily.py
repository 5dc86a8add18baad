"""What a worker does once a day. An app registers its act in its own hooks.py; more than one worker may run it, and a
worker that starts runs it again, so doing it twice must change nothing.
"""

from collections.abc import Callable
from datetime import date

ACTS: dict[str, Callable[[date], object]] = {}


def every_day(name: str, act: Callable[[date], object]) -> None:
    ACTS[name] = act
