"""The director who moves from Hebei to Zhejiang stays one person with one history (method 12)."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from shapan.accounts import actions as accounts
from shapan.decisions import actions as decisions
from shapan.decisions.terms import SeatCode
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
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
