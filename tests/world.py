"""Two worlds for the proofs: what somebody may see, and everything that exists elsewhere."""

from datetime import date
from decimal import Decimal

import pytest

from shapan.accounts import actions as accounts
from shapan.accounts.terms import CompanyRole
from shapan.compliance import actions as compliance
from shapan.decisions import actions as decisions
from shapan.decisions.actions import BandSpec
from shapan.decisions.terms import Confidence, PurchasingModel, SeatCode
from shapan.duplicates import actions as duplicates
from shapan.fulfilment.tests import scenes as contracts
from shapan.imports.tests import scenes as imported
from shapan.intelligence import actions as intelligence
from shapan.interactions import actions as interactions
from shapan.interactions.actions import Promised
from shapan.interactions.terms import Kind
from shapan.opportunities import actions as opportunities
from shapan.opportunities import queries as opportunity_reads
from shapan.opportunities.terms import Stage
from shapan.people import actions as people
from shapan.people import queries as people_reads
from shapan.people.terms import LinkKind
from shapan.projects import actions as projects
from shapan.projects import queries as project_reads
from shapan.projects.terms import GateKind, MeetingKind
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion, General, PersonKind
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole
from shapan.tenders.tests import scenes as tendered

TODAY = date(2026, 6, 1)


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
    opportunities.capture_lead(**who, name=f"{name}线索")
    lost = opportunities.open_opportunity(**who, name=f"{name}旧项目", amount=Decimal(7), currency="USD")
    opportunities.lose(
        actor=cast.ke, opportunity_id=lost.pk, version=1, why="w", decided_on=date(2026, 5, 30), today=TODAY
    )
    opportunities.review(
        actor=cast.system, opportunity_id=lost.pk, spoke_with=name, reviewer_reason="price", reviewer_words="w",
        customer_reason="product", owner_reason="price", today=TODAY,
    )  # fmt: skip
    opportunities.push_date(
        actor=cast.ke, opportunity_id=deal.pk, version=1, expected_on=date(2026, 9, 9), why="w", today=TODAY
    )
    return deal


def run_project(cast, deal):
    """The purchase of x, decided by the mode of x; at headquarters sits whom only the office knows."""
    told = {"actor": cast.ke, "opportunity_id": deal.pk, "today": TODAY}
    opportunities.change_facts(**told, version=2, category="x")
    projects.derive_unit(**told)
    projects.assess(**told, scores={})
    projects.open_project(**told)
    gate = projects.ask_gate(**told, kind=GateKind.ATB).pk
    task = projects.Taken("w", cast.song.pk, TODAY)
    projects.record_meeting(**told, kind=MeetingKind.ANALYSIS, held_on=TODAY, decision="d", tasks=(task,))
    due = project_reads.tasks_due(actor=cast.ke, today=TODAY, until=TODAY)[-1].id
    facts = opportunity_reads.opportunity(**told)
    unit = project_reads.unit_of(actor=cast.ke, facts=facts, today=TODAY)
    ended = opportunity_reads.listing(actor=cast.ke, today=TODAY, account_id=deal.account_id, stage=Stage.LOST)
    made = contracts.furnish(cast.ke, deal.account, deal.name)
    seat = unit.standing.chairs[0].seat.id
    return {"deal": deal.pk, "lost": ended.rows[0].id, "gate": gate, "task": due, "seat": seat, "contracts": made}


def set_target(cast, owner):
    opportunities.set_target(actor=cast.ke, owner_id=owner.pk, quarter=TODAY, amount=Decimal(1_000_000), today=TODAY)


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
        "mode": mode.pk, **tendered.furnished(cast.ke, account, TODAY),
    }  # fmt: skip


def withhold_something(actor, account_id, person_id):
    compliance.report(actor=actor, what="w", how="h", today=TODAY)
    with pytest.raises(compliance.Withheld):
        interactions.log_interaction(
            actor=actor, account_id=account_id, kind=Kind.CALL, held_on=TODAY, today=TODAY, person_ids=(person_id,),
            outcome="标底",
        )  # fmt: skip


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
    opportunities.capture_lead(actor=cast.zheng, name="无主线索", today=TODAY)
    set_target(cast, cast.zheng)
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
    withhold_something(cast.zheng, account.pk, with_both)
    rows = [["姓名", "客户"], ["林丁", "浙江移动"]]
    imported.check(cast.zheng, imported.upload(cast.zheng, rows, source="zz"), cast.work)
