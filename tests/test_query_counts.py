"""A page asks the same number of questions for one row and for three, and none while it is drawn."""

from datetime import date

import pytest
from django.db import connection
from django.template import Template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from shapan.accounts import actions as accounts
from shapan.api import actions as api
from shapan.compliance import actions as compliance
from shapan.decisions import actions as decisions
from shapan.decisions.terms import SeatCode
from shapan.fulfilment.tests import scenes as contracts
from shapan.identity import actions as identity
from shapan.imports.tests import scenes as imported
from shapan.interactions import actions as interactions
from shapan.interactions import queries as interactions_reads
from shapan.interactions.actions import Promised
from shapan.interactions.terms import Kind
from shapan.opportunities import actions as opportunities
from shapan.opportunities import queries as opportunities_reads
from shapan.people import actions as people
from shapan.people import queries as people_reads
from shapan.projects import actions as projects
from shapan.projects.terms import GateKind, MeetingKind
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole
from shapan.tenders import actions as tenders
from shapan.tenders.tests import scenes as tendered

DAY = date(2026, 5, 20)


def add_a_row(cast, n):
    """One more of everything a page lists: account, department, person, holder, contact, promise, evidence."""
    who = {"actor": cast.ke, "today": DAY}
    colleague = identity.enrol_user(username=f"c{n}", name=f"同事{n}", unit=cast.lin.unit, manager=cast.lin)
    identity.fill_post(unit=cast.lin.unit, title=f"岗位{n}", holder=colleague)
    account = accounts.open_account(**who, name=f"客户{n}", tier="B", parent_id=cast.hebei.pk)
    for role in (SeatRole.AR, SeatRole.SR):
        teams.take_seat(**who, account_id=account.pk, holder_id=cast.lin.pk, role=role, started_on=date(2025, 1, 1))
    at = {**who, "account_id": cast.hebei.pk}
    room = accounts.open_department(**at, name=f"部门{n}")
    person = people.meet_person(
        **at, title=f"职位{n}", department_id=room.pk, name=f"人{n}", started_on=date(2025, 1, 1)
    )
    decisions.name_holder(**at, code=SeatCode.INFLUENCER, person_id=person.pk)
    interactions.log_interaction(
        **at, kind=Kind.CALL, held_on=DAY, person_ids=(cast.gao.pk, person.pk), colleague_ids=(cast.lin.pk,),
        purpose="p", outcome="o", next_step="n",
        promises=(Promised("plan", date(2026, 5, 25), owner_id=cast.lin.pk, person_id=person.pk),),
    )  # fmt: skip
    interactions.log_interaction(
        **at, kind=Kind.CALL, held_on=date(2026, 5, 1), person_ids=(person.pk,), next_step="n", next_on=DAY
    )
    relationships.record_evidence(
        **at, person_id=cast.gao.pk, criterion=Criterion.GUIDANCE, level=1, statement="s", observed_on=DAY
    )
    relationships.claim_level(**at, person_id=person.pk, level=2)
    deal = opportunities.open_opportunity(**at, name=f"商机{n}", expected_on=DAY)
    opportunities.hold(actor=cast.ke, opportunity_id=deal.pk, version=1, why="w", today=DAY)
    opportunities.open_opportunity(**at, name=f"商机又{n}", amount=n, currency="CNY")
    projects.open_project(actor=cast.lin, opportunity_id=deal.pk, today=DAY)
    projects.assess(actor=cast.lin, opportunity_id=cast.run, scores={}, today=DAY)
    task = projects.Taken("w", cast.lin.pk, DAY)
    projects.record_meeting(
        actor=cast.lin, opportunity_id=cast.run, kind=MeetingKind.ANALYSIS, held_on=DAY, decision="d", tasks=(task,),
        attended=(cast.lin.pk,), today=DAY,
    )  # fmt: skip
    projects.add_seat(actor=cast.lin, opportunity_id=cast.run, code=SeatCode.INFLUENCER, label=str(n), today=DAY)
    tenders.add_lot(actor=cast.ke, tender_id=cast.tender.pk, name=f"标段{n}", today=DAY)
    tendered.published(cast.ke, account.pk, on=DAY, today=DAY)
    compliance.report(actor=cast.lin, what="w", how="h", today=DAY)
    api.issue_token(actor=cast.lin, name=f"n{n}", days=9, today=DAY)
    opportunities.capture_lead(**at, name=f"线索{n}")
    imported.upload(cast.lin, [["姓名", "客户"], [f"人{n}", "河北移动"]])
    add_to_contracts(cast, n)


def add_to_contracts(cast, n):
    """Another contract, and one more of everything in the first."""
    made = contracts.furnish(cast.lin, cast.hebei, f"合同{n}")
    cast.made = getattr(cast, "made", made)
    contracts.grow(cast.lin, cast.made, n)


@pytest.fixture
def cast(cast, work, settings, tmp_path):
    """With an import of three rows of which the dry run is done."""
    settings.MEDIA_ROOT = tmp_path
    rows = [["姓名", "客户"], ["甲", "河北移动"], ["乙", "河北移动"], ["丙", "无此公司"]]
    cast.tender = tendered.opened(cast.ke, cast.hebei.pk, today=DAY)
    cast.imported = imported.upload(cast.lin, rows)
    imported.check(cast.lin, cast.imported, work)
    at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": DAY}
    decisions.record_mode(**at)
    cast.run = opportunities.open_opportunity(**at, name="项目", amount=1, currency="CNY").pk
    told = {"actor": cast.lin, "opportunity_id": cast.run, "today": DAY}
    projects.derive_unit(**told)
    projects.open_project(**told)
    cast.gate = projects.ask_gate(**told, kind=GateKind.ATB).pk
    return cast


def appointment_of(person, cast):
    held = people_reads.people_in_posts(actor=cast.ke, account_id=cast.hebei.pk, on=DAY, today=DAY)
    return next(row.appointment_id for row in held if row.person_id == person.pk)


ASKED = {"search:results": "?q=%E4%BA%BA"}  # 人: three persons, and their posts
PAGES = {
    "compliance:desk": lambda _cast: [],
    "tokens:tokens": lambda _cast: [],
    "tenders:one": lambda cast: [cast.tender.pk],
    "search:results": lambda _cast: [],
    "insight:today": lambda _cast: [],
    "insight:accounts": lambda _cast: [],
    "insight:people": lambda _cast: [],
    "opportunities:board": lambda _cast: [],
    "opportunities:list": lambda _cast: [],
    "opportunities:health": lambda _cast: [],
    "opportunities:chances": lambda _cast: [],
    "opportunities:catalogue": lambda _cast: [],
    "opportunities:timeline": lambda _cast: [],
    "opportunities:reviews": lambda _cast: [],
    "opportunities:leads": lambda _cast: [],
    "opportunities:one": lambda cast: [opportunities_reads.listing(actor=cast.lin, today=DAY).rows[-1].id],
    "projects:one": lambda cast: [cast.run],
    "projects:derive": lambda cast: [cast.run],
    "fulfilment:contracts": lambda _cast: [],
    "fulfilment:cash": lambda _cast: [],
    "fulfilment:contract": lambda cast: [cast.made["running"]],
    "fulfilment:acceptance": lambda cast: [cast.made["test"]],
    "fulfilment:receipt": lambda cast: [cast.made["receipt"]],
    "insight:account_contracts": lambda cast: [cast.hebei.pk],
    "projects:every": lambda _cast: [],
    "projects:gate": lambda cast: [cast.gate],
    "insight:house": lambda cast: [cast.hebei.pk],
    "insight:account_people": lambda cast: [cast.hebei.pk],
    "insight:deals": lambda cast: [cast.hebei.pk],
    "insight:timeline": lambda cast: [cast.hebei.pk],
    "insight:sand_table": lambda cast: [cast.hebei.pk],
    "insight:sand_list": lambda cast: [cast.hebei.pk],
    "insight:sand_board": lambda cast: [cast.hebei.pk],
    "insight:sand_coverage": lambda cast: [cast.hebei.pk],
    "insight:sand_card": lambda cast: [cast.hebei.pk, cast.gao.pk],
    "insight:person": lambda cast: [cast.gao.pk],
    "insight:part_person": lambda cast: [cast.hebei.pk, cast.gao.pk],
    "duplicates:queue": lambda _cast: ["person"],
    "interactions:log": lambda cast: [cast.hebei.pk],
    "imports:every": lambda _cast: [],
    "imports:one": lambda cast: [cast.imported],
    "interactions:capture": lambda _cast: [],
    "insight:brief": lambda cast: [cast.gao.pk],
    "insight:told": lambda cast: [
        interactions_reads.contacts_of_account(actor=cast.lin, account_id=cast.hebei.pk, today=DAY)[0].id
    ],
    "access:organisation": lambda _cast: [],
    "accounts:change": lambda cast: [cast.hebei.pk],
    "people:change": lambda cast: [cast.gao.pk],
    "people:move": lambda cast: [appointment_of(cast.gao, cast)],
    "intelligence:competitor": lambda cast: [cast.hebei.pk, cast.gao.pk],
}


def questions(client, address):
    """Asked a second time: what is kept for minutes, like PostgreSQL's common terms, is asked for by the first."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)
    assert page.status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", PAGES)
def test_the_number_of_queries_does_not_grow_with_the_rows(client, cast, name):
    client.force_login(cast.lin)
    add_a_row(cast, 1)
    address = reverse(name, args=PAGES[name](cast)) + ASKED.get(name, "")
    one = questions(client, address)
    for n in (2, 3):
        add_a_row(cast, n)
    assert questions(client, address) == one


@pytest.mark.parametrize("name", PAGES)
def test_no_page_asks_the_database_while_it_is_drawn(client, cast, name, monkeypatch):
    add_a_row(cast, 1)
    client.force_login(cast.lin)
    address = reverse(name, args=PAGES[name](cast)) + ASKED.get(name, "")
    client.get(address)
    during = []
    draw = Template.render

    def watched(self, context):
        with CaptureQueriesContext(connection) as asked:
            drawn = draw(self, context)
        during.extend(asked.captured_queries)
        return drawn

    monkeypatch.setattr("django.template.base.Template.render", watched)
    client.get(address)
    assert [query["sql"] for query in during] == []
