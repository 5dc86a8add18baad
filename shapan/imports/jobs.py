"""Imports in the background. Each task is stored in the transaction that hands the import over."""

from datetime import date
from functools import partial

from django.db import transaction
from django.utils import translation
from django.utils.timezone import localdate
from django_tasks import TaskContext, task

from shapan.imports import actions
from shapan.imports.terms import Status
from shapan.kernel.errors import Refused


@task(takes_context=True)
def check(context: TaskContext, *, import_id: int, language: str, **_later_versions) -> None:
    _carry(actions.check, context, import_id, language)


@task(takes_context=True)
def store(context: TaskContext, *, import_id: int, language: str, **_later_versions) -> None:
    _carry(actions.store, context, import_id, language)


@task(takes_context=True)
def take_back(context: TaskContext, *, import_id: int, actor_id: int, language: str, **_later_versions) -> None:
    _carry(partial(actions.take_back, actor_id=actor_id), context, import_id, language)


TASKS = {Status.CHECKING: check, Status.STORING: store, Status.UNDOING: take_back}


@transaction.atomic
def hand_over(*, actor, import_id: int, to: Status, today: date) -> None:
    """Let a worker do it. The reasons it gives are in the language of who asked."""
    task_of = TASKS[to].enqueue(import_id=import_id, actor_id=actor.pk, language=translation.get_language())
    actions.begin(actor=actor, import_id=import_id, to=to, task_id=task_of.id, today=today)


def _carry(act, context: TaskContext, import_id: int, language: str) -> None:
    """A refusal ends the import, in words for its page; anything else is tried again by the worker."""
    holder = f"{context.task_result.id}/{len(context.task_result.worker_ids)}"
    with translation.override(language):
        try:
            act(import_id=import_id, holder=holder, today=localdate())
        except actions.Overtaken:
            raise
        except Refused as refusal:
            actions.fail(import_id=import_id, holder=holder, message=str(refusal))
