"""Nobody sees what is not theirs: the same request, against the database with and without everything this person may
not see, answers byte for byte the same. Counts, sort order, search, neighbours and hints are all inside this net.

Every route of the product is asked. A route that is missing from ROUTES fails the build.
"""

import re
from datetime import date

import pytest
import time_machine
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from shapan.accounts import actions as accounts
from shapan.compliance import actions as compliance
from shapan.imports.tests import scenes as imported
from shapan.opportunities import actions as opportunities
from shapan.people import actions as people
from shapan.people import queries as people_reads
from tests.addresses import requests
from tests.world import TODAY, furnish, hide_a_world, set_target

TOKEN = re.compile(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # of a form, new each time it is drawn
OUTSIDE = ("account_", "mfa_", "set_language", "foundation:")  # sign-in and frame: they read no account


def routes():
    """Every named route of ours: its name with the namespace."""

    def walk(patterns, space=""):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                yield from walk(pattern.url_patterns, inner)
            elif isinstance(pattern, URLPattern) and pattern.name:
                yield f"{space}{pattern.name}"

    return {name for name in walk(get_resolver().url_patterns) if not name.startswith(OUTSIDE)}


@pytest.fixture
def world(cast, work, settings, tmp_path):
    """Lin's own customer, furnished, in a group of its own; one person there has left the post. Two imports."""
    settings.MEDIA_ROOT, cast.work = tmp_path, work
    cast.group = accounts.open_account(actor=cast.ke, name="集团", tier="S", today=TODAY)
    accounts.change_account(
        actor=cast.ke, account_id=cast.hebei.pk, version=cast.hebei.version, today=TODAY, parent_id=cast.group.pk
    )
    cast.own = furnish(cast, cast.hebei, name="冀", surname="周")
    cast.lead = opportunities.capture_lead(actor=cast.lin, name="周线索", owner_id=cast.lin.pk, today=TODAY).pk
    set_target(cast, cast.lin)
    cast.unplaced = opportunities.open_opportunity(actor=cast.lin, name="周园区", today=TODAY)
    post = people.open_post(actor=cast.ke, account_id=cast.hebei.pk, title="原处长", today=TODAY)
    cast.left = people.enrol_person(
        actor=cast.ke, name="刘离", post_id=post.pk, started_on=date(2025, 1, 1), today=TODAY
    )
    cast.alike = [
        people.meet_person(
            actor=cast.ke,
            account_id=cast.hebei.pk,
            title="文员",
            name="李炜",
            started_on=TODAY,
            today=TODAY,
            phones=("13800138000",),
        ).pk
        for _again in range(2)
    ]
    held = people_reads.people_in_posts(actor=cast.ke, account_id=cast.hebei.pk, on=TODAY, today=TODAY)
    gone = next(row for row in held if row.person == "刘离")
    people.end_appointment(actor=cast.ke, appointment_id=gone.appointment_id, ended_on=date(2026, 2, 1), today=TODAY)
    rows = [["姓名", "客户", "部门"], ["新人", "河北移动", "冀网络部"], ["他人", "浙江移动", ""]]
    cast.held = compliance.report(actor=cast.lin, what="w", how="h", today=TODAY).pk
    cast.mapping, cast.checked = (imported.upload(cast.lin, rows) for _n in range(2))
    imported.check(cast.lin, cast.checked, work)
    return cast


def posted(world):
    """Reads that are posted: files taken out, and what is typed before it is saved."""
    at = f"?at={world.hebei.pk}"
    return [
        ("insight:export_accounts", ["csv"], "?sort=tier&cols=owner&cols=last&cols=support", {}),
        ("insight:export_people", ["csv"], "", {}),
        ("duplicates:hints", ["person"], at, {"name": "高总"}),
        ("duplicates:hints", ["person"], "", {"name": "李炜", "phone": "13800138000"}),
        ("duplicates:hints", ["account"], "", {"name": "浙江移动"}),
    ]


def answers(client, world):
    """What this person's browser gets for every request, with what is random taken out."""
    said = {}
    for name, asked in requests(world).items():
        for args, query in asked:
            response = client.get(reverse(name, args=args) + query)
            said[name, str(args), query] = (response.status_code, TOKEN.sub(b"", response.content))
    for name, args, query, typed in posted(world):
        response = client.post(reverse(name, args=args) + query, typed)
        said[name, str(args), f"posted {query} {typed}"] = (response.status_code, TOKEN.sub(b"", response.content))
    return said


@pytest.mark.parametrize("who", ["lin", "song", "wu", "shen"])
def test_what_one_may_not_see_changes_no_byte_of_any_answer(client, world, who, monkeypatch):
    monkeypatch.setattr("django.middleware.csrf._get_new_csrf_string", lambda: "x" * 32)
    monkeypatch.setattr("django.middleware.csrf._mask_cipher_secret", lambda _secret: "x" * 64)
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        client.force_login(getattr(world, who))
        before = answers(client, world)
        hide_a_world(world)
        after = answers(client, world)
    assert [key for key in before if before[key] != after[key]] == []
    assert any(code == 200 for code, _content in before.values())


def test_the_key_account_office_does_see_the_rest(client, world):
    """The net above can catch: for somebody who may see the hidden world, the answers do change."""
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        client.force_login(world.ke)
        before = answers(client, world)
        hide_a_world(world)
        after = answers(client, world)
    changed = {key[0] for key in before if before[key] != after[key]}
    named = {"today", "accounts", "people", "person"}
    others = {"search:results", "duplicates:queue", "opportunities:board", "opportunities:list"}
    others |= {"opportunities:health", "opportunities:leads"}
    others |= {"fulfilment:contracts", "fulfilment:cash", "fulfilment:export"}
    assert {f"insight:{name}" for name in named} | others <= changed


def test_every_route_is_in_the_net(world):
    assert routes() == set(requests(world))
