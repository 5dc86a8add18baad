"""Who decides at this amount: a branch of Hebei buys for twelve million, headquarters keeps the shortlist."""

import json
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from shapan.accounts import actions as accounts
from shapan.decisions import actions as decisions
from shapan.decisions import queries as decision_reads
from shapan.decisions.actions import BandSpec
from shapan.decisions.terms import Authority, Entry, Gap, PurchasingModel, SeatCode
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
from shapan.kernel.errors import EditConflict
from shapan.people import actions as people
from shapan.relationships import actions as relationships
from shapan.relationships.queries import who_decides
from shapan.relationships.terms import Criterion

TODAY = date(2026, 6, 1)
TWELVE = Decimal(12_000_000)


@pytest.fixture
def scene(cast):
    """Director Gao releases up to five million, the vice president up to twenty; above stands headquarters."""
    cast.at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": TODAY}
    cast.group = accounts.open_account(actor=cast.ke, name="集团", tier="S", today=TODAY)
    accounts.change_account(actor=cast.ke, account_id=cast.hebei.pk, version=1, today=TODAY, parent_id=cast.group.pk)
    cast.vice = people.open_post(**cast.at, title="副总裁")
    cast.president = people.open_post(**cast.at, title="总裁")
    floors = {0: cast.post, 5_000_000: cast.vice, 20_000_000: cast.president}
    bands = tuple(BandSpec(Decimal(floor), post.pk) for floor, post in floors.items())
    cast.mode = decisions.record_mode(
        actor=cast.ke, account_id=cast.hebei.pk, today=TODAY, category="承载网", bands=bands,
        model=PurchasingModel.SHORTLIST, headquarters_id=cast.group.pk,
        shortlisted=True, reported=False, authority=Authority.SINGLE, collective_threshold=Decimal(50_000_000),
    )  # fmt: skip
    return cast


def asked(actor, scene, amount=TWELVE, category="承载网"):
    return who_decides(actor=actor, account_id=scene.hebei.pk, amount=amount, category=category, today=TODAY)


def told(answer):
    return [
        (step.role, step.title, step.person and step.person.person, step.gap) for step in answer.path if not step.above
    ]


def befriend(scene):
    """Gao supports us and was met yesterday."""
    interactions.log_interaction(
        **scene.at, kind=Kind.MEETING, held_on=date(2026, 5, 31), person_ids=(scene.gao.pk,), purpose="p", outcome="o",
        next_step="n",
    )  # fmt: skip
    for criterion in Criterion:
        seen = relationships.record_evidence(
            **scene.at, person_id=scene.gao.pk, criterion=criterion, level=1, statement="s", observed_on=TODAY
        )
        relationships.verify_evidence(actor=scene.song, evidence_id=seen.pk, today=TODAY)


def test_the_path_runs_from_the_director_to_the_vice_president(scene):
    assert told(asked(scene.lin, scene)) == [
        (SeatCode.APPROVER, "计划建设部主任", "高总", Gap.UNKNOWN),
        (SeatCode.DECIDER, "副总裁", None, Gap.VACANT),
    ]
    assert [row[1] for row in told(asked(scene.lin, scene, amount=Decimal(1)))] == ["计划建设部主任"]


def test_a_warm_supporter_is_no_gap_and_is_ours_to_name(scene):
    befriend(scene)
    step = asked(scene.lin, scene).path[0]
    assert (step.gap, step.owner) == (None, "林岚")


def test_shortlisted_above_and_not_reported_below_is_dead(scene):
    assert asked(scene.lin, scene).entry is Entry.DEAD
    decisions.change_mode(actor=scene.lin, mode_id=scene.mode.pk, today=TODAY, reported=True)
    assert asked(scene.lin, scene).entry is Entry.OPEN


def test_headquarters_is_named_to_those_who_see_it_and_hidden_from_those_who_do_not(scene):
    above = [step for step in asked(scene.ke, scene).path if step.above]
    assert [(step.account, step.gap) for step in above] == [("集团", Gap.VACANT)]
    hidden = [step for step in asked(scene.lin, scene).path if step.above]
    assert [(step.account, step.seen) for step in hidden] == [("", False)]


def test_headquarters_own_bands_join_the_path(scene):
    post = people.open_post(actor=scene.ke, account_id=scene.group.pk, title="采购总监", today=TODAY)
    decisions.record_mode(
        actor=scene.ke, account_id=scene.group.pk, today=TODAY, bands=(BandSpec(Decimal(0), post.pk),)
    )
    assert [step.title for step in asked(scene.ke, scene).path] == ["计划建设部主任", "副总裁", "采购总监"]


def test_another_category_falls_back_to_the_mode_for_everything(scene):
    assert asked(scene.lin, scene, category="终端").mode is None
    decisions.record_mode(**scene.at, bands=(BandSpec(Decimal(0), scene.president.pk),))
    assert [row[1] for row in told(asked(scene.lin, scene, category="终端"))] == ["总裁"]


def test_above_the_threshold_they_decide_together(scene):
    assert not asked(scene.lin, scene).collective
    assert asked(scene.lin, scene, amount=Decimal(50_000_000)).collective


def test_a_stranger_learns_nothing(client, scene):
    assert asked(scene.wu, scene) is None
    client.force_login(scene.wu)
    for address in (
        reverse("insight:deciding", args=[scene.hebei.pk]),
        reverse("decisions:record_mode", args=[scene.hebei.pk]),
        reverse("decisions:change_mode", args=[scene.mode.pk]),
        reverse("decisions:end_mode", args=[scene.mode.pk]),
    ):
        assert client.get(address).status_code == 404


def test_the_question_is_asked_as_people_say_it(client, scene):
    client.force_login(scene.lin)
    address = reverse("insight:deciding", args=[scene.hebei.pk])
    page = client.get(address, {"amount": "1200万", "category": "承载网"}).content.decode()
    assert "入而不报" in page
    assert "副总裁" in page
    assert f"?lit={scene.post.pk}.{scene.vice.pk}" in page
    assert "请写金额" in client.get(address, {"amount": "很多"}).content.decode()


def test_the_sand_table_lights_the_path(client, scene):
    client.force_login(scene.lin)
    page = client.get(reverse("insight:sand_table", args=[scene.hebei.pk]), {"lit": f"{scene.vice.pk}.x"})
    card = page.content.decode().split(f'id="c{scene.vice.pk}"')[1].split(">")[0]
    assert " lit" in card
    assert page.content.decode().count(" lit") == 1


def test_in_the_terminal(scene):
    out = StringIO()
    call_command("decide", "河北移动", amount="12m", category="承载网", json=True, stdout=out)
    answer = json.loads(out.getvalue())
    assert (answer["shortlisted"], answer["reported"], answer["entry"]) == (True, False, "dead")
    assert [(step["role"], step["person"], step["gap"]) for step in answer["path"]] == [
        ("A", "高总", "unknown"), ("D", None, "vacant"), ("A", None, "vacant"),
    ]  # fmt: skip
    out = StringIO()
    call_command("decide", "河北移动", amount="12m", category="承载网", stdout=out)
    assert "副总裁" in out.getvalue()


def test_a_mode_is_recorded_changed_and_ended_from_its_page(client, scene):
    client.force_login(scene.lin)
    here = reverse("insight:deciding", args=[scene.hebei.pk])
    told = {
        "category": "终端", "model": "local", "currency": "cny", "collective_threshold": "5000万", "grade": "b2",
        "from_1": "0", "post_1": scene.post.pk, "from_2": "500万", "post_2": scene.vice.pk,
    }  # fmt: skip
    assert client.post(reverse("decisions:record_mode", args=[scene.hebei.pk]), told).url == here
    mode = next(
        m for m in decision_reads.modes(actor=scene.lin, account_id=scene.hebei.pk, today=TODAY) if m.category == "终端"
    )
    assert [band.amount_from for band in mode.bands] == [0, 5_000_000]
    assert (mode.currency, mode.grade, mode.completeness.share) == ("CNY", "B2", 0.3)
    page = client.get(reverse("decisions:change_mode", args=[mode.id])).content.decode()
    assert 'value="5,000,000"' in page
    again = {**told, "version": mode.version, "procedure": "inquiry", "from_2": ""}
    client.post(reverse("decisions:change_mode", args=[mode.id]), {**again, "post_2": ""})
    mode = decision_reads.mode(actor=scene.lin, mode_id=mode.id, today=TODAY)
    assert (mode.procedure, len(mode.bands)) == ("inquiry", 1)
    said = client.get(reverse("insight:timeline", args=[scene.hebei.pk]), {"show": "changes"}).content.decode()
    assert "林岚修改了客户的决策模式：终端" in said
    client.post(reverse("decisions:end_mode", args=[mode.id]), {"ended_on": "2026-06-01"})
    assert decision_reads.mode(actor=scene.lin, mode_id=mode.id, today=TODAY) is None


def test_a_headquarters_one_may_not_know_of_stays_what_it_is(client, scene):
    client.force_login(scene.lin)
    address = reverse("decisions:change_mode", args=[scene.mode.pk])
    assert "headquarters_id" not in client.get(address).content.decode()
    told = {"model": "shortlist", "shortlisted": "True", "reported": "True", "currency": "CNY", "version": 1}
    assert client.post(address, told).status_code == 302
    mode = decision_reads.mode(actor=scene.ke, mode_id=scene.mode.pk, today=TODAY)
    assert (mode.headquarters, mode.reported, mode.bands) == ("集团", True, ())


def test_bad_input_is_refused_where_it_stands(client, scene):
    client.force_login(scene.lin)
    address = reverse("decisions:record_mode", args=[scene.hebei.pk])
    page = client.post(address, {"currency": "CNY", "from_1": "", "post_1": scene.post.pk, "collective_threshold": "x"})
    assert page.status_code == 422
    assert "任何金额写 0" in page.content.decode()
    assert "请写金额" in page.content.decode()
    twice = client.post(address, {"category": " 承载网 ", "currency": "CNY"})
    assert "已有记录" in twice.content.decode()


def test_two_who_change_at_once_are_told(scene):
    decisions.change_mode(actor=scene.song, mode_id=scene.mode.pk, today=TODAY, version=1, criteria="价格四成")
    with pytest.raises(EditConflict):
        decisions.change_mode(actor=scene.lin, mode_id=scene.mode.pk, today=TODAY, version=1, criteria="x")
    assert decision_reads.mode(actor=scene.lin, mode_id=scene.mode.pk, today=TODAY).criteria == "价格四成"
