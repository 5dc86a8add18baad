"""Today: what is worth doing now, for an account manager and for whoever leads."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from shapan.accounts import actions as accounts
from shapan.decisions import actions as decisions
from shapan.decisions.terms import SeatCode
from shapan.insight.queries.today import todays_work
from shapan.insight.rules.worth import Step
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
from shapan.opportunities import actions as opportunities
from shapan.people import actions as people
from shapan.people import queries as people_reads
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole

TODAY = date(2026, 6, 1)


@pytest.fixture
def scene(cast):
    """Director Gao decides at Hebei (tier A: 30 days), supports us at 1, and was met effectively 50 days ago."""
    cast.at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": TODAY}
    decisions.name_holder(**cast.at, code=SeatCode.DECIDER, person_id=cast.gao.pk)
    meet(cast, days=50)
    for criterion in Criterion:
        seen = relationships.record_evidence(
            **cast.at, person_id=cast.gao.pk, criterion=criterion, level=1, statement="s", observed_on=TODAY
        )
        relationships.verify_evidence(actor=cast.song, evidence_id=seen.pk, today=TODAY)
    return cast


def meet(cast, *, days, person=None, **told):
    return interactions.log_interaction(
        **cast.at, kind=Kind.MEETING, held_on=TODAY - timedelta(days), person_ids=((person or cast.gao).pk,),
        **{"purpose": "p", "outcome": "o", "next_step": "n"} | told,
    ).interaction  # fmt: skip


def today(actor, on=TODAY):
    return todays_work(actor=actor, today=on)


def first_things(actor, on=TODAY):
    return [(row.account, row.move.step, row.move.seat) for row in today(actor, on).worth]


def test_a_cold_decider_comes_first_and_then_the_empty_seats_by_weight(scene):
    assert first_things(scene.lin) == [
        ("河北移动", Step.MEET, "D"),
        ("河北移动", Step.NAME, "A"),
        ("河北移动", Step.NAME, "E"),
    ]
    move = today(scene.lin).worth[0].move
    assert move.gain == pytest.approx((30 - 30 * 0.7) / (3 * 88)), "of 30 points silence leaves seven tenths"


def test_once_met_the_decider_need_not_be_met_again(scene):
    meet(scene, days=0)
    assert [(step, seat) for _account, step, seat in first_things(scene.lin)] == [
        (Step.NAME, "A"), (Step.NAME, "E"), (Step.NAME, "P"),
    ]  # fmt: skip


def test_whoever_asked_to_be_left_alone_is_never_proposed(scene):
    people.record_objection(actor=scene.lin, person_id=scene.gao.pk, words="w", objected_on=TODAY, today=TODAY)
    assert all(step is Step.NAME for _account, step, _seat in first_things(scene.lin))


def test_the_arithmetic_stands_on_the_page_and_opens(client, scene):
    client.force_login(scene.lin)
    page = client.get("/").content.decode()
    assert "再见一次高总（决策者）" in page
    why = page.split('<details class="worth-why"')[1].split("</details>")[0]
    assert "两周后的支持指数，什么都不做" in why
    assert "A 级客户的权重" in why


def test_the_warning_comes_before_the_cadence_has_passed(scene):
    def cold(days):
        meet(scene, days=days)
        return [(row.person.person, row.days_left) for row in today(scene.lin).cold]

    assert cold(33) == [("高总", -3)]
    assert cold(23) == [("高总", 7)]
    assert cold(22) == []


def test_people_without_a_seat_go_cold_too_once_we_have_met_them(scene):
    he = people.meet_person(**scene.at, title="专员", name="何静", started_on=date(2025, 1, 1))
    meet(scene, days=0)
    assert today(scene.lin).cold == ()
    meet(scene, days=50, person=he)
    assert [(row.person.person, row.days_left) for row in today(scene.lin).cold] == [("何静", -5)]


def test_seats_without_a_name_or_a_stance_are_listed_by_weight(scene):
    he = people.meet_person(**scene.at, title="采购主任", name="何静", started_on=date(2025, 1, 1))
    decisions.name_holder(**scene.at, code=SeatCode.APPROVER, person_id=he.pk)
    assert [(row.code, row.person) for row in today(scene.lin).unknown] == [
        ("A", "何静"),
        ("E", ""),
        ("P", ""),
        ("U", ""),
    ]


def test_next_steps_and_unwritten_outcomes_wait(scene):
    meet(scene, days=3, outcome="", next_step="带报告", next_on=TODAY)
    work = today(scene.lin)
    assert [step.text for step in work.steps] == ["带报告"]
    assert [row.account for row in work.untold] == ["河北移动"]
    assert today(scene.song).steps == ()
    assert [step.text for step in today(scene.shen).steps] == ["带报告"], "whoever leads sees the whole tree's"


def test_who_comes_and_goes_this_week(scene):
    held = people_reads.people_in_posts(actor=scene.lin, account_id=scene.hebei.pk, on=TODAY, today=TODAY)
    people.end_appointment(
        actor=scene.lin, appointment_id=held[0].appointment_id, ended_on=TODAY + timedelta(5), today=TODAY
    )
    assert [(post.person, post.ended_on) for post in today(scene.lin).came_and_went] == [("高总", date(2026, 6, 6))]
    assert today(scene.lin, on=date(2026, 7, 1)).came_and_went == ()


def test_leaders_see_who_moved_in_a_month(scene):
    """A month ago nothing was known of Gao; now the decider supports us."""
    (mover,) = today(scene.shen).up
    assert (mover.account.name, mover.before.key.si.value) == ("河北移动", 0)
    assert mover.gained == pytest.approx(30 / (3 * 88))
    assert today(scene.shen).down == ()
    assert today(scene.lin).up == ()


def test_a_leader_weighs_the_tree_and_a_manager_the_own_seats(scene):
    far = accounts.open_account(actor=scene.ke, name="浙江移动", tier="S", today=TODAY)
    teams.take_seat(
        actor=scene.ke, account_id=far.pk, holder_id=scene.song.pk, role=SeatRole.AR, started_on=date(2025, 1, 1),
        today=TODAY,
    )  # fmt: skip
    assert today(scene.lin).accounts == 1
    assert today(scene.shen).accounts == today(scene.ke).accounts == 2
    assert {row[0] for row in first_things(scene.shen)} == {"河北移动", "浙江移动"}
    assert today(scene.wu).accounts == 0


def test_what_is_not_weighed_is_said(client, scene, monkeypatch):
    accounts.open_account(actor=scene.ke, name="浙江移动", tier="S", today=TODAY)
    monkeypatch.setattr("shapan.insight.queries.today.CARED_FOR", 1)
    client.force_login(scene.ke)
    page = client.get("/").content.decode()
    assert "这里比较的是等级最高的 1 家客户" in page
    assert "浙江移动" in page


def test_the_furthest_claim_stands_first(scene):
    he = people.meet_person(**scene.at, title="专员", name="何静", started_on=date(2025, 1, 1))
    decisions.name_holder(**scene.at, code=SeatCode.USER, person_id=he.pk)
    for person, level in ((scene.gao, 2), (he, 1)):
        relationships.claim_level(**scene.at, person_id=person.pk, level=level)
    assert [row.person.person for row in today(scene.lin).over_claimed] == ["何静", "高总"]


def test_a_stranger_has_an_empty_day_that_teaches(client, scene):
    client.force_login(scene.wu)
    assert "还没有您负责的事" in client.get(reverse("insight:today")).content.decode()


def test_what_is_open_at_a_customer_weighs_and_what_is_decided_does_not(scene):
    assert today(scene.lin).worth[0].move.value_weight == 1
    deal = {"account_id": scene.hebei.pk, "currency": "CNY", "today": TODAY, "actor": scene.lin}
    won = opportunities.open_opportunity(**deal, name="旧", amount=Decimal(90_000_000))
    opportunities.win(actor=scene.lin, opportunity_id=won.pk, version=1, decided_on=TODAY, today=TODAY)
    opportunities.open_opportunity(actor=scene.lin, account_id=scene.hebei.pk, name="未知", today=TODAY)
    assert today(scene.lin).worth[0].move.value_weight == 1
    opportunities.open_opportunity(**deal, name="新", amount=Decimal(9_000_000))
    move = today(scene.lin).worth[0].move
    assert move.value_weight == 2
    assert move.worth == pytest.approx(move.gain * move.tier_weight * 2 / move.effort.hours)
