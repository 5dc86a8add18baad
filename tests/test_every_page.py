"""Every page answers its holder, and no page tells a stranger anything."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from shapan.decisions import actions as decisions
from shapan.decisions.actions import BandSpec
from shapan.decisions.terms import Confidence, SeatCode
from shapan.fulfilment.tests import scenes as contracts
from shapan.interactions import actions as interactions
from shapan.interactions.actions import Promised
from shapan.interactions.terms import Kind
from shapan.opportunities import actions as opportunities
from shapan.people import actions as people_actions
from shapan.people import queries as people
from shapan.projects import actions as projects
from shapan.projects.terms import GateKind
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion
from shapan.tenders import actions as tenders
from shapan.tenders.tests import scenes as tendered


@pytest.fixture
def scene(cast, settings):
    """The cast with something on every page: a contact, a promise, a seat holder, evidence."""
    day = date(2026, 5, 20)
    cast.contact = interactions.log_interaction(
        actor=cast.lin, account_id=cast.hebei.pk, kind=Kind.CALL, held_on=day, today=day, person_ids=(cast.gao.pk,),
        purpose="p", outcome="o", next_step="n", promises=(Promised("bring the plan", date(2026, 5, 25)),),
    )  # fmt: skip
    cast.untold = interactions.log_interaction(
        actor=cast.lin, account_id=cast.hebei.pk, kind=Kind.CALL, held_on=day, today=day, person_ids=(cast.gao.pk,),
        next_step="n", next_on=day,
    ).interaction  # fmt: skip
    cast.holder = decisions.name_holder(
        actor=cast.lin, account_id=cast.hebei.pk, code=SeatCode.DECIDER, person_id=cast.gao.pk, today=day,
        confidence=Confidence.CONFIRMED,
    )  # fmt: skip
    cast.seat = cast.holder.seat_id
    cast.mode = decisions.record_mode(
        actor=cast.lin, account_id=cast.hebei.pk, today=day, bands=(BandSpec(Decimal(0)),)
    )
    cast.evidence = relationships.record_evidence(
        actor=cast.lin, account_id=cast.hebei.pk, person_id=cast.gao.pk, criterion=Criterion.GUIDANCE, level=2,
        statement="brought in the network department", observed_on=day, today=day,
    )  # fmt: skip
    cast.again = people_actions.meet_person(
        actor=cast.lin, account_id=cast.hebei.pk, title="主任", name="高总", started_on=day, today=day
    )
    cast.lost = opportunities.open_opportunity(actor=cast.lin, account_id=cast.hebei.pk, name="河北旧", today=day)
    end = {"actor": cast.lin, "opportunity_id": cast.lost.pk, "version": 1, "today": day}
    opportunities.lose(**end, decided_on=day, why="w")
    cast.contracts = contracts.furnish(cast.lin, cast.hebei, "河北")
    cast.lead = opportunities.capture_lead(actor=cast.lin, account_id=cast.hebei.pk, name="河北园区", today=day)
    cast.deal = opportunities.open_opportunity(
        actor=cast.lin, account_id=cast.hebei.pk, name="河北扩容", today=day, amount=1, currency="CNY"
    )
    told = {"actor": cast.lin, "opportunity_id": cast.deal.pk, "today": day}
    projects.derive_unit(**told)
    cast.unit_seat = projects.add_seat(**told, code=SeatCode.INFLUENCER).pk
    projects.open_project(**told)
    cast.gate = projects.ask_gate(**told, kind=GateKind.ATB).pk
    cast.tender = tendered.opened(cast.lin, cast.hebei.pk, today=day)
    cast.lot = tenders.add_lot(actor=cast.lin, tender_id=cast.tender.pk, name="二标段", today=day).pk
    held = people.people_in_posts(actor=cast.lin, account_id=cast.hebei.pk, on=day, today=day)
    cast.appointment = held[0].appointment_id
    return cast


def pages(scene):
    account, person = [scene.hebei.pk], [scene.hebei.pk, scene.gao.pk]
    return {
        "insight:house": account,
        "insight:account_people": account,
        "insight:timeline": account,
        "insight:part_person": person,
        "insight:part_seat": [scene.hebei.pk, "A"],
        "insight:part_number": [scene.hebei.pk, "si"],
        "insight:part_department": [scene.hebei.pk, scene.planning.pk],
        "insight:part_roof": [scene.hebei.pk, "matching"],
        "insight:part_general": account,
        "insight:sand_table": account,
        "insight:sand_drawing": account,
        "insight:sand_list": account,
        "insight:sand_board": account,
        "insight:sand_coverage": account,
        "insight:sand_card": person,
        "insight:sand_post": [scene.hebei.pk, scene.post.pk],
        "insight:person": [scene.gao.pk],
        "insight:brief": [scene.gao.pk],
        "insight:told": [scene.contact.interaction.pk],
        "interactions:outcome": [scene.untold.pk],
        "interactions:log": account,
        "accounts:department": account,
        "people:enrol": account,
        "people:move": [scene.appointment],
        "people:end": [scene.appointment],
        "people:link": [scene.gao.pk],
        "people:card": [scene.gao.pk],
        "duplicates:compare": ["person", scene.gao.pk, scene.again.pk],
        "people:change": [scene.gao.pk],
        "accounts:change": account,
        "accounts:cell": [scene.hebei.pk, "tier"],
        "insight:deciding": account,
        "insight:deals": account,
        "opportunities:transfer": account,
        "intelligence:competitor": person,
        "people:objection": [scene.gao.pk],
        "people:report": [scene.post.pk],
        "relationships:evidence": person,
        "relationships:claim": person,
        "relationships:target": person,
        "relationships:settle": person,
        "relationships:kind": person,
        "relationships:indicator": [scene.hebei.pk, "technical_standing"],
        **pages_of_decisions(scene),
        **pages_of_opportunities(scene),
        **pages_of_projects(scene) | pages_of_tenders(scene),
    }


def pages_of_tenders(scene):
    tender = [scene.tender.pk]
    return {
        "tenders:open": [scene.deal.pk],
        "tenders:one": tender,
        "tenders:change": tender,
        "tenders:days": tender,
        "tenders:step": [scene.tender.pk, "published"],
        "tenders:lot": tender,
        "tenders:support": [scene.lot],
        "tenders:end_support": [scene.lot],
    }


def pages_of_opportunities(scene):
    made = contracts.pages(scene.contracts)
    return {
        "insight:account_contracts": [scene.hebei.pk],
        **{f"fulfilment:{name}": args for name, args in made.items()},
        "opportunities:one": [scene.deal.pk],
        "opportunities:change": [scene.deal.pk],
        "opportunities:push": [scene.deal.pk],
        "opportunities:owner": [scene.deal.pk],
        "opportunities:step": [scene.deal.pk, "won"],
        "opportunities:chance": [scene.deal.pk],
        "opportunities:review": [scene.lost.pk],
        "opportunities:lead": [scene.lead.pk],
        "opportunities:lead_owner": [scene.lead.pk],
        "opportunities:lead_step": [scene.lead.pk, "nurturing"],
    }


def pages_of_projects(scene):
    deal = [scene.deal.pk]
    return {
        "projects:one": deal,
        "projects:derive": deal,
        "projects:gate": [scene.gate],
        "projects:open": deal,
        "projects:ask": [*deal, "ATI"],
        "projects:answer": [*deal, "margin"],
        "projects:entrust": [*deal, "deciders"],
        "projects:meeting": [*deal, "analysis"],
        "projects:assess": deal,
        "projects:add_seat": deal,
        "projects:change_seat": [*deal, scene.unit_seat],
        "projects:seat_person": [*deal, scene.unit_seat],
    }


def pages_of_decisions(scene):
    return {
        "decisions:record_mode": [scene.hebei.pk],
        "decisions:change_mode": [scene.mode.pk],
        "decisions:end_mode": [scene.mode.pk],
        "decisions:end_seat": [scene.seat],
        "decisions:end_holder": [scene.holder.pk],
        "decisions:seat": [scene.hebei.pk, "A"],
        "decisions:holder": [scene.hebei.pk, scene.gao.pk],
    }


def test_the_holder_of_a_seat_opens_every_page_of_the_account(client, scene):
    client.force_login(scene.lin)
    codes = {name: client.get(reverse(name, args=args)).status_code for name, args in pages(scene).items()}
    assert codes == dict.fromkeys(codes, 200)


def test_a_colleague_without_a_seat_finds_nothing_there(client, scene):
    client.force_login(scene.wu)
    codes = {name: client.get(reverse(name, args=args)).status_code for name, args in pages(scene).items()}
    assert codes == dict.fromkeys(codes, 404)


def test_signed_out_nobody_gets_further_than_the_door(client, scene):
    codes = {name: client.get(reverse(name, args=args)).status_code for name, args in pages(scene).items()}
    assert codes == dict.fromkeys(codes, 302)


@pytest.mark.parametrize(
    ("name", "args", "asked"),
    [
        ("insight:today", [], ""),
        ("insight:accounts", [], ""),
        ("insight:people", [], ""),
        ("duplicates:queue", ["person"], ""),
        ("opportunities:board", [], ""),
        ("opportunities:list", [], ""),
        ("fulfilment:contracts", [], ""),
        ("fulfilment:cash", [], ""),
        ("projects:every", [], ""),
        ("opportunities:leads", [], ""),
        ("opportunities:reviews", [], ""),
        ("opportunities:timeline", [], ""),
        ("search:results", [], "yidong"),
    ],
)
def test_lists_of_a_stranger_hold_no_hint(client, scene, name, args, asked):
    client.force_login(scene.wu)
    page = client.get(reverse(name, args=args), {"q": asked}).content.decode()
    assert "河北" not in page
    assert "高总" not in page
