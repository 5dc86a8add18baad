"""What an effective contact is, and how a neglected relationship cools (domain.md §8.2, §8.4).

Pure. Days are whole days since the last effective contact; floats and NumPy arrays alike.
"""

from dataclasses import dataclass

from shapan.interactions.terms import Kind, Warmth

# Default effect weights: domain.md §8.2. A plain meeting is ours: between a QBR and a call.
EFFECT = {
    Kind.HQ_VISIT: 10.0,
    Kind.EXECUTIVE_MEETING: 8.0,
    Kind.MODEL_SITE_VISIT: 8.0,
    Kind.POC: 7.0,
    Kind.JOINT_WORKSHOP: 6.0,
    Kind.TECHNICAL_EXCHANGE: 5.0,
    Kind.TRAINING: 4.0,
    Kind.QBR: 4.0,
    Kind.MEETING: 3.0,
    Kind.BUSINESS_MEAL: 1.0,
    Kind.CALL: 1.0,
    Kind.MESSAGE: 0.5,
    Kind.GREETING: 0.0,
    Kind.MASS_MAIL: 0.0,
}
ONE_WAY = frozenset({Kind.GREETING, Kind.MASS_MAIL})


def is_effective(kind: Kind, *, purpose: bool, outcome: bool, next_step: bool, people: int) -> bool:
    """Two-way, with a purpose, an outcome, a next step and one of their people; greetings and mass mail never."""
    return kind not in ONE_WAY and purpose and outcome and next_step and people > 0


@dataclass(frozen=True, slots=True)
class Cooling:
    """domain.md §8.4: the half-life is twice the cadence; the floors of the states in percent."""

    half_life_cadences: float = 2.0
    warm: float = 70.0
    cooling: float = 50.0
    cold: float = 25.0


def warmth(days: float, cadence: float, cooling: Cooling = Cooling()) -> float:
    """100 on the day of contact, 71 at the cadence, 50 at twice the cadence. Percent, 0..100."""
    value: float = 100.0 * 2.0 ** (-(days / (cooling.half_life_cadences * cadence)))
    return value


def is_going_cold(days: float, cadence: float, warn_at: float = 0.75) -> bool:
    """Whether it is time to meet again: three quarters of the cadence have passed."""
    return days >= warn_at * cadence


def state(percent: float | None, cooling: Cooling = Cooling()) -> Warmth:
    """The state of one contact; None (never met) is a state of its own."""
    if percent is None:
        return Warmth.NEVER
    if percent >= cooling.warm:
        return Warmth.WARM
    if percent >= cooling.cooling:
        return Warmth.COOLING
    return Warmth.COLD if percent >= cooling.cold else Warmth.DORMANT
