"""Meetings of a project: held, with their minutes, and what was taken on in them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope, change
from shapan.identity import queries as identity
from shapan.journal import actions as journal
from shapan.opportunities import queries as opportunities
from shapan.projects import queries
from shapan.projects.actions.refusals import ProjectRefused, facts_to_change
from shapan.projects.models import Attendance, Meeting, Task
from shapan.projects.rules.meetings import AGENDAS
from shapan.projects.terms import Item, MeetingKind, Tag


@dataclass(frozen=True, slots=True)
class Taken:
    """Something one of us takes on."""

    what: str
    owner_id: int
    due_on: date


@transaction.atomic
def record_meeting(
    *,
    actor,
    opportunity_id: int,
    kind: MeetingKind,
    held_on: date,
    today: date,
    notes: Mapping[Item, str] | None = None,
    decision: str = "",
    dissent: str = "",
    attended: Collection[int] = (),
    tasks: Sequence[Taken] = (),
) -> Meeting:
    """What was said, decided and taken on, and who was there and saw it differently."""
    facts = facts_to_change(actor, opportunity_id, today)
    if held_on > today:
        raise ProjectRefused(_("A meeting is recorded after it was held."), field="held_on")
    said = {item: text.strip() for item, text in (notes or {}).items() if text.strip()}
    if not said and not decision.strip():
        raise ProjectRefused(_("Write down what was said, or what was decided."), field="decision")
    if set(said) - set(AGENDAS[kind]):
        raise ProjectRefused(_("One of these items is not on the agenda of this meeting."))
    people = {*attended, *(task.owner_id for task in tasks)}
    if len(identity.colleagues(ids=people)) != len(people):
        raise ProjectRefused(_("There is no such colleague."), field="attended")
    meeting = Meeting(
        opportunity_id=opportunity_id, kind=kind, held_on=held_on, notes=said, decision=decision.strip(),
        dissent=dissent.strip(), recorded_by=actor,
    )  # fmt: skip
    meeting.full_clean()
    meeting.save()
    for colleague_id in attended:
        Attendance(meeting=meeting, colleague_id=colleague_id).save()
    for taken in tasks:
        row = Task(meeting=meeting, what=taken.what.strip(), owner_id=taken.owner_id, due_on=taken.due_on)
        row.full_clean()
        row.save()
    journal.record(
        actor=actor, tag=Tag.MEETING_HELD, subject=meeting, account_id=facts.account_id, opportunity=opportunity_id,
        meeting=kind, decision=decision.strip() or "—",
    )  # fmt: skip
    return meeting


@transaction.atomic
def finish_task(*, actor, task_id: int, today: date, version: int | None = None) -> Task:
    """It is done. Whoever may change the opportunity says so, and whoever took it on."""
    found = queries.task(actor=actor, task_id=task_id, today=today)
    if found is None:
        raise ProjectRefused(_("There is no such task."))
    row = Task.objects.scope(Scope.WRITE).get(pk=task_id)
    if row.owner_id != actor.pk:
        facts_to_change(actor, found.opportunity_id, today)
    change(row, version=version, done_on=today)
    facts = opportunities.opportunity(actor=actor, opportunity_id=found.opportunity_id, today=today)
    journal.record(
        actor=actor, tag=Tag.TASK_DONE, subject=row, account_id=facts.account_id, opportunity=found.opportunity_id,
        what=row.what,
    )  # fmt: skip
    return row
