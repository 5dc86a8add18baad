"""The bid decision on twelve million: shut while who decides is unknown, open once the evidence is there."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from shapan.decisions import actions as decisions
from shapan.decisions.terms import Confidence, SeatCode
from shapan.kernel.errors import EditConflict, Refused
from shapan.opportunities import actions as opportunities
from shapan.opportunities import queries as opportunity_reads
from shapan.opportunities.terms import Advice, Element, Forecast, Veto
from shapan.projects import actions, queries
from shapan.projects.queries import Scored
from shapan.projects.terms import Check, GateKind, Outcome, ProjectClass, State
from shapan.projects.tests import scenes
from shapan.projects.tests.scenes import TODAY
from shapan.projects.tests.test_elements import SEEN
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole

YES = Decimal(1)
ANSWERS = {
    Check.PAIN: 18, Check.VALUE: 8, Check.CHAMPION: 8, Check.COMMITMENT: 8, Check.FEASIBLE: 9, Check.BUDGET: 1,
    Check.REQUIREMENTS: 1, Check.COST: 1, Check.MARGIN: 28,
}  # fmt: skip


@pytest.fixture
def scene(cast):
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        scene = scenes.set_up(cast)
        scene.of["actor"] = scene.ke  # who reaches headquarters, too
        yield scene


def picture(scene, actor=None):
    who = {"actor": actor or scene.ke, "today": TODAY}
    return queries.picture(facts=opportunity_reads.opportunity(opportunity_id=scene.deal, **who), **who)


def states(scene, kind=GateKind.ATB):
    return {line.check: line.state for line in picture(scene).checklist(kind).lines}


def decide(scene, gate, outcome=Outcome.PASS, actor=None, **more):
    return actions.decide_gate(
        actor=actor or scene.shen, gate_id=gate.pk, version=gate.version, outcome=outcome, why="依据清单", today=TODAY,
        **more,
    )  # fmt: skip


def reach_headquarters(scene):
    """Shen leads somebody on headquarters' team, and so sees who sits there."""
    teams.take_seat(
        actor=scene.ke, account_id=scene.group.pk, holder_id=scene.song.pk, role=SeatRole.AR,
        started_on=date(2025, 1, 1), today=TODAY,
    )  # fmt: skip


def supply_evidence(scene):
    """Everything that ATB asks for."""
    scenes.befriend(scene, scene.gao, level=2)
    scenes.befriend(scene, scene.he, level=2)
    scenes.befriend(scene, scene.meng, level=2, account_id=scene.group.pk)
    for code in (SeatCode.USER, SeatCode.PROCUREMENT):
        decisions.name_holder(**scene.at, code=code, person_id=scene.gao.pk, confidence=Confidence.CONFIRMED)
    keys = [one.change.key for one in queries.derivation(
        actor=scene.ke, facts=picture(scene).facts, today=TODAY).changes]  # fmt: skip
    actions.derive_unit(**scene.of, chosen=keys)
    actions.assess(**scene.of, scores=SEEN, rival="蓝桥")
    for about, value in ANSWERS.items():
        actions.answer(**scene.of, about=about, value=Decimal(value), statement="会议纪要")


@pytest.fixture
def run(scene):
    """Opened, derived, and asked for the bid decision, with two people uncovered."""
    reach_headquarters(scene)
    actions.derive_unit(**scene.of)
    actions.open_project(**scene.of)
    scene.atb = actions.ask_gate(**scene.of, kind=GateKind.ATB)
    return scene


def test_twelve_million_is_class_a_by_rule_and_another_class_needs_a_reason(scene):
    assert actions.open_project(**scene.of).project_class == ProjectClass.A
    with pytest.raises(Refused):
        actions.open_project(**scene.of, project_class=ProjectClass.C)
    changed = actions.open_project(**scene.of, project_class=ProjectClass.B, why="续签", version=1)
    assert (changed.project_class, changed.by_rule, changed.why) == (ProjectClass.B, ProjectClass.A, "续签")
    with pytest.raises(EditConflict):
        actions.open_project(**scene.of, project_class=ProjectClass.A, version=1)


def test_the_gate_refuses_and_says_why_and_each_gap_has_an_owner_and_a_day(run):
    listed = picture(run).checklist(GateKind.ATB)
    assert listed.vetoes == (Veto.SEAT_UNKNOWN,)
    assert listed.barred == (Check.COVERED,)
    with pytest.raises(Refused, match="决策"):
        decide(run, run.atb)
    asked = picture(run).questions
    assert asked[Check.DECIDERS].owner == "林岚"
    assert {one.due_on for one in asked.values()} == {TODAY + timedelta(days=7)}
    assert Check.COMPLIANCE not in asked
    assert states(run)[Check.COMPLIANCE] is State.NOT_PROVIDED
    assert states(run)[Check.MARGIN] is State.UNKNOWN
    refused = decide(run, run.atb, Outcome.REFUSED)
    assert refused.snapshot["vetoes"] == [Veto.SEAT_UNKNOWN]


def test_once_the_evidence_is_there_the_gate_passes_and_keeps_its_checklist(run):
    supply_evidence(run)
    listed = picture(run).checklist(GateKind.ATB)
    assert (listed.vetoes, listed.barred, listed.missing) == ((), (), ())
    assert listed.score.value >= 80
    passed = decide(run, run.atb)
    assert (passed.outcome, passed.level, passed.decided_by) == (Outcome.PASS, "executive", run.shen)
    kept = {line["check"]: line["state"] for line in passed.snapshot["lines"]}
    assert kept[Check.DECIDERS] == State.MET
    assert kept[Check.QUIET_PERIOD] == State.NOT_PROVIDED
    actions.answer(**run.of, about=Check.REQUIREMENTS, value=Decimal(0), statement="澄清函", version=None)
    assert picture(run).checklist(GateKind.ATB).vetoes == (Veto.REQUIREMENT_UNMET,)
    assert queries.gate(actor=run.lin, gate_id=run.atb.pk, today=TODAY).outcome is Outcome.PASS
    with pytest.raises(Refused):
        decide(run, passed, Outcome.REFUSED)


def test_who_sees_it_and_who_decides_are_two_things(run):
    supply_evidence(run)
    for outsider in (run.lin, run.ke, run.song, run.zheng, run.wu):
        with pytest.raises(Refused):
            decide(run, run.atb, actor=outsider)
    actions.delegate_authority(
        actor=run.shen, delegate_id=run.song.pk, started_on=TODAY, ended_on=date(2026, 6, 8), today=TODAY, why="休假"
    )
    passed = decide(run, run.atb, actor=run.song)
    assert (passed.decided_by, passed.instead_of) == (run.song, run.shen)


def test_something_missing_leaves_conditions_only(run):
    supply_evidence(run)
    actions.answer(**run.of, about=Check.COST, value=None, statement="")
    with pytest.raises(Refused):
        decide(run, run.atb)
    with pytest.raises(Refused) as refusal:
        decide(run, run.atb, Outcome.CONDITIONAL)
    assert refusal.value.field == "conditions"
    assert decide(run, run.atb, Outcome.CONDITIONAL, conditions="周五前核定成本").conditions == "周五前核定成本"


def test_an_exception_names_its_money_and_is_signed_at_the_top(run):
    with pytest.raises(Refused):
        decide(run, run.atb, Outcome.CONDITIONAL, conditions="见附件")
    signed = decide(run, run.atb, Outcome.CONDITIONAL, conditions="见附件", exception_money=Decimal(300_000))
    assert (signed.exception_money, signed.snapshot["barred"]) == (Decimal(300_000), ["covered"])


def test_a_company_may_warn_and_record_instead_of_refusing(run, settings):
    settings.GATES_REFUSE = False
    listed = picture(run).checklist(GateKind.ATB)
    assert (listed.vetoes, listed.barred) == ((), ())
    assert Check.COVERED in listed.missing
    passed = decide(run, run.atb, Outcome.CONDITIONAL, conditions="两周内见到何副总")
    assert passed.snapshot["policy"].endswith("+warn")


def test_the_forecast_stands_on_the_unit_and_on_what_the_customer_confirmed(run):
    assert picture(run).forecast.category is Forecast.PIPELINE
    supply_evidence(run)
    opportunities.advance(actor=run.lin, opportunity_id=run.deal, version=1, today=TODAY)
    assert picture(run).forecast.category is Forecast.MOST_LIKELY
    actions.answer(**run.of, about=Check.DATE, value=YES, statement="客户邮件")
    assert picture(run).forecast.category is Forecast.COMMIT


def test_the_journal_tells_the_story_and_the_pages_show_it(client, run):
    supply_evidence(run)
    client.force_login(run.shen)
    page = reverse("projects:gate", args=[run.atb.pk])
    assert client.get(page).status_code == 200
    typed = {"outcome": "pass", "why": "证据齐备", "version": run.atb.version}
    assert client.post(page, typed).status_code == 302
    shown = client.get(reverse("projects:one", args=[run.deal])).content.decode()
    assert "ATB" in shown
    assert run.shen.name in client.get(page).content.decode()
    timeline = client.get(reverse("insight:timeline", args=[run.hebei.pk]), {"show": "changes"}).content.decode()
    assert "沈北通过了承载网扩容的 ATB 关口：证据齐备" in timeline
    assert "承载网扩容" in client.get(reverse("projects:every")).content.decode()


def test_questions_are_answered_with_what_they_stand_on(client, run):
    client.force_login(run.lin)
    margin = reverse("projects:answer", args=[run.deal, "margin"])
    assert client.get(margin).status_code == 200
    version = picture(run).questions[Check.MARGIN].version
    assert client.post(margin, {"value": "22", "statement": "", "version": version}).status_code == 422
    assert client.post(margin, {"value": "22", "statement": "测算表", "version": version}).status_code == 302
    assert states(run)[Check.MARGIN] is State.MET
    budget = reverse("projects:answer", args=[run.deal, "budget"])
    version = picture(run).questions[Check.BUDGET].version
    assert client.post(budget, {"value": "0", "statement": "预算未批", "version": version}).status_code == 302
    assert states(run)[Check.BUDGET] is State.UNMET
    owner = reverse("projects:entrust", args=[run.deal, "deciders"])
    version = picture(run).questions[Check.DECIDERS].version
    told = {"owner_id": run.song.pk, "due_on": "2026-06-05", "version": version}
    assert client.post(owner, told).status_code == 302
    assert picture(run).questions[Check.DECIDERS].owner == run.song.name
    assert client.get(reverse("projects:answer", args=[run.deal, "deciders"])).status_code == 404
    with pytest.raises(Refused):
        actions.answer(**run.of, about=Check.PAIN, value=Decimal(21), statement="x")


def test_the_advice_of_the_points_bars_the_gate(run):
    supply_evidence(run)
    weak = {**SEEN, Element.SOLUTION: Scored(1, "x", 9, "x")}
    actions.assess(**run.of, scores=weak)
    listed = picture(run).checklist(GateKind.ATB)
    assert picture(run).looks[0].plain.advice is Advice.NO_BID
    assert listed.barred == (Check.ADVICE,)
