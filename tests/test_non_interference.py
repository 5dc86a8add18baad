"""Nobody sees what is not theirs: the same request, against the database with and without everything this person may
not see, answers byte for byte the same. Counts, sort order, search, neighbours and hints are all inside this net.

Every route of the product is asked. A route that is missing from ROUTES fails the build.
"""

import re
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from shapan.accounts import actions as accounts
from shapan.accounts.terms import CompanyRole
from shapan.decisions import actions as decisions
from shapan.decisions.actions import BandSpec
from shapan.decisions.terms import Confidence, PurchasingModel, SeatCode
from shapan.duplicates import actions as duplicates
from shapan.imports.tests import scenes as imported
from shapan.intelligence import actions as intelligence
from shapan.interactions import actions as interactions
from shapan.interactions.actions import Promised
from shapan.interactions.terms import Kind
from shapan.opportunities import actions as opportunities
from shapan.opportunities import queries as opportunity_reads
from shapan.people import actions as people
from shapan.people import queries as people_reads
from shapan.people.terms import LinkKind
from shapan.projects import actions as projects
from shapan.projects import queries as project_reads
from shapan.projects.terms import GateKind
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion, General, PersonKind
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole

TODAY = date(2026, 6, 1)
TOKEN = re.compile(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # of a form, new each time it is drawn
SEARCHES = (
    "高", "移动", "河北", "浙江", "gao", "zhou", "zjyd", "hb", "周甲", "甲", "主任", "p", "o", "Zz", "Powr", "unheard",
    "浙江 陈", "河北 周", "移动 甲", "刘离", "接触", "log",
)  # fmt: skip
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


def log_without_outcome(who, person):
    return interactions.log_interaction(
        **who, kind=Kind.CALL, held_on=who["today"], person_ids=(person,), next_step="m", next_on=TODAY
    ).interaction


def record_mode(who, account, posts):
    return decisions.record_mode(
        **who, category="x", model=PurchasingModel.SHORTLIST, shortlisted=True, headquarters_id=account.parent_id,
        bands=(BandSpec(Decimal(0), posts[1].pk), BandSpec(Decimal(5_000_000), posts[0].pk)),
    )  # fmt: skip


def open_deals(cast, who, name):
    deal = opportunities.open_opportunity(
        **who, name=f"{name}扩容", amount=Decimal(len(name)), currency="CNY", expected_on=date(2026, 9, 1)
    )
    lost = opportunities.open_opportunity(**who, name=f"{name}旧项目", amount=Decimal(7), currency="USD")
    opportunities.lose(
        actor=cast.ke, opportunity_id=lost.pk, version=1, why="w", decided_on=date(2026, 5, 30), today=TODAY
    )
    return deal


def run_project(cast, deal):
    """The purchase of x, decided by the mode of x; at headquarters sits whom only the office knows."""
    told = {"actor": cast.ke, "opportunity_id": deal.pk, "today": TODAY}
    opportunities.change_facts(**told, version=deal.version, category="x")
    projects.derive_unit(**told)
    projects.assess(**told, scores={})
    projects.open_project(**told)
    gate = projects.ask_gate(**told, kind=GateKind.ATB).pk
    facts = opportunity_reads.opportunity(**told)
    unit = project_reads.unit_of(actor=cast.ke, facts=facts, today=TODAY)
    return {"deal": deal.pk, "gate": gate, "seat": unit.standing.chairs[0].seat.id}


def furnish(cast, account, *, name, surname):
    """A customer with something of everything: people, contacts, promises, evidence, a rival, indicators."""
    day = date(2026, 5, 11)
    who = {"actor": cast.ke, "account_id": account.pk, "today": day}
    room = accounts.open_department(**who, name=f"{name}网络部")
    posts = [
        people.open_post(**who, title=f"{name}{title}", department_id=room.pk) for title in ("总经理", "主任", "专员")
    ]
    persons = [
        people.enrol_person(
            actor=cast.ke, name=f"{surname}{n}", post_id=post.pk, started_on=date(2025, 1, 1), today=day
        )
        for n, post in zip("甲乙丙", posts, strict=True)
    ]
    first, second, third = (person.pk for person in persons)
    contact = interactions.log_interaction(
        **who, kind=Kind.TECHNICAL_EXCHANGE, held_on=day, person_ids=(first, second), purpose="p", outcome="o",
        next_step="n", promises=(Promised("plan", date(2026, 5, 20), owner_id=cast.song.pk, person_id=first),),
        colleague_ids=(cast.song.pk,),
    )  # fmt: skip
    untold = log_without_outcome(who, third)
    mode = record_mode(who, account, posts)
    holder = decisions.name_holder(**who, code=SeatCode.DECIDER, person_id=first, confidence=Confidence.CONFIRMED)
    shown = {"account_id": account.pk, "person_id": first}
    for criterion in Criterion:
        evidence = relationships.record_evidence(
            **who, person_id=first, criterion=criterion, level=2, statement="s", observed_on=day
        )
        relationships.verify_evidence(actor=cast.system, evidence_id=evidence.pk, today=day)
    relationships.claim_level(actor=cast.ke, **shown, level=3, today=day)
    relationships.set_target(actor=cast.ke, **shown, level=3, today=day)
    relationships.read_indicator(**who, indicator=General.STANDING, value=2, statement="s", observed_on=day)
    rival = accounts.open_account(actor=cast.ke, name=f"{name}对手", roles=(CompanyRole.COMPETITOR,), today=day)
    intelligence.see_competitor(
        actor=cast.ke, **shown, competitor_id=rival.pk, level=1, observed_on=day, statement="s", today=day
    )
    link = people.link_people(
        actor=cast.ke, person_id=first, other_id=second, kind=LinkKind.ALLIED, evidence="e", today=day
    )
    for post in posts[1:]:
        people.report_to(actor=cast.ke, post_id=post.pk, boss_id=posts[0].pk, version=1, today=day)
    relationships.tag_kind(actor=cast.ke, **shown, kind=PersonKind.RISING, reason="r", today=day)
    people.record_objection(actor=cast.ke, person_id=persons[2].pk, words="w", objected_on=day, today=day)
    appointment = people_reads.people_in_posts(actor=cast.ke, account_id=account.pk, on=day, today=day)[0]
    return run_project(cast, open_deals(cast, who, name)) | {
        "persons": persons, "room": room,
        "appointment": appointment.appointment_id, "evidence": evidence,
        "contact": contact.interaction.pk, "holder": holder, "post": posts[1], "link": link, "untold": untold.pk,
        "mode": mode.pk,
    }  # fmt: skip


def hide_a_world(cast):
    """Everything that exists elsewhere: a twin under the same group, namesakes, a partner team, other promises."""
    parents = [cast.group.pk, cast.hebei.pk, None, None]
    for n, (name, surname) in enumerate(
        [("浙江移动", "陈"), ("阿坝电力", "高"), ("河北移动", "林"), ("Zz Power", "Gao")]
    ):
        account = accounts.open_account(actor=cast.ke, name=name, tier="SABC"[n], parent_id=parents[n], today=TODAY)
        seat = {"account_id": account.pk, "started_on": date(2025, 1, 1), "today": TODAY, "actor": cast.ke}
        teams.take_seat(**seat, holder_id=cast.zheng.pk, role=SeatRole.AR)
        furnish(cast, account, name=name, surname=surname)
    # There, too, people were written down twice; two of them are one by now.
    again = [
        people.meet_person(
            actor=cast.ke,
            account_id=account.pk,
            title="t",
            name=name,
            started_on=TODAY,
            today=TODAY,
            phones=("13800138000",),
        ).pk
        for name in ("李炜", "李炜", "高总", "高总")
    ]
    duplicates.merge(
        actor=cast.ke, kind="person", kept_id=again[2], away_id=again[3], versions=dict.fromkeys(again[2:], 1),
        from_away=frozenset(), today=TODAY,
    )  # fmt: skip
    # A person known to both sides goes on elsewhere: what comes after is not for those the person left.
    far = people.open_post(actor=cast.ke, account_id=account.pk, title="远方", today=TODAY)
    with_both = cast.left.pk
    opportunities.open_opportunity(actor=cast.zheng, name="无主园区", amount=Decimal(9), currency="EUR", today=TODAY)
    opportunities.open_opportunity(
        actor=cast.zheng, account_id=account.pk, name="周", owner_id=cast.lin.pk, today=TODAY
    )
    people.appoint(actor=cast.ke, person_id=with_both, post_id=far.pk, started_on=date(2026, 3, 1), today=TODAY)
    interactions.log_interaction(
        actor=cast.ke, account_id=account.pk, kind=Kind.CALL, held_on=date(2026, 5, 30), today=TODAY, purpose="p",
        person_ids=(with_both,), outcome="o", next_step="n", quote="unheard",
    )  # fmt: skip
    evidence = relationships.record_evidence(
        actor=cast.ke, account_id=account.pk, person_id=with_both, criterion=Criterion.GUIDANCE, level=3,
        statement="unseen", observed_on=date(2026, 5, 30), today=TODAY,
    )  # fmt: skip
    relationships.verify_evidence(actor=cast.system, evidence_id=evidence.pk, today=TODAY)
    rows = [["姓名", "客户"], ["林丁", "浙江移动"]]
    imported.check(cast.zheng, imported.upload(cast.zheng, rows, source="zz"), cast.work)


@pytest.fixture
def world(cast, work, settings, tmp_path):
    """Lin's own customer, furnished, in a group of its own; one person there has left the post. Two imports."""
    settings.MEDIA_ROOT, cast.work = tmp_path, work
    cast.group = accounts.open_account(actor=cast.ke, name="集团", tier="S", today=TODAY)
    accounts.change_account(
        actor=cast.ke, account_id=cast.hebei.pk, version=cast.hebei.version, today=TODAY, parent_id=cast.group.pk
    )
    cast.own = furnish(cast, cast.hebei, name="冀", surname="周")
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
    cast.mapping, cast.checked = (imported.upload(cast.lin, rows) for _n in range(2))
    imported.check(cast.lin, cast.checked, work)
    return cast


def lists(world):
    """What is asked of lists and of the queue of duplicates."""
    first = world.own["persons"][0].pk
    return {
        "insight:today": [([], "")],
        "insight:accounts": [
            ([], ""),
            ([], "?q=移动"),
            ([], "?sort=tier"),
            ([], "?sort=revenue&mine=1"),
            ([], "?tier=S"),
            ([], "?cols=parent&cols=owner&cols=last&join=and&col=owner&op=filled&val=&join=or&col=last&op=empty&val="),
            ([], "?join=and&col=name&op=contains&val=移动&join=and&col=last&op=at_most&val=2026-05-29"),
        ],
        "insight:people": [
            ([], ""),
            ([], "?q=高"),
            ([], "?q=Gao"),
            ([], "?after=%E9%AB%98~1"),
            ([], "?join=and&col=account&op=is_not&val=x&cols=grade"),
        ],
        "insight:export_accounts": [(["csv"], ""), (["xlsx"], "")],
        "insight:export_people": [(["csv"], ""), (["xlsx"], "")],
        "lists:keep": [(["people"], "")],
        "lists:act": [(["tier"], "")],
        "lists:take_back": [([999_999], "")],
        "lists:forget": [([999_999], "")],
        "duplicates:queue": [(["person"], ""), (["account"], ""), (["person"], "?after=1")],
        "duplicates:hints": [(["person"], "")],
        "duplicates:compare": [(["person", *world.alike], ""), (["person", first, world.left.pk], "")],
        "duplicates:apart": [(["person", *world.alike], "")],
        "duplicates:undo": [([999_999], "")],
    }


def requests(world):
    """Each route with arguments that are Lin's own, and what is asked of it."""
    account, first = world.hebei.pk, world.own["persons"][0].pk
    return lists(world) | pages(world, account, first) | forms(world, account, first)


def pages(world, account_id, first):
    account, person, both = [account_id], [account_id, first], [world.left.pk]
    return {
        "insight:house": [(account, ""), (account, "?at=2026-05-12")],
        "insight:account_people": [(account, "")],
        "insight:timeline": [(account, ""), (account, "?show=changes")],
        "insight:part_person": [(person, "")],
        "insight:part_seat": [([world.hebei.pk, "A"], "")],
        "insight:part_number": [([world.hebei.pk, key], "") for key in ("ir", "cr", "si", "ow", "uw", "lm")],
        "insight:part_department": [([world.hebei.pk, world.own["room"].pk], "")],
        "insight:part_roof": [([world.hebei.pk, "matching"], "")],
        "insight:part_general": [(account, "")],
        "insight:sand_table": [
            (account, ""),
            (account, "?at=2026-05-12&layer=rival"),
            (account, f"?to={first}&fold=1"),
        ],
        "insight:sand_drawing": [(account, "")],
        "insight:sand_list": [(account, "")],
        "insight:sand_board": [(account, "")],
        "insight:sand_coverage": [(account, ""), (account, "?by=department")],
        "insight:sand_card": [(person, ""), ([world.hebei.pk, world.left.pk], "")],
        "insight:sand_post": [([world.hebei.pk, world.own["post"].pk], "")],
        "insight:sand_link": [([world.hebei.pk, world.own["link"].pk], "")],
        "insight:person": [([first], ""), (both, "")],
        "insight:brief": [([first], ""), (both, "")],
        "insight:told": [([world.own["contact"]], "")],
        "interactions:outcome": [([world.own["untold"]], "")],
    }


def forms(world, account_id, first):
    account, person, both = [account_id], [account_id, first], [world.left.pk]
    return {
        "search:results": [([], f"?q={text}") for text in SEARCHES]
        + [([], "?q=高&kind=person"), ([], "?q=移动&kind=company"), ([], "")],
        "interactions:capture": [([], "")],
        "interactions:spoken_day": [([], "?next_step=下周三")],
        "interactions:log": [(account, "")],
        "interactions:keep_promise": [([999_999], "")],
        "access:organisation": [([], ""), ([], "?q=林")],
        "access:add_unit": [([], "")],
        "access:add_colleague": [([], "")],
        "access:change_colleague": [([world.wu.pk], "")],
        "access:deactivate": [([world.wu.pk], "")],
        "access:activate": [([world.wu.pk], "")],
        "access:invite": [([world.wu.pk], "")],
        "accounts:open": [([], "")],
        "accounts:department": [(account, "")],
        "people:enrol": [(account, "")],
        "people:move": [([world.own["appointment"]], "")],
        "people:end": [([world.own["appointment"]], "")],
        "people:link": [([first], ""), (both, "")],
        "people:card": [([first], ""), (both, "")],
        **of_imports(world),
        **of_opportunities(world),
        **of_projects(world),
        **of_decisions(world, person),
        "people:change": [([first], ""), (both, "")],
        "accounts:change": [(account, "")],
        "accounts:cell": [([account_id, "tier"], ""), ([account_id, "industry"], "")],
        "intelligence:competitor": [(person, "")],
        "interactions:reopen_promise": [([999_999], "")],
        "people:objection": [([first], ""), (both, "")],
        "people:report": [([world.own["post"].pk], "")],
        "teams:seats": [(account, "")],
        "teams:leave": [([999_999], "")],
        "relationships:evidence": [(person, "")],
        "relationships:claim": [(person, "")],
        "relationships:target": [(person, "")],
        "relationships:settle": [(person, "")],
        "relationships:kind": [(person, "")],
        "relationships:end_kind": [([999_999], "")],
        "relationships:verify": [([world.own["evidence"].pk], "")],
        "relationships:indicator": [([world.hebei.pk, "technical_standing"], "")],
    }


def of_decisions(world, person):
    return {
        "insight:deciding": [([world.hebei.pk], ""), ([world.hebei.pk], "?amount=12m&category=x")],
        "decisions:record_mode": [([world.hebei.pk], "")],
        "decisions:change_mode": [([world.own["mode"]], "")],
        "decisions:end_mode": [([world.own["mode"]], "")],
        "decisions:end_seat": [([world.own["holder"].seat_id], "")],
        "decisions:end_holder": [([world.own["holder"].pk], "")],
        "decisions:seat": [([world.hebei.pk, "A"], "")],
        "decisions:holder": [(person, "")],
    }


def of_opportunities(world):
    deals = [[world.own["deal"]], [world.unplaced.pk]]
    return {
        "opportunities:board": [([], ""), ([], "?stage=discovery")],
        "opportunities:list": [([], ""), ([], "?q=扩容"), ([], "?q=浙江"), ([], "?stage=lost"), ([], "?mine=1")],
        "opportunities:open": [([], ""), ([], f"?account={world.hebei.pk}")],
        "opportunities:one": [(deal, "") for deal in deals],
        "opportunities:change": [(deal, "") for deal in deals],
        "opportunities:push": [(deal, "") for deal in deals],
        "opportunities:owner": [(deal, "") for deal in deals],
        "opportunities:step": [([*deal, to], "") for deal in deals for to in ("qualified", "won", "lost", "on_hold")],
    }


def of_projects(world):
    deal, seat = [world.own["deal"]], [world.own["deal"], world.own["seat"]]
    return {
        "projects:one": [(deal, ""), ([world.unplaced.pk], "")],
        "projects:derive": [(deal, "")],
        "projects:every": [([], "")],
        "projects:authority": [([], "")],
        "projects:set_authority": [([], "")],
        "projects:delegate": [([], "")],
        "projects:gate": [([world.own["gate"]], "")],
        "projects:open": [(deal, "")],
        "projects:ask": [([*deal, "ATC"], "")],
        "projects:answer": [([*deal, "margin"], "")],
        "projects:entrust": [([*deal, "deciders"], "")],
        "projects:assess": [(deal, "")],
        "projects:add_seat": [(deal, "")],
        "projects:change_seat": [(seat, "")],
        "projects:seat_person": [(seat, "")],
    }


def of_imports(world):
    checked = [world.checked]
    return {
        "imports:every": [([], "")],
        "imports:new": [([], "")],
        "imports:columns": [([world.mapping], "")],
        "imports:one": [(checked, ""), (checked, "?fate=rejected")],
        "imports:rejected": [(checked, "")],
        "imports:joins": [(checked, "")],
        "imports:storing": [(checked, "")],
        "imports:undoing": [(checked, "")],
    }


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
    assert {f"insight:{name}" for name in named} | others <= changed


def test_every_route_is_in_the_net(world):
    assert routes() == set(requests(world))
