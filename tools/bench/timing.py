"""Milliseconds: how long a call took on the clock, and how much of this process's CPU it used."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Series:
    """Timings of one kind of work. On PostgreSQL the server's own CPU is in `wall` only."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def time(self, work: Callable[[], object]):
        clock, cpu = time.perf_counter(), time.process_time()
        done = work()
        self.cpu.append((time.process_time() - cpu) * 1000)
        self.wall.append((time.perf_counter() - clock) * 1000)
        return done


@dataclass
class Measured:
    """One line of the table. `queries` and `size` (bytes) are medians over some of the rounds."""

    name: str
    rounds: int
    median: float
    p95: float
    cpu: float
    raw: float
    queries: int
    size: int = 0
    budget: int | None = None

    @property
    def ratio(self) -> float:
        return self.median / self.raw


def measured(name: str, ours: Series, raw: Series, *, queries: list[int], sizes: list[int], budget=None) -> Measured:
    ordered = sorted(ours.wall)
    return Measured(
        name=name,
        rounds=len(ordered),
        median=median(ordered),
        p95=ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))],
        cpu=median(ours.cpu),
        raw=median(raw.wall),
        queries=int(median(queries)),
        size=int(median(sizes)) if sizes else 0,
        budget=budget,
    )
