"""Half-open periods: a thing holds from its first day up to, and not including, the day it ended.

`None` for the start means "since ever, as far as we know"; for the end, "still".
"""

from datetime import date


def covers(start: date | None, end: date | None, day: date) -> bool:
    """Whether `day` falls in [start, end)."""
    return (start is None or start <= day) and (end is None or day < end)


def overlaps(start: date | None, end: date | None, other_start: date | None, other_end: date | None) -> bool:
    """Whether two half-open periods share a day."""
    return (end is None or other_start is None or other_start < end) and (
        other_end is None or start is None or start < other_end
    )


def quarter_start(day: date) -> date:
    """The first day of the calendar quarter that holds `day`."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarters_on(start: date, count: int) -> date:
    """The first day of the quarter `count` quarters after, or before when negative, the one that begins on `start`."""
    months = start.year * 12 + start.month - 1 + 3 * count
    return date(months // 12, months % 12 + 1, 1)
