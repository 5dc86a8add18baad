"""The loop that runs tasks: django-tasks-db takes them, we add the sign of life, the lease and the second try."""

import logging
import os
import socket
import threading
from secrets import token_hex

from django.db import DatabaseError, connections
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from shapan.jobs import actions, daily, rules
from shapan.kernel.errors import Refused

log = logging.getLogger("shapan.jobs")
LOOK = 1.0  # seconds between two looks into the queue


class Worker:
    """One worker of this process. `run` until told to `stop`; `work` once, for whatever waits now."""

    def __init__(self) -> None:
        self.id = f"{socket.gethostname()[:32]}-{os.getpid()}-{token_hex(4)}"
        self.stopping = threading.Event()
        self.ended = threading.Event()
        self.day = None

    def run(self) -> None:
        heart = threading.Thread(target=self._beat, name="shapan-heart", daemon=True)
        heart.start()
        try:
            while not self.stopping.is_set():
                self._try(self.work)
                self._try(self.begin_day)
                self.stopping.wait(LOOK)
            heart.join()
            self._try(lambda: actions.retire(worker_id=self.id))
        finally:
            connections.close_all()
            self.ended.set()

    def stop(self) -> None:
        self.stopping.set()

    def work(self) -> None:
        """Run what waits, one task after the other, until nothing waits."""
        actions.beat(worker_id=self.id, now=timezone.now())
        if DBTaskResult.objects.running().exists():
            actions.reclaim(now=timezone.now())
        if DBTaskResult.objects.ready().exists():
            _Runner(self).run()

    def begin_day(self) -> None:
        """What is done once a day, on the first look of each. An act that fails does not keep the others from it."""
        today = timezone.localdate()
        if today == self.day:
            return
        self.day = today
        for name, act in daily.ACTS.items():
            try:
                act(today)
            except Exception:
                log.exception("The daily act “%s” failed; it is tried again tomorrow.", name)

    def _beat(self) -> None:
        try:
            while not self.stopping.wait(rules.BEAT):
                self._try(lambda: actions.beat(worker_id=self.id, now=timezone.now()))
        finally:
            connections.close_all()

    def _try(self, act) -> None:
        """A database that is busy or away is asked again; a worker outlives it."""
        try:
            act()
        except DatabaseError:
            log.exception("The database did not answer the worker.")
            connections.close_all()


class _Runner(db_worker.Worker):
    """Theirs, with what to do when a task failed."""

    def __init__(self, worker: Worker) -> None:
        super().__init__(
            queue_names=["*"], interval=0, batch=True, backend_name="default", startup_delay=False, max_tasks=None,
            worker_id=worker.id, excluded_queue_names=[],
        )  # fmt: skip
        self.stopping = worker.stopping

    def run_task(self, db_task_result: DBTaskResult) -> None:
        token = actions.stop_asked.set(self.stopping)
        try:
            super().run_task(_Judged(db_task_result))
        finally:
            actions.stop_asked.reset(token)
        self.running = not self.stopping.is_set()


class _Judged:
    """A task that, when it failed for a reason that may pass, goes back to the queue."""

    def __init__(self, task: DBTaskResult) -> None:
        self._task = task

    def __getattr__(self, name):
        return getattr(self._task, name)

    def set_failed(self, wrong: BaseException) -> None:
        self._task.set_failed(wrong)
        stopped, refused = isinstance(wrong, actions.Stopping), isinstance(wrong, Refused)
        if not stopped and not refused:
            log.error("Task %s (%s) failed.", self._task.pk, self._task.task_path, exc_info=wrong)
        if stopped or (not refused and rules.may_try_again(len(self._task.worker_ids))):
            actions.try_again(task_id=self._task.pk, now=timezone.now(), at_once=stopped)
