"""What a gate asks for, what of it is there, and what may be decided on that (domain.md §11.1 to §11.3). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from shapan.opportunities.rules.score import MOST, Evidence, Score, score
from shapan.opportunities.terms import Advice, Part, Veto
from shapan.projects.terms import Check, GateKind, Outcome, ProjectClass, State

C, G = Check, GateKind
PEOPLE = (C.DECIDERS, C.COVERED)
POINTS = {C.PAIN: Part.PAIN, C.VALUE: Part.VALUE, C.CHAMPION: Part.CHAMPION, C.COMMITMENT: Part.COMMITMENT,
          C.FEASIBLE: Part.DELIVERY}  # fmt: skip
YES_NO = frozenset({
    C.BUDGET, C.DATE, C.REQUIREMENTS, C.OPPONENT_PLAN, C.COST, C.NODES, C.DEVIATIONS, C.SCOPE, C.LESSONS
})  # fmt: skip
NUMBERS = frozenset({C.MARGIN, C.DISCOUNT, C.PAYMENT_DAYS})
ANSWERED = frozenset(POINTS) | YES_NO | NUMBERS
PROVIDED = frozenset({C.COMPLIANCE, C.QUIET_PERIOD, C.ACCEPTANCE, C.CASH, C.CLAIMS})
BID = (
    C.FACTS, C.CLASS, C.UNIT, C.DECIDERS, C.COVERED, C.ENTRY, C.MODE, C.ELEMENTS, C.ADVICE, C.SCORE, C.PAIN, C.VALUE,
    C.CHAMPION, C.COMMITMENT, C.FEASIBLE, C.BUDGET, C.REQUIREMENTS, C.COST, C.MARGIN, C.COMPLIANCE, C.QUIET_PERIOD,
)  # fmt: skip
ASKED = {
    G.ATI: (C.FACTS, C.PAIN, C.BUDGET, C.UNIT, C.ELEMENTS, C.COMPLIANCE),
    G.ATB: BID,
    G.ATC: (
        C.DECIDERS, C.COVERED, C.MARGIN, C.DISCOUNT, C.PAYMENT_DAYS, C.NODES, C.DEVIATIONS, C.FEASIBLE, C.COMPLIANCE,
    ),
    G.ATAC: (C.SCOPE, C.MARGIN, C.PAYMENT_DAYS, C.NODES),
    G.ATCC: (C.ACCEPTANCE, C.CASH, C.CLAIMS, C.LESSONS),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GatePolicy:
    """The limits of the lines; `strict`: nobody passes while those who decide are unknown or uncovered."""

    version: str = "2026-1"
    mode_share: float = 0.7
    fresh_days: int = 90
    bid_score: float = 65.0
    margin_floor: Decimal = Decimal(15)
    most_discount: Decimal = Decimal(30)
    most_payment_days: Decimal = Decimal(60)
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """What the data says. None is unknown. `provided` lacks what nothing here can know yet."""

    facts_missing: bool = True
    project_class: ProjectClass | None = None
    unit: bool = False
    deciders: bool | None = None
    covered: bool | None = None
    opponent_decides: bool = False
    unknown_weight: float | None = None
    entry: bool | None = None
    mode_share: float | None = None
    looked_days: int | None = None
    advice: Advice | None = None
    rival_share: float | None = None
    answers: Mapping[Check, Decimal] = field(default_factory=dict)
    provided: Mapping[Check, bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its state, and the number that makes it, if there is one."""

    check: Check
    state: State
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """`barred` forbids any pass; `missing` leaves only a pass with conditions; both in the order of the lines."""

    gate: GateKind
    lines: tuple[Line, ...]
    vetoes: tuple[Veto, ...]
    barred: tuple[Check, ...]
    missing: tuple[Check, ...]
    score: Score

    def allows(self, outcome: Outcome, *, exception: bool = False) -> bool:
        """An exception lifts everything but the flag of compliance, and only to a pass with conditions."""
        if outcome is Outcome.REFUSED:
            return True
        if Veto.COMPLIANCE in self.vetoes:
            return False
        if outcome is Outcome.CONDITIONAL:
            return exception or not (self.vetoes or self.barred)
        return not (self.vetoes or self.barred or self.missing)


def checklist(gate: GateKind, known: Known, policy: GatePolicy) -> Checklist:
    earned = evidence_score(known)
    asked = (*ASKED[gate], C.OPPONENT_PLAN) if gate is G.ATB and known.opponent_decides else ASKED[gate]
    lines = tuple(_line(check, known, earned, policy) for check in asked)
    missing = tuple(line.check for line in lines if line.state in {State.UNMET, State.UNKNOWN})
    up = vetoes(gate, known, policy)
    barred = [check for check in missing if check in PEOPLE and policy.strict]
    if Veto.SEAT_UNKNOWN in up:
        barred.remove(C.DECIDERS)  # said once
    if gate is G.ATB and known.advice is Advice.NO_BID:
        barred.append(C.ADVICE)
    return Checklist(gate, lines, up, tuple(barred), missing, earned)


def vetoes(gate: GateKind, known: Known, policy: GatePolicy) -> tuple[Veto, ...]:
    """Each alone forbids a bid (domain.md §11.2)."""
    margin = known.answers.get(C.MARGIN)
    up = {
        Veto.COMPLIANCE: known.provided.get(C.COMPLIANCE) is False,
        Veto.REQUIREMENT_UNMET: gate is G.ATB and known.answers.get(C.REQUIREMENTS) == 0,
        Veto.SEAT_UNKNOWN: gate is G.ATB and policy.strict and not known.deciders,
        Veto.MARGIN: C.MARGIN in ASKED[gate] and margin is not None and margin < policy.margin_floor,
        Veto.OPPONENT_DECIDES: gate is G.ATB and known.opponent_decides and not known.answers.get(C.OPPONENT_PLAN),
    }
    return tuple(veto for veto, holds in up.items() if holds)


def evidence_score(known: Known) -> Score:
    """The score of §11.3: chain, process and competition are read from the data, the rest is answered."""
    points = {part: float(known.answers[check]) for check, part in POINTS.items() if check in known.answers}
    shares = {
        Part.CHAIN: None if known.unknown_weight is None else 1 - known.unknown_weight,
        Part.PROCESS: known.mode_share,
        Part.COMPETITION: known.rival_share,
    }
    points |= {part: MOST[part] * share for part, share in shares.items() if share is not None}
    return score(
        points,
        Evidence(
            pain=bool(known.answers.get(C.PAIN)),
            commitment=bool(known.answers.get(C.COMMITMENT)),
            economic_buyer=bool(known.deciders),
            budget=bool(known.answers.get(C.BUDGET)),
            compliance_flag=known.provided.get(C.COMPLIANCE) is False,
        ),
    )


def most(check: Check) -> int | None:
    """The most points an answer can have."""
    return MOST[POINTS[check]] if check in POINTS else None


def _line(check: Check, known: Known, earned: Score, policy: GatePolicy) -> Line:
    if check in PROVIDED:
        if check not in known.provided:
            return Line(check, State.NOT_PROVIDED)
        return Line(check, _state(known.provided[check]))
    if check in ANSWERED:
        answer = known.answers.get(check)
        return Line(check, _state(_holds(check, answer, policy)), None if answer is None else float(answer))
    return _read(check, known, earned, policy)


def _read(check: Check, known: Known, earned: Score, policy: GatePolicy) -> Line:
    share, days = known.mode_share, known.looked_days
    found: dict[Check, tuple[bool | None, float | None]] = {
        C.FACTS: (not known.facts_missing, None),
        C.CLASS: (True if known.project_class else None, None),
        C.UNIT: (True if known.unit else None, None),
        C.DECIDERS: (known.deciders, None),
        C.COVERED: (known.covered, None),
        C.ENTRY: (known.entry, None),
        C.MODE: (None if share is None else share >= policy.mode_share, None if share is None else 100 * share),
        C.ELEMENTS: (None if days is None else days <= policy.fresh_days, None),
        C.ADVICE: (None if known.advice is None else known.advice is Advice.BID, None),
        C.SCORE: (earned.value >= policy.bid_score, earned.value),
    }
    holds, value = found[check]
    return Line(check, _state(holds), value)


def _holds(check: Check, answer: Decimal | None, policy: GatePolicy) -> bool | None:
    if answer is None:
        return None
    if check is C.MARGIN:
        return answer >= policy.margin_floor
    if check is C.DISCOUNT:
        return answer <= policy.most_discount
    return answer <= policy.most_payment_days if check is C.PAYMENT_DAYS else answer > 0


def _state(holds: bool | None) -> State:
    return State.UNKNOWN if holds is None else State.MET if holds else State.UNMET


def worst_first(lines: Sequence[Line]) -> list[Line]:
    """What keeps a gate shut stands on top."""
    order = (State.UNMET, State.UNKNOWN, State.NOT_PROVIDED, State.MET)
    return sorted(lines, key=lambda line: order.index(line.state))
