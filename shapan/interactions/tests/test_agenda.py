"""What contacts left to do: next steps whose day has come, and visits of which nobody wrote what came out."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from shapan.interactions import actions, queries
from shapan.interactions.terms import Kind

WEEK = timedelta(days=7)


@pytest.fixture
def visit(cast, today):
    return actions.log_interaction(
        actor=cast.lin, account_id=cast.hebei.pk, kind=Kind.MEETING, held_on=date(2026, 5, 28), today=today,
        person_ids=(cast.gao.pk,), purpose="看样机", next_step="带测试报告", next_on=date(2026, 6, 3),
    ).interaction  # fmt: skip


def due(actor, today):
    return [step.text for step in queries.steps_due(actor=actor, since=today - WEEK, until=today + WEEK, today=today)]


def untold(actor, today, **of):
    return [
        row.interaction_id for row in queries.without_outcome(actor=actor, since=date(2026, 5, 1), today=today, **of)
    ]


def test_a_next_step_is_due_until_its_people_have_been_met_again(cast, visit, today):
    assert due(cast.lin, today) == due(cast.shen, today) == ["带测试报告"]
    assert due(cast.wu, today) == []
    again = {"actor": cast.lin, "account_id": cast.hebei.pk, "kind": Kind.CALL, "today": today}
    actions.log_interaction(**again, held_on=date(2026, 5, 29), person_ids=())
    assert due(cast.lin, today) == ["带测试报告"]
    actions.log_interaction(**again, held_on=date(2026, 5, 29), person_ids=(cast.gao.pk,))
    assert due(cast.lin, today) == []


def test_a_visit_without_an_outcome_waits_for_whoever_logged_it(cast, visit, today):
    assert untold(cast.lin, today) == untold(cast.lin, today, owner_ids=[cast.lin.pk]) == [visit.pk]
    assert untold(cast.song, today, owner_ids=[cast.song.pk]) == []
    assert untold(cast.wu, today) == []


def test_a_greeting_needs_no_outcome(cast, today):
    actions.log_interaction(
        actor=cast.lin, account_id=cast.hebei.pk, kind=Kind.GREETING, held_on=today, today=today, person_ids=()
    )
    assert untold(cast.lin, today) == []


def test_with_its_outcome_the_visit_counts_and_warms(client, cast, visit, today):
    client.force_login(cast.lin)
    address = reverse("interactions:outcome", args=[visit.pk])
    page = client.get(address).content.decode()
    assert "带测试报告" in page

    told = {"outcome": "要求六月复测", "purpose": "看样机", "next_step": "下周三带测试报告", "version": visit.version}
    answer = client.post(address, told)

    assert answer.url == reverse("insight:told", args=[visit.pk])
    contact = queries.contact(actor=cast.lin, interaction_id=visit.pk, today=today)
    assert (contact.outcome, contact.effective) == ("要求六月复测", True)
    assert contact.next_on.isoweekday() == 3
    assert untold(cast.lin, today) == []
    assert client.get(address).url == answer.url
    said = client.get(reverse("insight:timeline", args=[cast.hebei.pk]), {"show": "changes"}).content.decode()
    assert "林岚补写了接触结果" in said


def test_nobody_overwrites_what_a_colleague_wrote_meanwhile(client, cast, visit, today):
    actions.tell_outcome(actor=cast.song, interaction_id=visit.pk, outcome="同意复测", today=today)
    client.force_login(cast.lin)
    answer = client.post(reverse("interactions:outcome", args=[visit.pk]), {"outcome": "x", "version": visit.version})
    assert answer.url == reverse("insight:told", args=[visit.pk])
    assert queries.contact(actor=cast.lin, interaction_id=visit.pk, today=today).outcome == "同意复测"


def test_an_empty_outcome_is_asked_for_and_a_stranger_finds_nothing(client, cast, visit):
    address = reverse("interactions:outcome", args=[visit.pk])
    client.force_login(cast.lin)
    assert client.post(address, {"outcome": " ", "version": visit.version}).status_code == 422
    client.force_login(cast.wu)
    assert client.get(address).status_code == client.post(address, {"outcome": "x"}).status_code == 404
