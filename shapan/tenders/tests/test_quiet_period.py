"""domain.md §20 example 7: tender published 2026-03-01; a dinner on 03-05 is a hard stop, the official question is
allowed, “评委名单” goes to quarantine: by page and import alike (the API's is in shapan/api). And what waits meanwhile.
"""

from datetime import date

import pytest
import time_machine
from django.urls import reverse
from django.utils import translation

from shapan.accounts import actions as accounts
from shapan.compliance import actions as compliance
from shapan.compliance import queries as quarantine
from shapan.compliance.terms import Bearing
from shapan.compliance.tests.test_quarantine import everywhere
from shapan.decisions import actions as decisions
from shapan.decisions.terms import SeatCode
from shapan.identity import actions as identity
from shapan.imports.tests import scenes as imported
from shapan.interactions import actions as interactions
from shapan.interactions import queries as contacts
from shapan.interactions.actions import Promised
from shapan.interactions.terms import Kind
from shapan.people import actions as people
from shapan.teams import actions as teams
from shapan.tenders.terms import State
from shapan.tenders.tests.scenes import published, step

DINNER, SECRET = date(2026, 3, 5), "评委名单"
REFUSED = {
    "zh-hans": ("核心网扩容招标", "2026-03-01", "2026-03-05", "招标代理答疑平台"),
    "en": ("核心网扩容招标", "2026-03-01", "2026-03-05", "official channel"),
}


@pytest.fixture
def scene(cast):
    """高总 holds the evaluation seat; the tender is published on 2026-03-01; 何静 has no part in the decision."""
    at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": date(2026, 2, 1)}
    decisions.name_holder(**at, code=SeatCode.EVALUATOR, person_id=cast.gao.pk)
    cast.he = people.meet_person(**at, title="运维专员", name="何静", started_on=date(2025, 1, 1))
    cast.mei = identity.enrol_user(username="mei", name="梅洁", password="mei")
    compliance.appoint_officer(user_id=cast.mei.pk, today=date(2026, 1, 1))
    cast.tender = published(cast.lin, cast.hebei.pk)
    with time_machine.travel("2026-03-05 18:00:00+08:00", tick=False):
        yield cast


@pytest.fixture
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def log(scene, person=None, **told):
    contact = {"kind": Kind.CALL, "held_on": DINNER, "purpose": "例行"} | told
    person = person or scene.gao
    return interactions.log_interaction(
        actor=scene.lin, account_id=scene.hebei.pk, person_ids=(person.pk,), today=DINNER, **contact
    )


@pytest.mark.parametrize(
    "told",
    [
        {"kind": Kind.BUSINESS_MEAL},
        {"kind": Kind.BUSINESS_MEAL, "bearing": Bearing.OFFICIAL},
        {"kind": Kind.MEETING, "purpose": "晚上请高总吃个饭", "bearing": Bearing.OFFICIAL},
        {"kind": Kind.MEETING, "outcome": "had dinner", "bearing": Bearing.OFFICIAL},
        {"kind": Kind.HQ_VISIT, "bearing": Bearing.OFFICIAL},
        {"kind": Kind.CALL},
        {"kind": Kind.CALL, "bearing": Bearing.OTHER},
        {"kind": Kind.CALL, "bearing": Bearing.UNOFFICIAL},
    ],
)
def test_what_is_refused_leaves_nothing(scene, told):
    with pytest.raises(compliance.QuietPeriod) as refused:
        log(scene, **told)
    assert "核心网扩容招标" in str(refused.value)
    assert "2026-03-01" in str(refused.value)
    assert contacts.contacts_of_account(actor=scene.lin, account_id=scene.hebei.pk, today=DINNER) == []


@pytest.mark.parametrize(
    "told",
    [
        {"kind": Kind.MESSAGE, "bearing": Bearing.OFFICIAL},
        {"kind": Kind.HQ_VISIT, "bearing": Bearing.OFFERED},
        {"kind": Kind.BUSINESS_MEAL, "held_on": date(2026, 2, 27)},
    ],
)
def test_what_is_allowed_is_stored_with_what_was_said(scene, told):
    assert log(scene, **told).interaction.bearing == told.get("bearing", "")


def test_with_somebody_who_does_not_decide_other_matters_go_on(scene):
    assert log(scene, person=scene.he, bearing=Bearing.OTHER)
    with pytest.raises(compliance.QuietPeriod):
        log(scene, person=scene.he, kind=Kind.BUSINESS_MEAL, bearing=Bearing.OTHER)


def test_who_decides_is_not_met_through_another_customer(scene):
    side = accounts.open_account(actor=scene.ke, name="别家", today=DINNER)
    teams.take_seat(
        actor=scene.ke, account_id=side.pk, holder_id=scene.lin.pk, role="AR", started_on=DINNER, today=DINNER
    )
    with pytest.raises(compliance.QuietPeriod):
        interactions.log_interaction(
            actor=scene.lin, account_id=side.pk, kind=Kind.BUSINESS_MEAL, held_on=DINNER, person_ids=(scene.gao.pk,),
            today=DINNER,
        )  # fmt: skip


def test_after_the_award_one_may_meet_again(scene):
    tender = step(scene.lin, scene.tender, State.EVALUATION, date(2026, 3, 22))
    step(scene.lin, tender, State.AWARDED, date(2026, 4, 10))
    meal = {"kind": Kind.BUSINESS_MEAL, "person_ids": (scene.gao.pk,), "account_id": scene.hebei.pk}
    later = {"actor": scene.lin, "today": date(2026, 4, 12)}
    assert interactions.log_interaction(**meal, **later, held_on=date(2026, 4, 11))
    with pytest.raises(compliance.QuietPeriod):
        interactions.log_interaction(**meal, **later, held_on=date(2026, 4, 9))


def test_in_a_quiet_period_ordinary_words_are_restricted_too(scene):
    with pytest.raises(compliance.Withheld):
        log(scene, bearing=Bearing.OFFICIAL, outcome="高总说排名靠前")
    (held,) = quarantine.waiting(actor=scene.mei, today=DINNER)
    assert held.categories == ("scores",)


@pytest.mark.parametrize("language", REFUSED)
def test_example_7_by_page(client, scene, language):
    client.force_login(scene.lin)
    client.cookies["django_language"] = language
    address = reverse("interactions:log", args=[scene.hebei.pk])
    form = client.get(address).context["form"]
    gao = next(pk for pk, word in form.fields["with_whom"].choices if "高总" in word)
    typed = {"with_whom": gao, "held_on": "2026-03-05", "purpose": "例行"}

    dinner = client.post(address, typed | {"kind": "business_meal", "token": "2f8a1d34-8a86-4c1c-9d3c-1f7bb1a0d001"})
    assert dinner.status_code == 422
    assert all(word in dinner.content.decode() for word in REFUSED[language])

    mail = {
        "kind": "message",
        "bearing": "official",
        "outcome": "官方答疑第三条",
        "token": "2f8a1d34-8a86-4c1c-9d3c-1f7bb1a0d002",
    }
    assert client.post(address, typed | mail).status_code == 302

    note = mail | {"outcome": f"拿到{SECRET}", "token": "2f8a1d34-8a86-4c1c-9d3c-1f7bb1a0d003"}
    held = client.post(address, typed | note)
    assert held.status_code == 422
    assert SECRET not in held.content.decode()
    assert everywhere(SECRET) == {"compliance_quarantine"}
    assert len(contacts.contacts_of_account(actor=scene.lin, account_id=scene.hebei.pk, today=DINNER)) == 1


@pytest.mark.parametrize("language", REFUSED)
def test_example_7_by_import(client, scene, files, work, language):
    rows = [
        ["日期", "类型", "客户", "客户人员", "结果", "招标渠道"],
        ["2026-03-05", "商务餐", "河北移动", "高总", "谈了年度规划", ""],
        ["2026-03-05", "邮件", "河北移动", "高总", "官方答疑第三条", "官方渠道"],
        ["2026-03-05", "邮件", "河北移动", "高总", f"拿到{SECRET}", "官方渠道"],
    ]
    with translation.override(language):
        one = imported.upload(scene.lin, rows, kind="interactions", today=DINNER)
        imported.check(scene.lin, one, work, today=DINNER)
        imported.go_on(scene.lin, one, work, "storing", today=DINNER)
    client.force_login(scene.lin)
    client.cookies["django_language"] = language
    page = client.get(reverse("imports:one", args=[one]) + "?fate=rejected").content.decode()
    assert "核心网扩容招标" in page
    assert SECRET not in page
    (stored,) = contacts.contacts_of_account(actor=scene.lin, account_id=scene.hebei.pk, today=DINNER)
    assert stored.outcome == "官方答疑第三条"
    assert everywhere(SECRET) == {"compliance_quarantine"}
    assert not any(SECRET.encode() in path.read_bytes() for path in files.rglob("*") if path.is_file())
    assert len(quarantine.waiting(actor=scene.mei, today=DINNER)) == 1


def test_promises_and_steps_to_those_who_decide_are_paused_and_say_so(client, scene):
    before = date(2026, 2, 20)
    interactions.log_interaction(
        actor=scene.lin, account_id=scene.hebei.pk, person_ids=(scene.gao.pk,), today=before, kind=Kind.CALL,
        held_on=before, next_step="送规划", next_on=date(2026, 3, 3),
        promises=(Promised("给高总的方案", date(2026, 3, 2), person_id=scene.gao.pk),
                  Promised("给何静的手册", date(2026, 3, 2), person_id=scene.he.pk)),
    )  # fmt: skip
    promises = contacts.open_promises(actor=scene.lin, today=DINNER)
    assert {row.text: row.paused for row in promises} == {"给高总的方案": "核心网扩容招标", "给何静的手册": ""}
    (due,) = contacts.steps_due(actor=scene.lin, since=before, until=DINNER, today=DINNER)
    assert due.paused == "核心网扩容招标"
    client.force_login(scene.lin)
    page = client.get(reverse("insight:house", args=[scene.hebei.pk])).content.decode()
    assert page.count("暂停：“核心网扩容招标”静默期") == 1


def test_on_every_page_of_that_customer_more_words_are_restricted(client, scene):
    client.force_login(scene.lin)
    address = reverse("accounts:department", args=[scene.hebei.pk])
    assert client.post(address, {"name": "排名靠前的部门"}).status_code == 422
    assert everywhere("排名靠前的部门") == {"compliance_quarantine"}


def test_a_colleague_elsewhere_learns_nothing_of_the_tender(client, scene):
    client.force_login(scene.wu)
    assert "静默" not in client.get("/").content.decode()
    assert quarantine.quiet(actor=scene.wu, today=DINNER) == []
