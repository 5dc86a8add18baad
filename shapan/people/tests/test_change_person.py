"""Names and ways to reach a person are mended where the person works."""

import pytest
from django.urls import reverse
from django.utils import translation

from shapan.journal import queries as journal
from shapan.people import actions, queries


@pytest.fixture
def page(cast):
    return reverse("people:change", args=[cast.gao.pk])


def points(cast, today):
    return queries.contact_points(actor=cast.ke, person_id=cast.gao.pk, today=today)


def test_lin_writes_down_how_gao_is_reached_and_the_journal_keeps_no_number(client, cast, page, today):
    client.force_login(cast.lin)
    sent = {"name": "高建平", "latin_name": "Gao", "emails": "gao@hebei.example\n", "phones": "1\r\n2", "version": 1}
    assert client.post(page, sent).status_code == 302
    assert points(cast, today) == [("email", "gao@hebei.example"), ("phone", "1"), ("phone", "2")]
    with translation.override("en"):
        last = journal.entries_of_account(actor=cast.song, account_id=cast.hebei.pk, today=today)[0]
    assert last.sentence == "林岚 changed facts of 高建平: Person’s name, Work e-mail, Work phone"
    assert last.changes == ()


def test_what_is_taken_out_is_gone_and_what_stays_is_left_alone(cast, today):
    change = {"actor": cast.lin, "person_id": cast.gao.pk, "today": today}
    actions.change_person(**change, version=1, emails=("a@x.example", "b@x.example"), phones=("1",))
    actions.change_person(**change, version=2, emails=("b@x.example",))
    assert points(cast, today) == [("email", "b@x.example"), ("phone", "1")]
    assert actions.change_person(**change, version=3, emails=("b@x.example",), phones=("1",)).version == 3


def test_a_colleague_who_was_faster_is_not_overwritten(client, cast, page, today):
    actions.change_person(actor=cast.song, person_id=cast.gao.pk, version=1, today=today, phones=("9",))
    client.force_login(cast.lin)
    refused = client.post(page, {"name": "高总", "phones": "7", "version": 1}, headers={"Accept-Language": "en"})
    assert refused.status_code == 422
    assert "Now: 9" in refused.content.decode()
    assert points(cast, today) == [("phone", "9")]


def test_a_line_that_is_no_mail_address_is_named(client, cast, page, today):
    client.force_login(cast.lin)
    refused = client.post(page, {"name": "高总", "emails": "gao@hebei.example\ngao at hebei", "version": 1})
    assert refused.status_code == 422
    assert 'id="id_emails_error"' in refused.content.decode()
    assert points(cast, today) == []


def test_a_stranger_finds_no_such_person(client, cast, page, today):
    client.force_login(cast.wu)
    assert client.post(page, {"name": "x", "version": 1}).status_code == 404
