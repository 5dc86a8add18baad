"""A contact captured in fifteen seconds, once, with its days in words."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from shapan.accounts import actions as accounts
from shapan.interactions import queries
from shapan.people import actions as people
from shapan.people import queries as people_reads
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole

MORNING = "2026-06-04 09:00:00+08:00"  # a Thursday
DAY = date(2026, 6, 4)


@pytest.fixture
def now():
    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def gaos_post(cast, now):
    held = people_reads.people_in_posts(actor=cast.lin, account_id=cast.hebei.pk, on=DAY, today=DAY)
    return held[0].appointment_id


def typed(post, **more):
    return {
        "token": str(uuid4()), "with_whom": [post], "kind": "call", "held_on": "2026-06-04", "purpose": "割接方案",
        "outcome": "同意试点", "next_step": "下周三送测试报告", **more,
    }  # fmt: skip


def contacts(cast):
    return queries.contacts_of_account(actor=cast.lin, account_id=cast.hebei.pk, today=DAY)


def test_the_day_of_the_next_step_stands_in_its_words(client, cast, gaos_post):
    client.force_login(cast.lin)
    client.post(reverse("interactions:capture"), typed(gaos_post, promise="周五前给方案"))
    (contact,) = contacts(cast)
    assert (contact.next_on, contact.effective, contact.people) == (date(2026, 6, 10), True, ((cast.gao.pk, "高总"),))
    (promise,) = queries.open_promises(actor=cast.lin, today=DAY)
    assert promise.due_on == date(2026, 6, 5)


def test_sent_twice_it_is_one_contact(client, cast, gaos_post):
    client.force_login(cast.lin)
    sent = typed(gaos_post)
    first, second = (client.post(reverse("interactions:capture"), sent) for _time in range(2))
    assert first.url == second.url
    assert len(contacts(cast)) == 1


def test_people_of_two_customers_are_two_contacts(client, cast, gaos_post):
    shanxi = accounts.open_account(actor=cast.ke, name="山西移动", today=DAY)
    teams.take_seat(
        actor=cast.ke, account_id=shanxi.pk, holder_id=cast.lin.pk, role=SeatRole.AR, started_on=DAY, today=DAY
    )
    people.meet_person(actor=cast.lin, account_id=shanxi.pk, name="杜明", title="主任", started_on=DAY, today=DAY)
    (other,) = people_reads.people_in_posts(actor=cast.lin, account_id=shanxi.pk, on=DAY, today=DAY)
    client.force_login(cast.lin)
    answer = client.post(reverse("interactions:capture"), typed([gaos_post, other.appointment_id]))
    assert answer.status_code == 422
    assert contacts(cast) == []


def test_pasted_minutes_fill_the_form_and_write_nothing(client, cast, gaos_post):
    client.force_login(cast.lin)
    paste = "昨天拜访高总。\n我们答应下周三前提交方案。\n下一步：下周五技术交流"
    page = client.post(reverse("interactions:capture"), {"paste": paste, "read": "1", "token": str(uuid4())})
    form = page.context["form"]
    assert page.status_code == 200
    assert form.initial["with_whom"] == [gaos_post]
    assert (form.initial["held_on"], form.initial["next_on"]) == (date(2026, 6, 3), date(2026, 6, 12))
    assert form.initial["promise_due"] == date(2026, 6, 10)
    assert contacts(cast) == []


def test_a_stranger_has_nobody_to_choose_from(client, cast, gaos_post):
    client.force_login(cast.wu)
    assert "高总" not in client.get(reverse("interactions:capture")).content.decode()
    assert client.post(reverse("interactions:capture"), typed(gaos_post)).status_code == 422
    assert contacts(cast) == []


def test_the_answer_tells_what_became_warmer_and_offers_evidence(client, cast, gaos_post):
    client.force_login(cast.lin)
    sent = typed(gaos_post, outcome="高总提醒我们注意采购部的意见")
    page = client.post(reverse("interactions:capture"), sent, follow=True, headers={"accept-language": "en"})
    told = page.content.decode()
    assert "Never met" in told
    assert "Warm · today" in told
    assert [offer.criterion for offer in page.context["page"].offers] == [Criterion.GUIDANCE]
    assert "interaction=" in told


def test_offered_words_become_evidence_only_when_the_person_says_so(client, cast, gaos_post):
    client.force_login(cast.lin)
    landed = client.post(reverse("interactions:capture"), typed(gaos_post))
    interaction_id = int(landed.url.split("/")[2])
    address = reverse("relationships:evidence", args=[cast.hebei.pk, cast.gao.pk])
    form = client.get(f"{address}?criterion=acceptance&statement=同意试点&interaction={interaction_id}")
    assert form.context["form"].initial["statement"] == "同意试点"
    client.post(
        address,
        {"criterion": "acceptance", "level": 1, "statement": "同意试点", "observed_on": "2026-06-04",
         "interaction_id": interaction_id},
    )  # fmt: skip
    page = client.get(reverse("insight:person", args=[cast.gao.pk])).context["page"]
    assert [(piece.statement, piece.interaction_id) for piece in page.evidence] == [("同意试点", interaction_id)]


def test_the_brief_says_who_what_was_promised_and_what_to_ask(client, cast, gaos_post):
    client.force_login(cast.lin)
    client.post(reverse("interactions:capture"), typed(gaos_post, promise="周五前给方案", quote="预算已经报上去了"))
    relationships.set_target(
        actor=cast.lin, account_id=cast.hebei.pk, person_id=cast.gao.pk, level=2, due_on=date(2026, 9, 1), today=DAY
    )
    page = client.get(reverse("insight:brief", args=[cast.gao.pk]), headers={"accept-language": "en"})
    told = page.content.decode()
    assert "预算已经报上去了" in told
    assert "周五前给方案" in told
    assert page.context["brief"].target.level == 2
    assert len(page.context["brief"].questions) == 3
    assert page.context["brief"].owner == "林岚"
