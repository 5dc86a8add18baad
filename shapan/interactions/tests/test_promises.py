"""A promise is kept, and opened again when it was not."""

from datetime import date

import pytest
from django.urls import reverse

from shapan.interactions import actions, queries
from shapan.interactions.actions import Promised
from shapan.interactions.terms import Kind

DUE = date(2026, 5, 25)


@pytest.fixture
def promise(cast, today):
    logged = actions.log_interaction(
        actor=cast.lin, account_id=cast.hebei.pk, kind=Kind.CALL, held_on=today, today=today,
        person_ids=(cast.gao.pk,), promises=(Promised("送样机", DUE),),
    )  # fmt: skip
    return logged.promises[0].pk


def is_open(cast, today):
    return [row.text for row in queries.open_promises(actor=cast.lin, today=today)] == ["送样机"]


def test_a_kept_promise_stands_in_the_timeline_and_is_opened_again_from_there(client, cast, promise, today):
    client.force_login(cast.lin)
    timeline, reopening = reverse("insight:timeline", args=[cast.hebei.pk]), reverse(
        "interactions:reopen_promise", args=[promise]
    )  # fmt: skip
    assert reopening not in client.get(timeline).content.decode()
    client.post(reverse("interactions:keep_promise", args=[promise]))
    assert not is_open(cast, today)
    assert reopening in client.get(timeline).content.decode()
    assert client.post(reopening, {"back": timeline}).url == timeline
    assert is_open(cast, today)
    said = client.get(timeline, {"show": "changes"}).content.decode()
    assert "重新打开了一项承诺" in said


@pytest.mark.parametrize("name", ["interactions:keep_promise", "interactions:reopen_promise"])
def test_a_stranger_finds_no_such_promise(client, cast, promise, name, today):
    client.force_login(cast.wu)
    assert client.post(reverse(name, args=[promise])).status_code == 404
    assert is_open(cast, today)


def test_a_colleague_who_read_an_older_version_is_told_so(client, cast, promise, today):
    client.force_login(cast.song)
    answer = client.post(reverse("interactions:keep_promise", args=[promise]), {"version": "7"}, follow=True)
    assert "已有人修改过" in answer.content.decode()
    assert is_open(cast, today)
