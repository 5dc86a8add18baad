"""Where opportunities lie in time: from their opening to the expected decision, on one axis of months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

BEHIND, AHEAD = timedelta(days=184), timedelta(days=366)  # as much of either side as is drawn at most


@dataclass(frozen=True, slots=True)
class Axis:
    """`start` and `end` are first days of months; positions on it are 0 to 1."""

    start: date
    end: date

    def place(self, day: date) -> float:
        """Days beyond the axis lie at its ends."""
        share = (day - self.start).days / (self.end - self.start).days
        return min(max(share, 0.0), 1.0)

    @property
    def months(self) -> tuple[date, ...]:
        found, day = [], self.start
        while day < self.end:
            found.append(day)
            day = following_month(day)
        return tuple(found)


def axis(days: Iterable[date], today: date) -> Axis:
    """Whole months that hold today and the days, within what is drawn at most."""
    known = [min(max(day, today - BEHIND), today + AHEAD) for day in days]
    first, last = min([today, *known]), max([today, *known])
    return Axis(first.replace(day=1), following_month(last))


def following_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
