"""Posts and appointments at the customer: what cannot be is refused, in words."""

from datetime import date

import pytest

from shapan.accounts import actions as accounts
from shapan.people import actions, queries
from shapan.people.terms import LinkKind


@pytest.fixture
def elsewhere(cast, today):
    """A customer of others, with a department and a post of its own."""
    account = accounts.open_account(actor=cast.ke, name="浙江移动", today=today)
    cast.far_room = accounts.open_department(actor=cast.ke, account_id=account.pk, name="网络部", today=today)
    cast.far_post = actions.open_post(actor=cast.ke, account_id=account.pk, title="主任", today=today)
    return cast


def test_a_post_reports_to_a_post_and_stands_in_a_department_of_its_own_company(elsewhere, today):
    here = {"actor": elsewhere.ke, "account_id": elsewhere.hebei.pk, "title": "处长", "today": today}
    with pytest.raises(actions.PersonRefused, match="没有这个岗位"):
        actions.open_post(**here, parent_id=elsewhere.far_post.pk)
    with pytest.raises(actions.PersonRefused, match="没有这个部门"):
        actions.open_post(**here, department_id=elsewhere.far_room.pk)
    post = actions.open_post(**here, parent_id=elsewhere.post.pk, department_id=elsewhere.planning.pk)
    assert post.parent_id == elsewhere.post.pk


def test_a_person_is_met_in_a_post_that_is_known_or_vacant(cast, today):
    met = {"actor": cast.lin, "name": "王芳", "started_on": None, "today": today}
    with pytest.raises(actions.PersonRefused, match="没有这个岗位"):
        actions.enrol_person(**met, post_id=999_999)
    vacant = actions.open_post(actor=cast.lin, account_id=cast.hebei.pk, title="处长", today=today)
    wang = actions.meet_person(**met, account_id=cast.hebei.pk, title="", vacant_post_id=vacant.pk)
    held = queries.career(actor=cast.lin, person_id=wang.pk, today=today)
    assert [post.title for post in held] == ["处长"]


def test_a_known_person_takes_a_further_post_once(cast, today):
    second = actions.open_post(actor=cast.lin, account_id=cast.hebei.pk, title="专家组长", today=today)
    take = {"actor": cast.lin, "person_id": cast.gao.pk, "started_on": date(2026, 5, 1), "today": today}
    actions.appoint(**take, post_id=second.pk)
    with pytest.raises(actions.PersonRefused, match="已在该岗位任职"):
        actions.appoint(**take, post_id=second.pk)
    with pytest.raises(actions.PersonRefused, match="没有这个岗位或人物"):
        actions.appoint(**take, post_id=999_999)
    assert len(queries.career(actor=cast.lin, person_id=cast.gao.pk, today=today)) == 2


def test_a_move_into_the_same_post_or_out_of_one_that_has_ended_is_none(cast, today):
    held = queries.people_in_posts(actor=cast.lin, account_id=cast.hebei.pk, on=today, today=today)[0]
    move = {"actor": cast.lin, "appointment_id": held.appointment_id, "on": today, "today": today}
    with pytest.raises(actions.PersonRefused, match="已在该岗位任职"):
        actions.move_person(**move, to_post_id=cast.post.pk)
    actions.end_appointment(actor=cast.lin, appointment_id=held.appointment_id, ended_on=today, today=today)
    with pytest.raises(actions.PersonRefused, match="已经结束"):
        actions.move_person(**move, to_post_id=cast.post.pk)


def test_nobody_is_linked_with_themselves_or_by_those_who_left_the_team(cast, today):
    he = actions.meet_person(
        actor=cast.lin, account_id=cast.hebei.pk, title="专员", name="何静", started_on=None, today=today
    )
    link = {"actor": cast.lin, "kind": LinkKind.ALLIED, "evidence": "e", "today": today}
    with pytest.raises(actions.PersonRefused, match="两位不同"):
        actions.link_people(**link, person_id=he.pk, other_id=he.pk)
    held = queries.people_in_posts(actor=cast.lin, account_id=cast.hebei.pk, on=today, today=today)
    for post in held:
        actions.end_appointment(actor=cast.lin, appointment_id=post.appointment_id, ended_on=today, today=today)
    with pytest.raises(actions.PersonRefused, match="您不在此人"):
        actions.link_people(**link, person_id=he.pk, other_id=cast.gao.pk)
