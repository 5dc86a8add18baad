"""How likely an opportunity is to be won, learnt from those decided, and how well that was foretold (domain.md §11.5).

A ridge logistic regression over what was known before the decision. It is tried on the latest quarter of the decided
ones, learnt from the others; unless it foretells those better than the share won does, the share won is all it says.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ENOUGH = 50  # decided opportunities; below, there is no percentage
TRIED = 0.25  # of the decided, the latest, on which it is tried
RIDGE = 5.0  # what a trait weighs alone moves the odds little until it was seen some dozen times
ROUNDS, STILL = 25, 1e-8
BINS = 5
SKILL = 0.01  # so much closer than the share won it must come, or it is chance itself
SHOWN = 5

Trait = tuple[str, str]
"""What of an opportunity, and which: ("product", "GTX Pro")."""


@dataclass(frozen=True, slots=True)
class Decided:
    """An opportunity that was won or lost, as it was known before."""

    traits: frozenset[Trait]
    won: bool


@dataclass(frozen=True, slots=True)
class Learnt:
    """`odds`: what each trait adds to the log-odds; `seen`: how many decided opportunities had it."""

    base: float
    odds: dict[Trait, float]
    seen: dict[Trait, int]


@dataclass(frozen=True, slots=True)
class Reason:
    """`points`: how much lower the chance would be without this trait, 0 to 1; `seen`: how many decided ones had it."""

    trait: Trait
    points: float
    seen: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Of those foretold between `low` and `high`: how many, what was foretold on average, what came."""

    low: float
    high: float
    count: int
    foretold: float
    came: float


@dataclass(frozen=True, slots=True)
class Trial:
    """How well it was foretold, beside saying the share won of the earlier ones every time. Brier: 0 best."""

    learnt_from: int
    tried_on: int
    share_won: float
    came: float
    brier: float
    brier_of_share: float
    bins: tuple[Bin, ...]

    @property
    def is_useful(self) -> bool:
        return self.brier <= self.brier_of_share * (1 - SKILL)


@dataclass(frozen=True, slots=True)
class Calibrated:
    """`learnt` is None when the trial showed it no better than the share won."""

    count: int
    share_won: float
    trial: Trial
    learnt: Learnt | None


@dataclass(frozen=True, slots=True)
class Chance:
    value: float
    reasons: tuple[Reason, ...] = ()


def calibrate(decided: Sequence[Decided]) -> Calibrated | None:
    """From all that was decided, in the order of its day; None below fifty, or when all went one way."""
    won = sum(one.won for one in decided)
    cut = round(len(decided) * (1 - TRIED))
    if len(decided) < ENOUGH or not 0 < won < len(decided):
        return None
    tried = trial(decided[:cut], decided[cut:])
    learnt = learn(decided) if tried.is_useful else None
    return Calibrated(len(decided), won / len(decided), tried, learnt)


def chance(calibrated: Calibrated, traits: Collection[Trait]) -> Chance:
    """With the traits that move it most, the strongest first."""
    if calibrated.learnt is None:
        return Chance(calibrated.share_won)
    learnt = calibrated.learnt
    known = [trait for trait in sorted(traits) if trait in learnt.odds]
    total = learnt.base + sum(learnt.odds[trait] for trait in known)
    value = _share(total)
    reasons = [Reason(trait, value - _share(total - learnt.odds[trait]), learnt.seen[trait]) for trait in known]
    reasons.sort(key=lambda reason: -abs(reason.points))
    return Chance(value, tuple(reasons[:SHOWN]))


def trial(earlier: Sequence[Decided], later: Sequence[Decided]) -> Trial:
    """Learnt from the earlier, tried on the later; neither may be empty."""
    learnt = learn(earlier)
    share = sum(one.won for one in earlier) / len(earlier)
    foretold = np.array([chance_of(learnt, one.traits) for one in later])
    came = np.array([float(one.won) for one in later])
    return Trial(
        len(earlier), len(later), share, float(came.mean()),
        brier(foretold, came), brier(np.full(len(later), share), came), reliability(foretold, came),
    )  # fmt: skip


def chance_of(learnt: Learnt, traits: Collection[Trait]) -> float:
    """0 to 1; a trait never seen adds nothing."""
    return _share(learnt.base + sum(learnt.odds.get(trait, 0.0) for trait in traits))


def brier(foretold: NDArray[np.float64], came: NDArray[np.float64]) -> float:
    """The mean squared distance; arrays of the same length, `came` of 0 and 1."""
    return float(np.mean((foretold - came) ** 2))


def reliability(foretold: NDArray[np.float64], came: NDArray[np.float64], bins: int = BINS) -> tuple[Bin, ...]:
    """Cut into parts of equal count, the least likely first."""
    order = np.argsort(foretold, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    return tuple(
        Bin(
            float(foretold[part].min()), float(foretold[part].max()), len(part),
            float(foretold[part].mean()), float(came[part].mean()),
        )
        for part in parts
    )  # fmt: skip


def learn(decided: Sequence[Decided]) -> Learnt:
    """The regression, by Newton's steps; the share won itself is not held back by the ridge."""
    traits = sorted({trait for one in decided for trait in one.traits})
    place = {trait: n + 1 for n, trait in enumerate(traits)}
    table = np.zeros((len(decided), len(traits) + 1))
    table[:, 0] = 1
    for row, one in enumerate(decided):
        for trait in one.traits:
            table[row, place[trait]] = 1
    came = np.array([float(one.won) for one in decided])
    odds = _newton(table, came)
    seen = table.sum(axis=0)
    return Learnt(
        float(odds[0]),
        {trait: float(odds[n]) for trait, n in place.items()},
        {trait: int(seen[n]) for trait, n in place.items()},
    )


def _newton(table: NDArray[np.float64], came: NDArray[np.float64]) -> NDArray[np.float64]:
    held = np.full(table.shape[1], RIDGE)
    held[0] = 1e-6
    odds = np.zeros(table.shape[1])
    for _round in range(ROUNDS):
        foretold = 1 / (1 + np.exp(-table @ odds))
        slope = table.T @ (foretold - came) + held * odds
        bend = (table * (foretold * (1 - foretold))[:, None]).T @ table + np.diag(held)
        step = np.linalg.solve(bend, slope)
        odds = odds - step
        if float(np.abs(step).max()) < STILL:
            break
    return odds


def _share(odds: float) -> float:
    return float(1 / (1 + np.exp(-odds)))
