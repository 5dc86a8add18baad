"""A small company for the browser: one strategic customer, a supporter gone cold, an empty seat."""

from datetime import timedelta

from django.utils.timezone import localdate

from shapan.accounts import actions as accounts
from shapan.decisions import actions as decisions
from shapan.decisions.terms import Confidence, SeatCode
from shapan.identity import actions as identity
from shapan.identity import queries as colleagues
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
from shapan.people import actions as people
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
    for holder, role in ((lin, SeatRole.AR), (song, SeatRole.SR)):
        teams.take_seat(
            actor=system, account_id=hebei.pk, holder_id=holder.pk, role=role, started_on=long_ago, today=today
        )
    at = {"actor": lin, "account_id": hebei.pk}
    room = accounts.open_department(**at, name="计划建设部", today=today)
    accounts.open_department(**at, name="供应链", today=today)
    gao = people.meet_person(**at, name="高远", title="主任", department_id=room.pk, started_on=long_ago, today=today)
    people.open_post(**at, title="总经理", grade="高层", today=today)
    decisions.name_holder(
        **at, code=SeatCode.DECIDER, person_id=gao.pk, confidence=Confidence.CONFIRMED, today=long_ago + timedelta(9)
    )
    interactions.log_interaction(
        **at, kind=Kind.EXECUTIVE_MEETING, held_on=today - timedelta(days=100), today=today, person_ids=(gao.pk,),
        purpose="年度规划", outcome="同意试点", next_step="送方案",
    )  # fmt: skip
    for criterion in list(Criterion)[:3]:
        evidence = relationships.record_evidence(
            **at,
            person_id=gao.pk,
            criterion=criterion,
            level=2,
            statement="会上支持我方",
            observed_on=lately,
            today=lately,
        )
        relationships.verify_evidence(actor=song, evidence_id=evidence.pk, today=lately)
    relationships.claim_level(**at, person_id=gao.pk, level=3, today=lately)
    for indicator in (Roof.AGREEMENT, Roof.ECOSYSTEM):
        relationships.read_indicator(
            **at, indicator=indicator, value=2, statement="年度评估", observed_on=lately, today=lately
        )
