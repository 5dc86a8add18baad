"""Programs come through the same rights and the same refusals as pages."""

import json
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from shapan.api import actions
from shapan.api.models import Token
from shapan.compliance import queries as quarantine
from shapan.compliance.terms import Door
from shapan.compliance.tests.test_quarantine import everywhere
from shapan.identity import actions as identity
from shapan.interactions import queries as contacts
from shapan.interactions.models import Interaction
from shapan.journal.models import Event
from shapan.kernel.errors import Refused
from shapan.tenders.tests.test_quiet_period import DINNER, REFUSED, SECRET, scene  # noqa: F401 -- the same scene

TODAY = date(2026, 6, 1)
ADDRESS = "/api/v1/interactions"


@pytest.fixture
def program(client):
    """A program that holds the token of a colleague, and asks with it."""

    def of(user, *, today=TODAY, days=30):
        secret = actions.issue_token(actor=user, name="ERP", days=days, today=today)

        def ask(method, path=ADDRESS, body=None, **headers):
            told = {"Authorization": f"Bearer {secret}"} | headers
            return getattr(client, method)(path, body, content_type="application/json", headers=told)

        return ask

    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        yield of


def contact(cast, **more):
    return {
        "account_id": cast.hebei.pk, "kind": "call", "held_on": "2026-05-30", "person_ids": [cast.gao.pk],
        "purpose": "规划", "outcome": "谈了预算",
    } | more  # fmt: skip


def test_a_contact_is_logged_and_read_back(cast, program):
    ask = program(cast.lin)
    made = ask("post", body=contact(cast, promises=[{"text": "方案", "due_on": "2026-06-09"}]))
    assert made.status_code == 201
    assert made.json()["people"] == [{"id": cast.gao.pk, "name": "高总"}]
    page = ask("get").json()
    assert [row["id"] for row in page["rows"]] == [made.json()["id"]]
    assert page["next"] is None
    (promise,) = contacts.open_promises(actor=cast.lin, today=TODAY)
    assert promise.text == "方案"


def test_sent_twice_under_one_key_it_is_one_contact(cast, program):
    ask, key = program(cast.lin), {"Idempotency-Key": "2f8a1d34-8a86-4c1c-9d3c-1f7bb1a0d001"}
    ids = {ask("post", body=contact(cast), **key).json()["id"] for _again in range(2)}
    assert len(ids) == 1


def test_the_list_is_walked_page_by_page(cast, program):
    ask = program(cast.lin)
    made = [ask("post", body=contact(cast, purpose=f"p{n}")).json()["id"] for n in range(5)]
    seen, after = [], ""
    while after is not None:
        page = ask("get", f"{ADDRESS}?limit=2&account_id={cast.hebei.pk}{after and f'&after={after}'}").json()
        seen += [row["id"] for row in page["rows"]]
        after = page["next"]
    assert seen == made[::-1]


def test_a_stranger_finds_nothing(cast, program):
    ask = program(cast.wu)
    for response in (ask("post", body=contact(cast)), ask("get", f"{ADDRESS}?account_id={cast.hebei.pk}")):
        assert (response.status_code, response.headers["Content-Type"]) == (404, "application/problem+json")
    unknown = ask("post", body=contact(cast, account_id=999_999))
    assert unknown.content == ask("post", body=contact(cast)).content
    assert ask("get").json() == {"rows": [], "next": None}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"held_on": "yesterday"}, "held_on"),
        ({"kind": "golf"}, "kind"),
        ({"person_ids": []}, "person_ids"),
        ({"outcom": "typo"}, "outcom"),
        ({"held_on": "2999-01-01"}, "held_on"),
        ({"person_ids": [999_999]}, "people"),
        ({"promises": [{"text": "", "due_on": "2026-06-09"}]}, "promises.0.text"),
    ],
)
def test_what_is_wrong_is_named_with_its_field_and_a_remedy(cast, program, wrong, field):
    answer = program(cast.lin)("post", body=contact(cast, **wrong))
    told = answer.json()
    assert (answer.status_code, told["status"], told["field"]) == (422, 422, field)
    assert told["detail"]
    assert told["remedy"]
    assert not Interaction.objects.scope("test").exists()


def test_a_token_that_is_over_does_nothing(client, cast, program):
    ask = program(cast.lin)
    assert ask("get").status_code == 200
    actions.revoke_token(actor=cast.lin, token_id=Token.objects.scope("test").get().pk, today=TODAY)
    assert ask("get").status_code == 401
    late = program(cast.lin, today=date(2026, 5, 1), days=31)
    assert late("get").status_code == 401
    closed = program(cast.song)
    identity.change_user(user_id=cast.song.pk, is_active=False)
    assert closed("get").status_code == 401
    client.force_login(cast.lin)
    assert client.get(ADDRESS).status_code == 401
    assert client.get(ADDRESS).json()["remedy"]


def test_only_the_digest_is_kept_and_the_secret_is_shown_once(client, cast):
    client.force_login(cast.lin)
    page = client.post(reverse("tokens:tokens"), {"name": "ERP", "days": 30})
    secret = page.context["secret"]
    assert secret in page.content.decode()
    assert secret not in client.get(reverse("tokens:tokens")).content.decode()
    assert everywhere(secret) == set()
    (token,) = Token.objects.scope("test").all()
    client.force_login(cast.wu)
    assert client.post(reverse("tokens:revoke", args=[token.pk])).status_code == 404
    client.force_login(cast.lin)
    assert client.post(reverse("tokens:revoke", args=[token.pk])).status_code == 302
    assert "已吊销" in client.get(reverse("tokens:tokens")).content.decode()
    tags = set(Event.objects.scope("test").values_list("tag", flat=True))
    assert {"api:token:issue", "api:token:revoke"} <= tags


@pytest.mark.parametrize("days", [0, 366])
def test_a_token_lives_for_a_year_at_the_most(cast, days):
    with pytest.raises(Refused):
        actions.issue_token(actor=cast.lin, name="x", days=days, today=TODAY)


def test_its_description_is_for_people_who_are_signed_in(client, cast):
    address = reverse("api:openapi-json")
    assert client.get(address).status_code == 302
    client.force_login(cast.lin)
    described = client.get(address).json()
    assert set(described["paths"]["/api/v1/interactions"]) == {"get", "post"}


@pytest.mark.parametrize("language", REFUSED)
def test_example_7_by_api(scene, program, language):  # noqa: F811 -- the scene of the quiet period
    with time_machine.travel("2026-03-05 18:00:00+08:00", tick=False):
        ask = program(scene.lin, today=DINNER)
        told = {"held_on": "2026-03-05", "outcome": "例行"}
        words = {"Accept-Language": language}

        dinner = ask("post", body=contact(scene, **told, kind="business_meal"), **words)
        assert (dinner.status_code, dinner.json()["field"]) == (422, "kind")
        assert dinner.json()["type"] == "urn:shapan:problem:quiet-period"
        assert all(word in dinner.json()["detail"] for word in REFUSED[language])

        mail = told | {"kind": "message", "bearing": "official", "outcome": "官方答疑第三条"}
        assert ask("post", body=contact(scene, **mail), **words).status_code == 201

        held = ask("post", body=contact(scene, **mail | {"outcome": f"拿到{SECRET}"}), **words)
        assert (held.status_code, held.json()["field"]) == (422, "outcome")
        assert held.json()["type"] == "urn:shapan:problem:withheld"
        assert SECRET not in json.dumps(held.json(), ensure_ascii=False)
        assert everywhere(SECRET) == {"compliance_quarantine"}
        (row,) = quarantine.waiting(actor=scene.mei, today=DINNER)
        assert row.door == Door.API
        assert len(ask("get").json()["rows"]) == 1


def test_a_page_of_three_asks_no_more_than_a_page_of_one(cast, program):
    ask = program(cast.lin)
    ask("post", body=contact(cast))
    with CaptureQueriesContext(connection) as one:
        ask("get")
    for n in range(2):
        ask("post", body=contact(cast, purpose=f"p{n}"))
    with CaptureQueriesContext(connection) as three:
        assert len(ask("get").json()["rows"]) == 3
    assert len(three) == len(one)
