"""Tasks outlive the workers that run them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from shapan.jobs import actions, queries, rules
from shapan.jobs.terms import State
from shapan.jobs.tests import tasks

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_done(db):
    tasks.done.clear()


def state(asked):
    found = queries.standing(asked.id, now=NOW)
    return found.state, found.tries


def run_by_a_worker_that_died(asked, last_beat):
    """The row as a killed worker leaves it."""
    actions.beat(worker_id="w1", now=last_beat)
    DBTaskResult.objects.filter(pk=asked.id).update(status="RUNNING", started_at=last_beat, worker_ids=["w1"])


def test_a_task_waits_until_a_worker_takes_it(work):
    asked = tasks.note.enqueue(word="hello")
    assert (state(asked), tasks.done) == ((State.WAITING, 0), [])
    work()
    assert (state(asked), tasks.done) == ((State.DONE, 1), ["hello"])


def test_a_task_asked_for_in_a_transaction_that_fails_was_never_asked_for(work):
    with transaction.atomic():
        tasks.note.enqueue(word="hello")
        transaction.set_rollback(True)
    work()
    assert tasks.done == []


def test_the_task_of_a_silent_worker_is_taken_over_when_its_lease_ends(work):
    asked = tasks.note.enqueue(word="hello")
    run_by_a_worker_that_died(asked, NOW)
    assert actions.reclaim(now=NOW + rules.LEASE - timedelta(seconds=1)) == 0
    assert state(asked) == (State.RUNNING, 1)
    assert actions.reclaim(now=NOW + rules.LEASE) == 1
    work()
    assert (state(asked), tasks.done) == ((State.DONE, 2), ["hello"])


def test_a_task_that_kills_every_worker_is_given_up():
    asked = tasks.note.enqueue(word="hello")
    run_by_a_worker_that_died(asked, NOW)
    DBTaskResult.objects.update(worker_ids=["w1"] * rules.TRIES)
    assert actions.reclaim(now=NOW + rules.LEASE) == 0
    assert state(asked)[0] is State.FAILED


def test_a_refusal_is_final(work):
    asked = tasks.refuse.enqueue()
    work()
    assert (state(asked), tasks.done) == ((State.FAILED, 1), ["tried"])


def test_what_may_pass_is_tried_again_and_not_for_ever(work):
    asked = tasks.stumble.enqueue()
    for _turn in range(rules.TRIES + 2):
        work()
        DBTaskResult.objects.update(run_after=NOW - timedelta(days=1))
    assert (state(asked), len(tasks.done)) == ((State.FAILED, rules.TRIES), rules.TRIES)


def test_a_server_that_goes_down_hands_its_task_to_the_next_at_once(work):
    asked = tasks.go_down.enqueue()
    work()
    assert state(asked) == (State.WAITING, 1)


def test_nobody_attends_when_no_worker_gives_a_sign():
    asked = tasks.note.enqueue(word="hello")
    assert not queries.standing(asked.id, now=NOW).attended
    actions.beat(worker_id="w1", now=NOW)
    assert queries.standing(asked.id, now=NOW).attended
    actions.retire(worker_id="w1")
    assert not queries.standing(asked.id, now=NOW).attended
