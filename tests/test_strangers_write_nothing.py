"""A colleague without a seat writes nothing anywhere: every action refuses, and the database stays as it was."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection

from shapan.access import actions as access
from shapan.accounts import actions as accounts
from shapan.api import actions as api
from shapan.api import queries as api_reads
from shapan.compliance import actions as compliance
from shapan.decisions import actions as decisions
from shapan.decisions import queries as decision_reads
from shapan.decisions.terms import SeatCode
from shapan.duplicates import actions as duplicates
from shapan.identity.models import User
from shapan.imports import actions as imports
from shapan.imports.terms import Status
from shapan.imports.tests import scenes as imported
from shapan.intelligence import actions as intelligence
from shapan.interactions import actions as interactions
from shapan.interactions.actions import Promised
from shapan.interactions.terms import Kind
from shapan.kernel.errors import Refused
from shapan.opportunities import actions as opportunities
from shapan.opportunities.terms import Stage
from shapan.people import actions as people
from shapan.people import queries as people_reads
from shapan.people.terms import LinkKind
from shapan.projects import actions as projects
from shapan.projects import queries as project_reads
from shapan.projects.rules.authority import Row
from shapan.projects.terms import Check, DecidingLevel, GateKind, MeetingKind, Outcome
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion, General, PersonKind
from shapan.teams import actions as teams
from shapan.teams import policies as team_policies
from shapan.teams.terms import SeatRole
from shapan.tenders import actions as tenders
from shapan.tenders.terms import Day, State
from shapan.tenders.tests import scenes as tendered

DAY = date(2026, 5, 20)


def run_project(cast):
    """An opportunity run as a project, with a unit, a question and a gate."""
    cast.run = opportunities.open_opportunity(
        actor=cast.lin, name="r", account_id=cast.hebei.pk, today=DAY, amount=1, currency="CNY", category="c"
    ).pk
    told = {"actor": cast.lin, "opportunity_id": cast.run, "today": DAY}
    projects.derive_unit(**told)
    cast.unit_seat = projects.add_seat(**told, code=SeatCode.LEGAL_FINANCE).pk
    projects.open_project(**told)
    cast.gate = projects.ask_gate(**told, kind=GateKind.ATI).pk
    told |= {"kind": MeetingKind.SUMMARY, "held_on": DAY, "decision": "d"}
    projects.record_meeting(**told, tasks=(projects.Taken("w", cast.lin.pk, DAY),))
    cast.task = project_reads.tasks_due(actor=cast.lin, today=DAY, until=DAY)[0].id


def decided(cast):
    row = opportunities.open_opportunity(actor=cast.lin, name="w", account_id=cast.hebei.pk, today=DAY)
    opportunities.lose(actor=cast.lin, opportunity_id=row.pk, version=1, why="r", decided_on=DAY, today=DAY)
    return row.pk


@pytest.fixture
def scene(cast, work, settings, tmp_path):
    """The cast with an appointment, a promise, a piece of evidence and a second person to act upon."""
    settings.MEDIA_ROOT = tmp_path
    at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": DAY}
    cast.he = people.meet_person(**at, title="专员", name="何静", started_on=date(2025, 1, 1))
    logged = interactions.log_interaction(
        **at, kind=Kind.CALL, held_on=DAY, person_ids=(cast.gao.pk,), promises=(Promised("plan", DAY),)
    )
    cast.promise, cast.untold = logged.promises[0].pk, logged.interaction.pk
    cast.evidence = relationships.record_evidence(
        **at, person_id=cast.gao.pk, criterion=Criterion.GUIDANCE, level=2, statement="s", observed_on=DAY
    )
    cast.top = people.open_post(**at, title="总经理")
    people.record_objection(actor=cast.lin, person_id=cast.he.pk, words="w", objected_on=DAY, today=DAY)
    cast.tag = relationships.tag_kind(**at, person_id=cast.he.pk, kind=PersonKind.RISING, reason="r")
    held = people_reads.people_in_posts(actor=cast.lin, account_id=cast.hebei.pk, on=DAY, today=DAY)
    cast.appointment = next(row.appointment_id for row in held if row.person_id == cast.gao.pk)
    rows = [["姓名", "客户"], ["新人", "河北移动"]]
    cast.imported = imported.upload(cast.lin, rows)
    imported.check(cast.lin, cast.imported, work)
    twice = [people.meet_person(**at, title="t", name="李炜", started_on=DAY).pk for _again in range(2)]
    cast.merge = duplicates.merge(
        actor=cast.lin, kind="person", kept_id=twice[0], away_id=twice[1], versions=dict.fromkeys(twice, 1),
        from_away=frozenset(), today=DAY,
    ).pk  # fmt: skip
    cast.holder = decisions.name_holder(
        actor=cast.lin, account_id=cast.hebei.pk, code=SeatCode.APPROVER, person_id=cast.gao.pk, today=DAY
    )
    seats = decision_reads.default_seats(actor=cast.lin, account_ids=[cast.hebei.pk], on=DAY, today=DAY)
    cast.empty_seat = next(seat.id for seat in seats[cast.hebei.pk] if not seat.holders)
    cast.deal = opportunities.open_opportunity(actor=cast.lin, name="x", account_id=cast.hebei.pk, today=DAY).pk
    opportunities.advance(actor=cast.lin, opportunity_id=cast.deal, version=1, today=DAY)
    cast.over = decided(cast)
    cast.held = opportunities.open_opportunity(actor=cast.lin, name="y", account_id=cast.hebei.pk, today=DAY).pk
    opportunities.hold(actor=cast.lin, opportunity_id=cast.held, version=1, why="r", today=DAY)
    own = {"account_id": cast.hebei.pk, "owner_id": cast.lin.pk, "today": DAY}
    cast.lead, cast.asked = (opportunities.capture_lead(actor=cast.lin, name="z", **own).pk for _n in range(2))
    opportunities.qualify_lead(actor=cast.lin, lead_id=cast.asked, version=1, today=DAY)
    cast.mode = decisions.record_mode(actor=cast.lin, account_id=cast.hebei.pk, today=DAY)
    run_project(cast)
    cast.seat = team_policies.seats_open_to(cast.ke, DAY).filter(holder=cast.lin).get().pk
    return plan_tenders(cast)


def of_projects():
    """Decision units are seen through their opportunity."""

    def on(act, **facts):
        return lambda s, by: act(actor=by, opportunity_id=s.run, today=DAY, **facts)

    def at_seat(act, **facts):
        return lambda s, by: act(actor=by, opportunity_id=s.run, seat_id=s.unit_seat, today=DAY, **facts)

    return {
        "derive a decision unit": on(projects.derive_unit, chosen=()),
        "add a seat to a unit": on(projects.add_seat, code=SeatCode.INFLUENCER),
        "change a seat of a unit": at_seat(projects.change_seat, label="x"),
        "seat a person": lambda s, by: projects.seat_person(
            actor=by, opportunity_id=s.run, seat_id=s.unit_seat, person_id=s.gao.pk, today=DAY
        ),
        "assess the four elements": on(projects.assess, scores={}),
        "open a project": on(projects.open_project),
        "answer a question": on(projects.answer, about=Check.BUDGET, value=Decimal(1), statement="s"),
        "entrust a question": lambda s, by: projects.entrust(
            actor=by, opportunity_id=s.run, about=Check.BUDGET, owner_id=s.song.pk, due_on=DAY, today=DAY
        ),
        "ask for a gate": on(projects.ask_gate, kind=GateKind.ATC),
        "decide a gate": lambda s, by: projects.decide_gate(
            actor=by, gate_id=s.gate, version=1, outcome=Outcome.REFUSED, why="w", today=DAY
        ),
        "set the table of authority": lambda _s, by: projects.set_authority(
            actor=by, rows=(Row(DecidingLevel.REGION),), why="w", today=DAY
        ),
        "delegate authority": lambda s, by: projects.delegate_authority(
            actor=by, giver_id=s.shen.pk, delegate_id=s.song.pk, started_on=DAY, ended_on=date(2027, 1, 1), today=DAY
        ),
        "record a meeting": on(projects.record_meeting, kind=MeetingKind.ANALYSIS, held_on=DAY, decision="d"),
        "finish a task": lambda s, by: projects.finish_task(actor=by, task_id=s.task, today=DAY),
        "open a unit": lambda s, by: decisions.open_unit(actor=by, account_id=s.hebei.pk, name="x", today=DAY),
    }


def plan_tenders(cast):
    api.issue_token(actor=cast.lin, name="n", days=9, today=DAY)
    cast.token = api_reads.tokens(actor=cast.lin)[0].id
    cast.reported = compliance.report(actor=cast.lin, what="w", how="h", today=DAY).pk
    cast.tender = tendered.opened(cast.lin, cast.hebei.pk, today=DAY)
    cast.lot = tenders.add_lot(actor=cast.lin, tender_id=cast.tender.pk, name="l", today=DAY).pk
    cast.second = tenders.add_lot(actor=cast.lin, tender_id=cast.tender.pk, name="m", today=DAY).pk
    tenders.support(actor=cast.lin, lot_id=cast.second, bidder="b", today=DAY)
    cast.ended = tendered.step(cast.lin, tendered.opened(cast.lin, cast.hebei.pk, today=DAY), "cancelled", DAY, "w")
    return cast


WRITES = {
    "add a colleague": lambda s, by: access.add_colleague(actor=by, username="new", name="新", today=DAY),
    "change a colleague": lambda s, by: access.change_colleague(
        actor=by, user_id=s.wu.pk, version=1, today=DAY, name="吴", email="", title="", unit_id=None, manager_id=None
    ),
    "deactivate a colleague": lambda s, by: access.deactivate_colleague(actor=by, user_id=s.lin.pk, today=DAY),
    "activate a colleague": lambda s, by: access.activate_colleague(actor=by, user_id=s.lin.pk, today=DAY),
    "make a sign-in link": lambda s, by: access.invite_colleague(actor=by, user_id=s.lin.pk, today=DAY),
    "add a unit": lambda s, by: access.add_unit(actor=by, name="新", today=DAY),
    "keep a product": lambda s, by: opportunities.keep_product(actor=by, name="GTX", today=DAY),
    "review an opportunity": lambda s, by: opportunities.review(
        actor=by, opportunity_id=s.over, spoke_with="x", reviewer_reason="price", reviewer_words="x", today=DAY
    ),
    "transfer opportunities": lambda s, by: opportunities.transfer_opportunities(
        actor=by, account_id=s.hebei.pk, from_id=s.lin.pk, to_id=by.pk, today=DAY
    ),
    "set a sales target": lambda s, by: opportunities.set_target(
        actor=by, owner_id=s.lin.pk, quarter=DAY, amount=1, today=DAY
    ),
    "open an account": lambda s, by: accounts.open_account(actor=by, name="新", today=DAY),
    "change an account": lambda s, by: accounts.change_account(
        actor=by, account_id=s.hebei.pk, version=1, today=DAY, industry="x"
    ),
    "set tiers": lambda s, by: accounts.set_tiers(actor=by, ids=[s.hebei.pk], tier="C", today=DAY),
    "take tiers back": lambda s, by: accounts.take_tiers_back(
        actor=by, told={"tier": "A", "before": {str(s.hebei.pk): "B"}}, today=DAY
    ),
    "take several seats": lambda s, by: teams.take_seats(
        actor=by, ids=[s.hebei.pk], holder_id=by.pk, role=SeatRole.FR, started_on=DAY, today=DAY
    ),
    "take several seats back": lambda s, by: teams.take_seats_back(actor=by, told={"seats": [s.seat]}, today=DAY),
    "open a department": lambda s, by: accounts.open_department(actor=by, account_id=s.hebei.pk, name="x", today=DAY),
    "open a post": lambda s, by: people.open_post(actor=by, account_id=s.hebei.pk, title="x", today=DAY),
    "meet a person": lambda s, by: people.meet_person(
        actor=by, account_id=s.hebei.pk, title="x", name="x", started_on=DAY, today=DAY
    ),
    "change a person": lambda s, by: people.change_person(
        actor=by, person_id=s.gao.pk, version=1, today=DAY, latin_name="x"
    ),
    "end an appointment": lambda s, by: people.end_appointment(
        actor=by, appointment_id=s.appointment, ended_on=DAY, today=DAY
    ),
    "move a person": lambda s, by: people.move_person(
        actor=by, appointment_id=s.appointment, to_post_id=s.post.pk, on=DAY, today=DAY
    ),
    "appoint a person": lambda s, by: people.appoint(
        actor=by, person_id=s.he.pk, post_id=s.post.pk, started_on=DAY, today=DAY
    ),
    "link people": lambda s, by: people.link_people(
        actor=by, person_id=s.gao.pk, other_id=s.he.pk, kind=LinkKind.ALLIED, evidence="e", today=DAY
    ),
    "change a reporting line": lambda s, by: people.report_to(
        actor=by, post_id=s.post.pk, boss_id=s.top.pk, version=1, today=DAY
    ),
    "record an objection": lambda s, by: people.record_objection(
        actor=by, person_id=s.gao.pk, words="w", objected_on=DAY, today=DAY
    ),
    "withdraw an objection": lambda s, by: people.withdraw_objection(
        actor=by, person_id=s.he.pk, withdrawn_on=DAY, today=DAY
    ),
    "take a seat": lambda s, by: teams.take_seat(
        actor=by, account_id=s.hebei.pk, holder_id=by.pk, role=SeatRole.FR, started_on=DAY, today=DAY
    ),
    "leave a seat": lambda s, by: teams.leave_seat(actor=by, seat_id=s.seat, ended_on=DAY, today=DAY),
    "log a contact": lambda s, by: interactions.log_interaction(
        actor=by, account_id=s.hebei.pk, kind=Kind.CALL, held_on=DAY, today=DAY, person_ids=(s.gao.pk,)
    ),
    "tell an outcome": lambda s, by: interactions.tell_outcome(
        actor=by, interaction_id=s.untold, outcome="o", today=DAY
    ),
    "keep a promise": lambda s, by: interactions.keep_promise(actor=by, promise_id=s.promise, kept_on=DAY, today=DAY),
    "open a promise again": lambda s, by: interactions.reopen_promise(actor=by, promise_id=s.promise, today=DAY),
    "define a seat": lambda s, by: decisions.define_seat(
        actor=by, account_id=s.hebei.pk, code=SeatCode.LEGAL_FINANCE, today=DAY
    ),
    "name a holder": lambda s, by: decisions.name_holder(
        actor=by, account_id=s.hebei.pk, code=SeatCode.USER, person_id=s.gao.pk, today=DAY
    ),
    "record a way of deciding": lambda s, by: decisions.record_mode(
        actor=by, account_id=s.hebei.pk, category="x", today=DAY
    ),
    "change a way of deciding": lambda s, by: decisions.change_mode(
        actor=by, mode_id=s.mode.pk, criteria="x", today=DAY
    ),
    "end a way of deciding": lambda s, by: decisions.end_mode(
        actor=by, mode_id=s.mode.pk, ended_on=DAY, today=DAY
    ),
    "merge people": lambda s, by: duplicates.merge(
        actor=by, kind="person", kept_id=s.gao.pk, away_id=s.he.pk, versions={s.gao.pk: 1, s.he.pk: 1},
        from_away=frozenset(), today=DAY,
    ),
    "tell people apart": lambda s, by: duplicates.tell_apart(
        actor=by, kind="person", ids=(s.gao.pk, s.he.pk), today=DAY
    ),
    "take a merge back": lambda s, by: duplicates.undo_merge(actor=by, merge_id=s.merge, today=DAY),
    "end a seat in the decision": lambda s, by: decisions.end_seat(
        actor=by, seat_id=s.empty_seat, ended_on=DAY, today=DAY
    ),
    "end a holder": lambda s, by: decisions.end_holder(actor=by, holder_id=s.holder.pk, ended_on=DAY, today=DAY),
    "name a competitor": lambda s, by: accounts.name_competitor(
        actor=by, account_id=s.hebei.pk, name="新对手", today=DAY
    ),
    "see a competitor": lambda s, by: intelligence.see_competitor(
        actor=by, account_id=s.hebei.pk, person_id=s.gao.pk, competitor_id=s.hebei.pk, level=1, observed_on=DAY,
        statement="s", today=DAY,
    ),
    "record evidence": lambda s, by: relationships.record_evidence(
        actor=by, account_id=s.hebei.pk, person_id=s.gao.pk, criterion=Criterion.GUIDANCE, level=1, statement="s",
        observed_on=DAY, today=DAY,
    ),
    "verify evidence": lambda s, by: relationships.verify_evidence(actor=by, evidence_id=s.evidence.pk, today=DAY),
    "claim a level": lambda s, by: relationships.claim_level(
        actor=by, account_id=s.hebei.pk, person_id=s.gao.pk, level=1, today=DAY
    ),
    "settle opposition": lambda s, by: relationships.settle_opposition(
        actor=by, account_id=s.hebei.pk, person_id=s.gao.pk, reason="r", today=DAY
    ),
    "tag a kind": lambda s, by: relationships.tag_kind(
        actor=by, account_id=s.hebei.pk, person_id=s.gao.pk, kind=PersonKind.RISING, reason="r", today=DAY
    ),
    "end a kind": lambda s, by: relationships.end_kind(actor=by, tag_id=s.tag.pk, today=DAY),
    "set a target": lambda s, by: relationships.set_target(
        actor=by, account_id=s.hebei.pk, person_id=s.gao.pk, level=1, today=DAY
    ),
    "read an indicator": lambda s, by: relationships.read_indicator(
        actor=by, account_id=s.hebei.pk, indicator=General.STANDING, value=1, statement="s", observed_on=DAY, today=DAY
    ),
    "say what the columns of another's import are": lambda s, by: imports.choose_columns(
        actor=by, import_id=s.imported, version=2, names={"姓名": "name", "客户": "account"}, account_id=None, today=DAY
    ),
    "join a name in another's import": lambda s, by: imports.join_name(
        actor=by, import_id=s.imported, said="a", like="b", today=DAY
    ),
    "store another's import": lambda s, by: imports.begin(
        actor=by, import_id=s.imported, to=Status.STORING, task_id=None, today=DAY
    ),
    "undo another's import": lambda s, by: imports.begin(
        actor=by, import_id=s.imported, to=Status.UNDOING, task_id=None, today=DAY
    ),
    "revoke another's token": lambda s, by: api.revoke_token(actor=by, token_id=s.token, today=DAY),
    "release what is in quarantine": lambda s, by: compliance.release(
        actor=by, quarantine_id=s.reported, version=1, reason="r", today=DAY
    ),
    "destroy what is in quarantine": lambda s, by: compliance.destroy(
        actor=by, quarantine_id=s.reported, version=1, reason="r", today=DAY
    ),
}  # fmt: skip


def on_deal(act, **told):
    return lambda s, by: act(actor=by, opportunity_id=s.deal, version=2, today=DAY, **told)


def on_lead(act, **told):
    return lambda s, by: act(actor=by, lead_id=s.lead, version=1, today=DAY, **told)


WRITES |= {
    "open an opportunity": lambda s, by: opportunities.open_opportunity(
        actor=by, name="x", account_id=s.hebei.pk, today=DAY
    ),
    "change an opportunity": on_deal(opportunities.change_facts, category="x"),
    "push a decision": on_deal(opportunities.push_date, expected_on=DAY),
    "assign an opportunity": lambda s, by: opportunities.assign_owner(
        actor=by, opportunity_id=s.deal, version=2, owner_id=s.song.pk, today=DAY
    ),
    "advance an opportunity": lambda s, by: opportunities.advance(
        actor=by, opportunity_id=s.deal, version=2, today=DAY
    ),
    "take an opportunity back": on_deal(opportunities.return_to, to=Stage.DISCOVERY, why="r"),
    "hold an opportunity": on_deal(opportunities.hold, why="r"),
    "resume an opportunity": lambda s, by: opportunities.resume(actor=by, opportunity_id=s.held, version=2, today=DAY),
    "win an opportunity": on_deal(opportunities.win, decided_on=DAY),
    "lose an opportunity": on_deal(opportunities.lose, why="r", decided_on=DAY),
    "set a rate": lambda _s, by: opportunities.set_rate(
        actor=by, currency="USD", since=DAY, value=Decimal(7), today=DAY
    ),
    "capture a lead": lambda s, by: opportunities.capture_lead(actor=by, name="x", account_id=s.hebei.pk, today=DAY),
    "assign a lead": lambda s, by: opportunities.assign_lead(
        actor=by, lead_id=s.lead, version=1, owner_id=s.song.pk, today=DAY
    ),
    "qualify a lead": on_lead(opportunities.qualify_lead),
    "nurture a lead": on_lead(opportunities.nurture_lead, why="r", wake_on=date(2027, 1, 1)),
    "put a lead back": lambda s, by: opportunities.return_lead(
        actor=by, lead_id=s.asked, version=2, why="r", today=DAY
    ),
    "convert a lead": lambda s, by: opportunities.convert_lead(actor=by, lead_id=s.asked, version=2, today=DAY),
    "discard a lead": on_lead(opportunities.discard_lead, why="r"),
    **of_projects(),
}


WRITES |= {
    "open a tender": lambda s, by: tenders.open_tender(actor=by, opportunity_id=s.deal, name="t", today=DAY),
    "change a tender": lambda s, by: tenders.change_tender(
        actor=by, tender_id=s.tender.pk, version=1, reference="r", today=DAY
    ),
    "set the days of a tender": lambda s, by: tenders.set_days(
        actor=by, tender_id=s.tender.pk, version=1, days={Day.ISSUED: DAY}, today=DAY
    ),
    "publish a tender": lambda s, by: tenders.take_step(
        actor=by, tender_id=s.tender.pk, version=1, to=State.PUBLISHED, on=DAY, today=DAY
    ),
    "tender again": lambda s, by: tenders.retender(actor=by, tender_id=s.ended.pk, version=s.ended.version, today=DAY),
    "add a lot": lambda s, by: tenders.add_lot(actor=by, tender_id=s.tender.pk, name="n", today=DAY),
    "support a bidder": lambda s, by: tenders.support(actor=by, lot_id=s.lot, bidder="b", today=DAY),
    "support it no longer": lambda s, by: tenders.end_support(actor=by, lot_id=s.second, why="w", today=DAY),
}


def everything():
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
        rows = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- our own tables
            rows[table] = sorted(map(repr, cursor.fetchall()))
    return rows


@pytest.mark.parametrize("write", WRITES)
def test_a_stranger_is_refused_and_the_database_stays_as_it_was(scene, write):
    before = everything()
    with pytest.raises(Refused):
        WRITES[write](scene, User.objects.get(username="wu"))
    assert everything() == before


ALSO_DONE = {write for write in WRITES if "another's import" not in write} - {
    "open a promise again", "move a person", "deactivate a colleague", "activate a colleague", "make a sign-in link",
    "revoke another's token",
    "win an opportunity", "advance an opportunity", "release what is in quarantine", "destroy what is in quarantine",
    "decide a gate",
}  # fmt: skip


@pytest.mark.parametrize("write", sorted(ALSO_DONE))
def test_the_key_account_office_is_not_refused(scene, write):
    """The table above can fail: somebody with the right does each of these."""
    WRITES[write](scene, User.objects.get(username="ke"))
