"""Where a task stands. The caller has fetched what the task is about through its own policy."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django_tasks_db.models import DBTaskResult

from shapan.foundation.models import Scope
from shapan.jobs import rules
from shapan.jobs.models import Pulse
from shapan.jobs.terms import State

STATES = {"READY": State.WAITING, "RUNNING": State.RUNNING, "SUCCESSFUL": State.DONE, "FAILED": State.FAILED}


@dataclass(frozen=True, slots=True)
class Standing:
    """`tries` counts the workers that took the task up; `attended`: a worker is there to take it or to go on."""

    state: State
    tries: int
    attended: bool


def standing(task_id: UUID | None, *, now: datetime) -> Standing | None:
    """None when nothing is known of the task, as long after its end."""
    found = DBTaskResult.objects.filter(pk=task_id).values_list("status", "worker_ids").first()
    if found is None:
        return None
    status, workers = found
    alive = Pulse.objects.scope(Scope.SYSTEM).filter(beat_at__gt=now - rules.LEASE).exists()
    return Standing(STATES[status], len(workers), alive)


def is_open(task_id: UUID | None) -> bool:
    """Whether a worker has the task or will take it; one that failed, or of which nothing is known, is over."""
    return DBTaskResult.objects.filter(pk=task_id, status__in=("READY", "RUNNING")).exists()
