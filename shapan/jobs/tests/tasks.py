"""Small tasks for the tests: a worker finds a task by the path of its module."""

from django_tasks import task

from shapan.jobs import actions
from shapan.kernel.errors import Refused

done = []


@task()
def note(*, word, **_later_versions):
    done.append(word)


@task()
def refuse(**_later_versions):
    done.append("tried")
    raise Refused("no")


@task()
def stumble(**_later_versions):
    done.append("tried")
    raise OSError("the disk is away")


@task()
def go_down(**_later_versions):
    actions.stop_asked.get().set()
    actions.give_way()
