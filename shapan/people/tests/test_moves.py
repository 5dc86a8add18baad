"""The director who moves from Hebei to Zhejiang stays one person with one history (method 12)."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate

from shapan.accounts import actions as accounts
from shapan.decisions import actions as decisions
from shapan.decisions.terms import SeatCode
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
from shapan.journal import queries as journal
from shapan.people import actions, queries
from shapan.relationships import queries as relationships
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole

DAY = timedelta(days=1)
MOVE = date(2026, 5, 15)


def met(cast, actor, account, day, person):
    interactions.log_interaction(
        actor=actor, account_id=account.pk, kind=Kind.EXECUTIVE_MEETING, held_on=day, today=day,
        person_ids=(person.pk,), purpose="p", outcome="o", next_step="n",
    )  # fmt: skip


@pytest.fixture
def moved(cast, today):
    """Gao decided at Hebei, was met there, moved to Zhejiang in the middle of May, and was met there too by Wu."""
    zhejiang = accounts.open_account(actor=cast.ke, name="浙江移动", tier="A", today=today)
    teams.take_seat(
        actor=cast.ke, account_id=zhejiang.pk, holder_id=cast.wu.pk, role=SeatRole.AR, started_on=date(2025, 1, 1),
        today=today,
    )  # fmt: skip
    decisions.name_holder(
        actor=cast.lin, account_id=cast.hebei.pk, code=SeatCode.DECIDER, person_id=cast.gao.pk, today=today,
        started_on=date(2025, 6, 1),
    )  # fmt: skip
    met(cast, cast.lin, cast.hebei, date(2026, 5, 1), cast.gao)
    post = actions.open_post(actor=cast.wu, account_id=zhejiang.pk, title="计划部总经理", today=today)
    held = queries.people_in_posts(actor=cast.lin, account_id=cast.hebei.pk, on=today, today=today)[0]
    actions.move_person(actor=cast.ke, appointment_id=held.appointment_id, to_post_id=post.pk, on=MOVE, today=today)
    met(cast, cast.wu, zhejiang, date(2026, 5, 25), cast.gao)
    return SimpleNamespace(**vars(cast), zhejiang=zhejiang)


def house(cast, actor, account, on):
    return relationships.house(actor=actor, account_id=account.pk, on=on, today=date(2026, 6, 1))


def test_the_old_appointment_closes_on_the_day_the_new_one_begins(moved, today):
    career = queries.career(actor=moved.ke, person_id=moved.gao.pk, today=today)
    assert [(p.account, p.started_on, p.ended_on) for p in career] == [
        ("浙江移动", MOVE, None),
        ("河北移动", date(2025, 3, 1), MOVE),
    ]


def test_both_houses_are_right_before_and_after(moved, today):
    def people(account, on):
        return [(p.person, p.interactions, p.days) for p in house(moved, moved.ke, account, on).people]

    assert people(moved.hebei, MOVE - DAY) == [("高总", 1, 13)]
    assert people(moved.zhejiang, MOVE - DAY) == []
    assert people(moved.hebei, MOVE) == []
    assert people(moved.zhejiang, MOVE) == [("高总", 1, 14)]
    assert people(moved.zhejiang, today) == [("高总", 2, 7)]


def test_the_seat_at_hebei_is_empty_from_that_day(moved, today):
    def decider(on):
        pillar = house(moved, moved.ke, moved.hebei, on).pillars[0]
        return pillar.seat.code, pillar.standing and pillar.standing.person

    assert (decider(MOVE - DAY), decider(today)) == (("D", "高总"), ("D", None))


def test_the_history_travels_forward_with_the_person_and_never_back(moved, today):
    def seen(actor):
        from shapan.interactions import queries as contacts

        return [c.held_on for c in contacts.contacts_of_person(actor=actor, person_id=moved.gao.pk, today=today)]

    assert seen(moved.wu) == [date(2026, 5, 25), date(2026, 5, 1)]
    assert seen(moved.lin) == [date(2026, 5, 1)]


def test_the_career_is_read_where_the_person_is_now_and_not_where_the_person_was(moved, today):
    def companies(actor):
        return [post.account for post in queries.career(actor=actor, person_id=moved.gao.pk, today=today)]

    assert companies(moved.wu) == ["浙江移动", "河北移动"]
    assert companies(moved.lin) == ["河北移动"]


def test_who_holds_one_end_only_cannot_move_a_person(cast, today):
    elsewhere = accounts.open_account(actor=cast.ke, name="浙江移动", today=today)
    post = actions.open_post(actor=cast.ke, account_id=elsewhere.pk, title="主任", today=today)
    held = queries.people_in_posts(actor=cast.lin, account_id=cast.hebei.pk, on=today, today=today)[0]
    with pytest.raises(actions.PersonRefused):
        actions.move_person(
            actor=cast.lin, appointment_id=held.appointment_id, to_post_id=post.pk, on=today, today=today
        )
    assert len(queries.career(actor=cast.ke, person_id=cast.gao.pk, today=today)) == 1


@pytest.fixture
def page(cast, today):
    """The form in which Gao moves, and Zhejiang, where one post is held and one stands vacant."""
    zhejiang = accounts.open_account(actor=cast.ke, name="浙江移动", today=today)
    actions.meet_person(
        actor=cast.ke, account_id=zhejiang.pk, title="总经理", name="陆建明", started_on=None, today=today
    )
    vacant = actions.open_post(actor=cast.ke, account_id=zhejiang.pk, title="计划部总经理", today=today)
    held = queries.people_in_posts(actor=cast.lin, account_id=cast.hebei.pk, on=today, today=today)[0]
    address = reverse("people:move", args=[held.appointment_id])
    return SimpleNamespace(address=address, zhejiang=zhejiang, vacant=vacant)


def now(cast):
    career = queries.career(actor=cast.ke, person_id=cast.gao.pk, today=localdate())
    return [(post.account, post.title, post.ended_on) for post in career]


def test_the_form_says_who_sits_where_and_what_stands_vacant(client, cast, page):
    client.force_login(cast.ke)
    words = client.get(page.address).content.decode()
    assert "浙江移动 · 总经理 · 陆建明" in words
    assert "浙江移动 · 计划部总经理 · 空缺" in words
    assert client.post(page.address, {"to_post_id": page.vacant.pk, "on": "2026-05-15"}).status_code == 302
    assert now(cast) == [("浙江移动", "计划部总经理", None), ("河北移动", "计划建设部主任", MOVE)]


def test_a_post_nobody_had_written_down_is_opened_by_the_move(client, cast, page):
    client.force_login(cast.ke)
    sent = {"to_account_id": page.zhejiang.pk, "on": "2026-05-15"}
    refused = client.post(page.address, sent)
    assert refused.status_code == 422
    assert 'id="id_title_error"' in refused.content.decode()
    assert client.post(page.address, sent | {"title": "首席专家"}).status_code == 302
    assert now(cast)[0] == ("浙江移动", "首席专家", None)


def test_a_move_to_nowhere_or_before_the_post_began_is_refused(client, cast, page):
    client.force_login(cast.ke)
    assert 'id="id_to_post_id_error"' in client.post(page.address, {"on": "2026-05-15"}).content.decode()
    early = client.post(page.address, {"to_post_id": page.vacant.pk, "on": "2024-01-01"})
    assert 'id="id_on_error"' in early.content.decode()
    assert len(now(cast)) == 1


def test_who_knows_hebei_only_is_offered_no_company_to_move_to(client, cast, page):
    client.force_login(cast.lin)
    assert "浙江" not in client.get(page.address).content.decode()
    client.post(page.address, {"to_account_id": page.zhejiang.pk, "title": "x", "on": "2026-05-15"})
    assert len(now(cast)) == 1


def test_the_journal_of_either_end_names_the_companies_its_reader_may_know(moved, today):
    def said(actor, account):
        with translation.override("en"):
            entries = journal.entries_of_account(actor=actor, account_id=account.pk, today=today)
        return next(entry.sentence for entry in entries if entry.tag == "people:person:move")

    whole = "柯安 recorded that 高总 moved from 河北移动 · 计划建设部主任 to 浙江移动 · 计划部总经理 on 2026-05-15"
    assert said(moved.ke, moved.hebei) == said(moved.ke, moved.zhejiang) == whole
    assert said(moved.lin, moved.hebei) == whole.replace("浙江移动 · 计划部总经理", "something")
    assert said(moved.wu, moved.zhejiang) == whole.replace("河北移动 · 计划建设部主任", "something")
