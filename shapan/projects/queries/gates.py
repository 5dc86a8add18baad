"""The gates of a project: what each asks for, read from the data on the day; those asked and decided, as they were."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shapan.decisions.terms import Entry, Gap, SeatCode
from shapan.opportunities.queries import OpportunityFacts
from shapan.opportunities.rules.forecast import Judged, category
from shapan.opportunities.rules.forecast import Known as Foreseen
from shapan.projects import inputs, parameters, policies
from shapan.projects.queries.authority import Deciders, deciders
from shapan.projects.queries.elements import AssessmentFacts, assessments
from shapan.projects.queries.units import Unit, deciding, reported_amount, unit_of
from shapan.projects.rules.authority import Asked
from shapan.projects.rules.gates import Checklist, Known, checklist
from shapan.projects.terms import Check, ClassReason, DecidingLevel, GateKind, Outcome, ProjectClass
from shapan.relationships.queries import Chair, Deciding

TOP = (SeatCode.DECIDER, SeatCode.APPROVER)
NOT_KNOWN = (Gap.VACANT, Gap.UNKNOWN)


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    version: int
    project_class: ProjectClass
    by_rule: ProjectClass
    reason: ClassReason
    first_of_kind: bool
    why: str
    opened_on: date
    opened_by: str


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """`value` None: not answered yet."""

    id: int
    version: int
    about: Check
    owner_id: int | None
    owner: str
    due_on: date | None
    value: Decimal | None
    statement: str
    answered_on: date | None
    answered_by: str


@dataclass(frozen=True, slots=True)
class GateFacts:
    id: int
    version: int
    opportunity_id: int
    kind: GateKind
    asked_on: date
    asked_by: str
    note: str
    outcome: Outcome | None
    decided_on: date | None
    decided_by: str
    instead_of: str
    level: DecidingLevel | None
    why: str
    conditions: str
    exception_money: Decimal | None
    snapshot: dict


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything known of a project on a day, read once for all its gates."""

    facts: OpportunityFacts
    project: ProjectFacts | None
    unit: Unit | None
    looks: list[AssessmentFacts]
    deciding: Deciding | None
    questions: dict[Check, QuestionFacts]
    gates: list[GateFacts]
    amount: Decimal | None
    known: Known

    def checklist(self, gate: GateKind) -> Checklist:
        return checklist(gate, self.known, parameters.in_force())

    def asked(self, gate: GateKind) -> Asked:
        answers = self.known.answers
        return Asked(
            gate, self.project.project_class if self.project else None, self.amount, answers.get(Check.DISCOUNT),
            answers.get(Check.MARGIN), answers.get(Check.PAYMENT_DAYS),
        )  # fmt: skip

    @property
    def uncovered(self) -> list[Chair]:
        """Who decides or approves and is not yet a warm supporter."""
        chairs = self.unit.standing.gaps if self.unit else ()
        return [chair for chair in chairs if chair.seat.code in TOP]

    @property
    def forecast(self) -> Judged:
        """The category by rule: it stands on the decision unit and on what the customer confirmed."""
        chairs = self.unit.standing.chairs if self.unit else ()
        decides = [c.person.level for c in chairs if c.seat.code == SeatCode.DECIDER and c.person]
        levels = [level for level in decides if level is not None]
        return category(
            Foreseen(
                stage=self.facts.stage,
                support_index=self.unit.standing.key.si.value if self.unit else None,
                decider_level=min(levels) if levels and len(levels) == len(decides) else None,
                date_confirmed=bool(self.known.answers.get(Check.DATE)),
                open_vetoes=len(self.checklist(GateKind.ATB).vetoes) if self.unit else None,
            )
        )


def picture(*, actor, facts: OpportunityFacts, today: date) -> Picture:
    who = {"actor": actor, "facts": facts, "today": today}
    unit, looks, answer, asked = unit_of(**who), assessments(**who), deciding(**who), questions(**who)
    found = project(**who)
    known = Known(
        facts_missing=facts.amount is None or not facts.category or facts.expected_on is None,
        project_class=found.project_class if found else None,
        **_seats(unit),
        entry=_entry(answer),
        mode_share=answer.mode.completeness.share if answer and answer.mode else None,
        looked_days=(today - looks[0].on).days if looks else None,
        advice=looks[0].plain.advice if looks else None,
        rival_share=_rivals_seen(looks),
        answers={about: one.value for about, one in asked.items() if one.value is not None},
        provided=inputs.told(actor=actor, opportunity_id=facts.id, today=today),
    )
    return Picture(facts, found, unit, looks, answer, asked, gates(**who), reported_amount(facts, today), known)


def project(*, actor, facts: OpportunityFacts, today: date) -> ProjectFacts | None:
    found = policies.projects_open_to(actor, today).filter(opportunity_id=facts.id)
    columns = ("version", "project_class", "by_rule", "reason", "first_of_kind", "why", "opened_on", "opened_by__name")
    row = found.values_list(*columns).first()
    if row is None:
        return None
    version, letter, by_rule, reason, *more = row
    return ProjectFacts(version, ProjectClass(letter), ProjectClass(by_rule), ClassReason(reason), *more)


def questions(*, actor, facts: OpportunityFacts, today: date) -> dict[Check, QuestionFacts]:
    found = policies.questions_open_to(actor, today).filter(opportunity_id=facts.id).order_by("pk")
    columns = (
        "pk", "version", "about", "owner_id", "owner__name", "due_on", "value", "statement", "answered_on",
        "answered_by__name",
    )  # fmt: skip
    return {
        Check(about): QuestionFacts(pk, version, Check(about), owner_id, owner or "", due, value, said, on, by or "")
        for pk, version, about, owner_id, owner, due, value, said, on, by in found.values_list(*columns)
    }


GATE = (
    "pk", "version", "opportunity_id", "kind", "asked_on", "asked_by__name", "note", "outcome", "decided_on",
    "decided_by__name", "instead_of__name", "level", "why", "conditions", "exception_money", "snapshot",
)  # fmt: skip


def gates(*, actor, facts: OpportunityFacts, today: date) -> list[GateFacts]:
    """All that were asked, the latest first."""
    found = policies.gates_open_to(actor, today).filter(opportunity_id=facts.id).order_by("-pk")
    return [_gate(row) for row in found.values_list(*GATE)]


def gate(*, actor, gate_id: int, today: date) -> GateFacts | None:
    row = policies.gates_open_to(actor, today).filter(pk=gate_id).values_list(*GATE).first()
    return _gate(row) if row else None


def who_may_decide(seen: Picture, kind: GateKind, today: date) -> Deciders:
    return deciders(owner_id=seen.facts.owner_id, asked=seen.asked(kind), today=today)


def _gate(row: tuple) -> GateFacts:
    pk, version, opportunity_id, kind, *asked, outcome, on, by, instead, level, why, conditions, money, snapshot = row
    return GateFacts(
        pk, version, opportunity_id, GateKind(kind), *asked, Outcome(outcome) if outcome else None, on, by or "",
        instead or "", DecidingLevel(level) if level else None, why, conditions, money, snapshot,
    )  # fmt: skip


def _seats(unit: Unit | None) -> dict:
    """Whether those who decide and approve are known and covered; None while there is no unit or no such seat."""
    if unit is None:
        return {}
    top = [chair for chair in unit.standing.chairs if chair.seat.required and chair.seat.code in TOP]
    decides = {chair.seat.code for chair in top}
    known = all(chair.gap not in NOT_KNOWN for chair in top) if SeatCode.DECIDER in decides else None
    return {
        "unit": True,
        "deciders": known,
        "covered": all(chair.gap is None for chair in top) if SeatCode.DECIDER in decides else None,
        "opponent_decides": any(c.seat.code == SeatCode.DECIDER and c.gap is Gap.OPPOSED for c in top),
        "unknown_weight": unit.standing.key.uw.value,
    }


def _entry(answer: Deciding | None) -> bool | None:
    if answer is None or answer.mode is None or answer.entry is Entry.UNKNOWN:
        return None
    return answer.entry in {Entry.NOT_NEEDED, Entry.OPEN}


def _rivals_seen(looks: list[AssessmentFacts]) -> float | None:
    if not looks:
        return None
    seen = [score.rival is not None for score in looks[0].scores.values()]
    return sum(seen) / len(seen) if seen else None
