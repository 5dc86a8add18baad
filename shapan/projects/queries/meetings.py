"""The meetings of a project, and what was taken on in them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from shapan.opportunities.queries import OpportunityFacts
from shapan.projects import policies
from shapan.projects.rules.meetings import AGENDAS
from shapan.projects.terms import Item, MeetingKind

DUE = ("pk", "version", "what", "owner__name", "due_on", "meeting__opportunity_id", "meeting__opportunity__name")


@dataclass(frozen=True, slots=True)
class TaskFacts:
    id: int
    version: int
    what: str
    owner: str
    due_on: date
    done_on: date | None


@dataclass(frozen=True, slots=True)
class TaskDue:
    """An open task with where it belongs."""

    id: int
    version: int
    what: str
    owner: str
    due_on: date
    opportunity_id: int
    opportunity: str


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """`notes` in the order of the agenda, items without a word left out."""

    id: int
    kind: MeetingKind
    held_on: date
    notes: tuple[tuple[Item, str], ...]
    decision: str
    dissent: str
    by: str
    attended: tuple[str, ...]
    tasks: tuple[TaskFacts, ...]


def meetings(*, actor, facts: OpportunityFacts, today: date) -> list[MeetingFacts]:
    """The latest first."""
    found = policies.meetings_open_to(actor, today).filter(opportunity_id=facts.id).order_by("-held_on", "-pk")
    rows = list(found.values_list("pk", "kind", "held_on", "notes", "decision", "dissent", "recorded_by__name"))
    there, tasks = defaultdict(list), defaultdict(list)
    present = policies.attendance_open_to(actor, today).filter(meeting__opportunity_id=facts.id)
    for meeting_id, name in present.order_by("colleague__name").values_list("meeting_id", "colleague__name"):
        there[meeting_id].append(name)
    taken = policies.tasks_open_to(actor, today).filter(meeting__opportunity_id=facts.id).order_by("due_on", "pk")
    for meeting_id, *task in taken.values_list(
        "meeting_id", "pk", "version", "what", "owner__name", "due_on", "done_on"
    ):
        tasks[meeting_id].append(TaskFacts(*task))
    return [
        MeetingFacts(
            pk, MeetingKind(kind), held_on, _ordered(kind, notes), *said, tuple(there[pk]), tuple(tasks[pk])
        )
        for pk, kind, held_on, notes, *said in rows
    ]  # fmt: skip


def tasks_due(*, actor, today: date, until: date, owner_ids=None) -> list[TaskDue]:
    """Open ones due by a day, the most urgent first; of these colleagues, when they are named."""
    found = policies.tasks_open_to(actor, today).filter(done_on=None, due_on__lte=until)
    if owner_ids is not None:
        found = found.filter(owner_id__in=owner_ids)
    return [TaskDue(*row) for row in found.order_by("due_on", "pk").values_list(*DUE)]


def task(*, actor, task_id: int, today: date) -> TaskDue | None:
    row = policies.tasks_open_to(actor, today).filter(pk=task_id, done_on=None).values_list(*DUE).first()
    return TaskDue(*row) if row else None


def _ordered(kind: str, notes: dict) -> tuple[tuple[Item, str], ...]:
    return tuple((item, notes[item]) for item in AGENDAS[MeetingKind(kind)] if notes.get(item))
