"""Acts in the order of their days. An act may put further acts on later days; those after the last day never happen."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

MONTHS_TOLD = 18
HISTORY = 548  # days
FRIDAY = 4
# Days on which nobody in China is visited: New Year, May, October, and the week of the lunar new year.
CLOSED = frozenset({(1, 1), *((5, day) for day in range(1, 6)), *((10, day) for day in range(1, 8))})
LUNAR_NEW_YEAR = (
    date(2023, 1, 22), date(2024, 2, 10), date(2025, 1, 29), date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26),
    date(2029, 2, 13), date(2030, 2, 3),
)  # fmt: skip
SPRING_WEEK = (-1, 6)

Act = Callable[[date], None]


def is_closed(day: date) -> bool:
    first, last = SPRING_WEEK
    spring = any(first <= (day - new_year).days <= last for new_year in LUNAR_NEW_YEAR)
    return day.weekday() > FRIDAY or (day.month, day.day) in CLOSED or spring


@dataclass
class Agenda:
    """The story's calendar, ending at `today`."""

    today: date
    acts: list = field(default_factory=list)
    number: count = field(default_factory=count)

    @property
    def start(self) -> date:
        return self.day(HISTORY)

    def day(self, ago: int) -> date:
        """The working day that many days before today, or the last one before it."""
        day = self.today - timedelta(days=ago)
        while is_closed(day):
            day -= timedelta(days=1)
        return day

    def after(self, day: date, days: int) -> date:
        """So many days later, or the first working day from then on."""
        day += timedelta(days=days)
        while is_closed(day):
            day += timedelta(days=1)
        return day

    def at(self, ago: int, act: Act) -> None:
        self.on(self.day(ago), act)

    def on(self, day: date, act: Act) -> None:
        """Put an act on a day; of one day's acts, those put first happen first."""
        if day <= self.today:
            heapq.heappush(self.acts, (max(day, self.start), next(self.number), act))

    def run(self, told: Callable[[float], None] = lambda _part: None) -> None:
        """Let everything happen. `told` hears how much of the time has passed, 0..1."""
        span = (self.today - self.start).days
        while self.acts:
            day, _number, act = heapq.heappop(self.acts)
            act(day)
            told((day - self.start).days / span)
