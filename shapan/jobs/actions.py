"""Signs of life, and what becomes of the tasks of a worker that gives none."""

import logging
from contextvars import ContextVar
from datetime import datetime
from threading import Event

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from shapan.foundation.models import Scope
from shapan.jobs import rules
from shapan.jobs.models import Pulse

log = logging.getLogger("shapan.jobs")
stop_asked: ContextVar[Event | None] = ContextVar("stop_asked", default=None)


class Stopping(Exception):
    """The server is going down: this task goes back to the queue, for the next worker to take up at once."""


def give_way() -> None:
    """Call it between two pieces of a long task."""
    asked = stop_asked.get()
    if asked is not None and asked.is_set():
        raise Stopping


def beat(*, worker_id: str, now: datetime) -> None:
    """Say that this worker lives."""
    Pulse.objects.scope(Scope.WRITE).update_or_create(worker_id=worker_id, defaults={"beat_at": now})


def retire(*, worker_id: str) -> None:
    """The worker goes, and holds nothing any more."""
    Pulse.objects.scope(Scope.WRITE).filter(pk=worker_id).delete()


@transaction.atomic
def reclaim(*, now: datetime) -> int:
    """Take the tasks of workers that fell silent back into the queue; one that was tried often enough has failed.

    Returns how many were taken back. A killed worker would otherwise leave its task running for ever.
    """
    Pulse.objects.scope(Scope.WRITE).filter(beat_at__lt=now - rules.KEPT).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=now - rules.KEPT).delete()
    pulses = dict(Pulse.objects.scope(Scope.WRITE).values_list("worker_id", "beat_at"))
    taken = 0
    for task in DBTaskResult.objects.running():
        if rules.is_alive(pulses.get(task.worker_ids[-1]), now):
            continue
        log.warning("The worker of task %s (%s) is gone.", task.id, task.task_path)
        same = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
        if rules.may_try_again(len(task.worker_ids)):
            taken += same.update(status="READY", started_at=None)
        else:
            same.update(status="FAILED", finished_at=now, exception_class_path="shapan.jobs.actions.Stopping")
    return taken


def try_again(*, task_id, now: datetime, at_once: bool) -> None:
    """Put a task that has failed back into the queue."""
    failed = DBTaskResult.objects.failed().filter(pk=task_id)
    failed.update(status="READY", started_at=None, finished_at=None, run_after=now if at_once else now + rules.PAUSE)
