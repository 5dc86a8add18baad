"""The major project of the story: derived, assessed, discussed, refused at the bid decision, asked for again."""

from datetime import timedelta
from decimal import Decimal
from functools import partial

from shapan.demo import material
from shapan.demo.world import World
from shapan.opportunities import actions as opportunities
from shapan.opportunities import queries as opportunity_reads
from shapan.opportunities.terms import Element
from shapan.projects import actions as projects
from shapan.projects import queries as reads
from shapan.projects.queries import Scored
from shapan.projects.terms import Check, GateKind, Item, MeetingKind, Outcome

ATB = GateKind.ATB


def put_on_agenda(world: World) -> None:
    for told in material.table("projects")["project"]:
        world.agenda.at(told["opened"], partial(_open, world, told))


def _open(world: World, told: dict, today) -> None:
    """The opportunity and its unit; everything else follows on its day."""
    owner, agenda = world.colleagues[told["owner"]], world.agenda
    deal = opportunities.open_opportunity(
        actor=owner, account_id=world.accounts[told["company"]], name=told["name"], amount=Decimal(told["amount"]),
        currency=told["currency"], category=told["category"], today=today,
        expected_on=agenda.today + timedelta(days=told["expected_in"]),
    )  # fmt: skip
    opportunities.advance(actor=owner, opportunity_id=deal.pk, version=deal.version, today=today)
    world.projects[told["name"]] = deal.pk
    of = {"opportunity_id": deal.pk, "today": today}
    projects.derive_unit(actor=world.colleagues[told["derives"]], **of)
    projects.open_project(actor=owner, **of)
    agenda.at(told["opened"] - 6, partial(_find_out, owner, deal.pk, told))
    agenda.at(told["meeting"]["ago"], partial(_meet, world, deal.pk, told))
    agenda.at(told["asked"], partial(_ask, owner, deal.pk))
    agenda.at(told["refused"]["ago"], partial(_refuse, world, deal.pk, told["refused"]))
    agenda.at(told["delegated"]["ago"], partial(_delegate, world, told["delegated"]))
    agenda.at(told["asked_again"], partial(_ask, owner, deal.pk))


def _find_out(owner, deal_id: int, told: dict, today) -> None:
    of = {"actor": owner, "opportunity_id": deal_id, "today": today}
    scores = {}
    for element, *said in told["scores"]:
        ours, theirs = (said[:2], said[2:]) if element != Element.RELATIONSHIP else ((None, ""), said)
        scores[Element(element)] = Scored(*ours, *theirs)
    projects.assess(**of, scores=scores, rival=told["rival"])
    for about, value, statement in told["answers"]:
        projects.answer(**of, about=Check(about), value=Decimal(value), statement=statement)


def _meet(world: World, deal_id: int, told: dict, today) -> None:
    said = told["meeting"]
    owner = world.colleagues[told["owner"]]
    tasks = [
        projects.Taken(what, world.colleagues[who].pk, world.agenda.today + timedelta(days=due))
        for what, who, due in said["tasks"]
    ]
    projects.record_meeting(
        actor=owner, opportunity_id=deal_id, kind=MeetingKind(said["kind"]), held_on=today, today=today,
        notes={Item.UNIT_MAP: said["unit_map"], Item.RISKS: said["risks"]}, decision=said["decision"],
        dissent=said["dissent"], attended=[world.colleagues[who].pk for who in said["attended"]], tasks=tasks,
    )  # fmt: skip


def _ask(owner, deal_id: int, today) -> None:
    projects.ask_gate(actor=owner, opportunity_id=deal_id, kind=ATB, today=today)


def _refuse(world: World, deal_id: int, told: dict, today) -> None:
    by = world.colleagues[told["by"]]
    facts = opportunity_reads.opportunity(actor=by, opportunity_id=deal_id, today=today)
    waits = next(gate for gate in reads.gates(actor=by, facts=facts, today=today) if gate.outcome is None)
    projects.decide_gate(
        actor=by, gate_id=waits.id, version=waits.version, outcome=Outcome.REFUSED, why=told["why"], today=today
    )


def _delegate(world: World, told: dict, today) -> None:
    projects.delegate_authority(
        actor=world.colleagues[told["from"]], delegate_id=world.colleagues[told["to"]].pk, started_on=today,
        ended_on=today + timedelta(days=told["days"]), why=told["why"], today=today,
    )  # fmt: skip
