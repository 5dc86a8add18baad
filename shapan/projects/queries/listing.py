"""Opportunities that are run as projects, one after another."""

from dataclasses import dataclass
from datetime import date

from shapan.opportunities import queries as opportunities
from shapan.opportunities.queries import OpportunityFacts
from shapan.projects import policies
from shapan.projects.terms import GateKind, Outcome, ProjectClass

PAGE = 50


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """`gate`: the last one asked for, `outcome` None while it waits."""

    facts: OpportunityFacts
    project_class: ProjectClass
    gate: GateKind | None
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Page:
    rows: tuple[ProjectRow, ...]
    next: str


def listing(*, actor, today: date, account_id: int | None = None, after: str = "") -> Page:
    """The latest first; of one customer, when it is named."""
    found = policies.projects_open_to(actor, today)
    if account_id is not None:
        found = found.filter(opportunity__account_id=account_id)
    if after.isdecimal():
        found = found.filter(pk__lt=int(after[:18]))
    rows = list(found.order_by("-pk").values_list("pk", "opportunity_id", "project_class")[: PAGE + 1])
    shown = rows[:PAGE]
    ids = [row[1] for row in shown]
    facts = {one.id: one for one in opportunities.several(ids, actor=actor, today=today)}
    gates = policies.gates_open_to(actor, today).filter(opportunity_id__in=ids).order_by("pk")
    last = {deal: (GateKind(kind), said) for deal, kind, said in gates.values_list("opportunity_id", "kind", "outcome")}
    return Page(
        tuple(_row(facts[deal], letter, *last.get(deal, (None, ""))) for _pk, deal, letter in shown),
        str(rows[PAGE - 1][0]) if len(rows) > PAGE else "",
    )


def _row(facts: OpportunityFacts, letter: str, gate: GateKind | None, outcome: str) -> ProjectRow:
    return ProjectRow(facts, ProjectClass(letter), gate, Outcome(outcome) if outcome else None)
