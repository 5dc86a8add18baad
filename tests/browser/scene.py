"""A small company for the browser: one strategic customer, a supporter gone cold, an empty seat; and a second customer,
where two more have gone cold, with something on every page that is drawn.
"""

from datetime import timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from shapan.accounts import actions as accounts
from shapan.decisions import actions as decisions
from shapan.decisions.actions import BandSpec
from shapan.decisions.terms import Confidence, SeatCode
from shapan.identity import actions as identity
from shapan.identity import queries as colleagues
from shapan.intelligence import actions as intelligence
from shapan.interactions import actions as interactions
from shapan.interactions.actions import Promised
from shapan.interactions.terms import Kind
from shapan.opportunities import actions as opportunities
from shapan.people import actions as people
from shapan.people.terms import LinkKind
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion, Roof
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole


def set_up() -> None:
    today = localdate()
    long_ago, lately = today - timedelta(days=400), today - timedelta(days=20)
    system = colleagues.system_actor()
    lin = identity.enrol_user(username="lin", name="林岚", password="lin")
    song = identity.enrol_user(username="song", name="宋青", password="song")
    identity.enrol_user(username="wu", name="吴越", password="wu")
    hebei = accounts.open_account(actor=system, name="河北移动", tier="S", ownership="state_owned", today=today)
    shanxi = accounts.open_account(actor=system, name="山西移动", tier="A", today=today)
    for account in (hebei, shanxi):
        for holder, role in ((lin, SeatRole.AR), (song, SeatRole.SR)):
            teams.take_seat(
                actor=system, account_id=account.pk, holder_id=holder.pk, role=role, started_on=long_ago, today=today
            )
    at = {"actor": lin, "account_id": hebei.pk}
    room = accounts.open_department(**at, name="计划建设部", today=today)
    accounts.open_department(**at, name="供应链", today=today)
    gao = people.meet_person(**at, name="高远", title="主任", department_id=room.pk, started_on=long_ago, today=today)
    top = people.open_post(**at, title="总经理", grade="高层", today=today)
    decisions.name_holder(
        **at, code=SeatCode.DECIDER, person_id=gao.pk, confidence=Confidence.CONFIRMED, today=long_ago + timedelta(9)
    )
    interactions.log_interaction(
        **at, kind=Kind.EXECUTIVE_MEETING, held_on=today - timedelta(days=100), today=today, person_ids=(gao.pk,),
        purpose="年度规划", outcome="同意试点", next_step="送方案",
    )  # fmt: skip
    show_support(at, gao, song, lately)
    relationships.claim_level(**at, person_id=gao.pk, level=3, today=lately)
    for indicator in (Roof.AGREEMENT, Roof.ECOSYSTEM):
        relationships.read_indicator(
            **at, indicator=indicator, value=2, statement="年度评估", observed_on=lately, today=lately
        )
    decisions.record_mode(
        **at, category="承载网", procedure="inquiry", authority="single", today=today,
        bands=(BandSpec(Decimal(0), top.pk),),
    )  # fmt: skip
    opportunities.open_opportunity(
        **at, name="承载网扩容", amount=Decimal(12_000_000), currency="CNY", category="承载网", today=today
    )
    second_customer({"actor": lin, "account_id": shanxi.pk}, song, today)


def second_customer(at, song, today) -> None:
    """More people than are seen at a glance; two supporters gone cold, one entry made twice, a rival, a link."""
    long_ago, lately = today - timedelta(days=400), today - timedelta(days=20)
    titles = {
        "高总": "总经理",
        "杜明": "副总经理",
        "贺兰": "网络部主任",
        "冯立": "采购主管",
        "秦岚": "工程师",
        "陶然": "工程师",
    }
    met = {
        name: people.meet_person(**at, name=name, title=title, started_on=long_ago, today=today)
        for name, title in titles.items()
    }
    people.meet_person(**at, name="冯立", title="采购主任", started_on=lately, today=today)
    for name, code in (("高总", SeatCode.DECIDER), ("杜明", SeatCode.APPROVER)):
        decisions.name_holder(**at, code=code, person_id=met[name].pk, confidence=Confidence.CONFIRMED, today=long_ago)
        show_support(at, met[name], song, lately)
    interactions.log_interaction(
        **at, kind=Kind.MEETING, held_on=today - timedelta(days=100), today=today, purpose="割接", outcome="同意",
        next_step="送报告", person_ids=(met["高总"].pk, met["杜明"].pk),
        promises=(Promised("给方案", today - timedelta(days=60)),),
    )  # fmt: skip
    relationships.record_evidence(
        **at, person_id=met["贺兰"].pk, criterion=Criterion.INFORMATION, level=1, statement="公开说明了需求",
        observed_on=today - timedelta(days=200), today=today - timedelta(days=200),
    )  # fmt: skip
    intelligence.see_competitor(
        **at, person_id=met["高总"].pk, competitor="蓝桥", level=1, statement="参加了其座谈会", observed_on=lately,
        today=today,
    )  # fmt: skip
    people.link_people(
        actor=at["actor"], person_id=met["贺兰"].pk, other_id=met["高总"].pk, kind=LinkKind.INFLUENCES,
        evidence="会上请其先说", started_on=lately, today=today,
    )  # fmt: skip


def show_support(at, person, song, day) -> None:
    """Strong support in three criteria, verified by a colleague."""
    for criterion in list(Criterion)[:3]:
        evidence = relationships.record_evidence(
            **at,
            person_id=person.pk,
            criterion=criterion,
            level=2,
            statement="会上支持我方",
            observed_on=day,
            today=day,
        )
        relationships.verify_evidence(actor=song, evidence_id=evidence.pk, today=day)
