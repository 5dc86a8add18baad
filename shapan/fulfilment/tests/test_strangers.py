"""A colleague without a seat changes no contract and no money: every action refuses, the database stays as it was."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction

from shapan.fulfilment import actions, queries
from shapan.fulfilment.terms import AcceptanceKind, AcceptanceState, Cause, Reason, Result
from shapan.fulfilment.tests import scenes
from shapan.fulfilment.tests.scenes import TODAY
from shapan.identity.models import User
from shapan.kernel.errors import Refused
from shapan.opportunities import actions as opportunities
from tests.test_strangers_write_nothing import everything

D = Decimal


@pytest.fixture
def scene(cast):
    """A contract in planning, one in delivery with an acceptance under test, money and a dispute, one closed."""
    lin, made = cast.lin, {"account_id": cast.hebei.pk, "today": TODAY}
    deal = opportunities.open_opportunity(actor=lin, name="x", amount=D(9), currency="CNY", **made)
    opportunities.win(actor=lin, opportunity_id=deal.pk, version=1, decided_on=TODAY, today=TODAY)
    cast.deal, cast.drawn = deal.pk, scenes.planned(lin, scenes.drafted(lin, cast.hebei))
    cast.submitted, cast.running = scenes.drafted(lin, cast.hebei), scenes.activated(lin, cast.hebei)
    scenes.on(lin, cast.submitted, actions.submit)
    scenes.deliver(lin, cast.running)
    cast.test = scenes.under_test(lin, cast.running)
    cast.issue = actions.raise_issue(actor=lin, acceptance_id=cast.test, version=3, words="w", today=TODAY).pk
    cast.plain = actions.plan_acceptance(
        actor=lin, contract_id=cast.running.pk, kind=AcceptanceKind.FAT, today=TODAY
    ).pk
    cast.bill = scenes.invoiced(lin, cast.running, due_on=date(2026, 5, 1))
    cast.second = actions.draft_invoice(
        actor=lin, node_id=scenes.plan(lin, cast.running).nodes[1].id, amount=D(9), today=TODAY
    ).pk
    cast.money = scenes.received(lin, cast.hebei, 50)
    cast.part = scenes.pay(lin, cast.money, cast.bill, 10).pk
    cast.done = scenes.activated(lin, cast.hebei, name="完")
    scenes.deliver(lin, cast.done)
    scenes.accepted(lin, cast.done, cast.gao)
    for n in (0, 1):
        bill = scenes.invoiced(lin, cast.done, n)
        scenes.pay(lin, scenes.received(lin, cast.hebei, seen_amount(lin, bill)), bill)
    scenes.on(lin, cast.done, actions.close, closed_on=TODAY)
    cast.follow_up = queries.follow_ups(actor=lin, contract_id=cast.done.pk, today=TODAY)[0].id
    cast.late = scenes.invoiced(lin, scenes_late(lin, cast), due_on=date(2026, 5, 1))
    actions.open_ticket(actor=lin, invoice_id=cast.late.pk, **TICKET, today=TODAY)
    return cast


def seen_amount(by, bill):
    return scenes.seen(by, bill).amount


def scenes_late(by, cast):
    contract = scenes.activated(by, cast.hebei, name="迟")
    scenes.deliver(by, contract)
    return contract


TICKET = {"reason": Reason.PAPERS, "owner_id": 1, "due_on": TODAY, "words": "w"}


@pytest.fixture(autouse=True)
def owner(us, monkeypatch):
    monkeypatch.setitem(TICKET, "owner_id", us.lin.pk)


def at(s, by, row, act, **told):
    """On a contract, at the version it stands at."""
    return act(actor=by, contract_id=row.pk, version=scenes.version(s.ke, row.pk), today=TODAY, **told)


def of(s, n, kind="deliverables"):
    return getattr(scenes.plan(s.ke, s.drawn), kind)[n].id


def read(s, row=None):
    return scenes.version(s.ke, (row or s.drawn).pk)


def read_test(s):
    return scenes.acceptance(s.ke, s.test).version


NODE = {"name": "n", "amount": D(1), "today": TODAY}
WRITES = {
    "open a contract": lambda s, by: actions.open_contract(actor=by, opportunity_id=s.deal, today=TODAY),
    "change a contract": lambda s, by: at(s, by, s.drawn, actions.change_contract, name="y"),
    "submit": lambda s, by: at(s, by, s.drawn, actions.submit),
    "return": lambda s, by: at(s, by, s.submitted, actions.return_to_draft, why="w"),
    "sign": lambda s, by: at(s, by, s.submitted, actions.sign, signed_on=TODAY),
    "cancel": lambda s, by: at(s, by, s.drawn, actions.cancel, why="w"),
    "finish a follow-up": lambda s, by: actions.finish_follow_up(
        actor=by, follow_up_id=s.follow_up, done_on=TODAY, today=TODAY
    ),
    "add a deliverable": lambda s, by: at(s, by, s.drawn, actions.add_deliverable, name="g"),
    "change a deliverable": lambda s, by: actions.change_deliverable(
        actor=by, deliverable_id=of(s, 0), version=read(s), name="g", today=TODAY
    ),
    "remove a deliverable": lambda s, by: actions.remove_deliverable(
        actor=by, deliverable_id=of(s, 0), version=read(s), today=TODAY
    ),
    "add a payment": lambda s, by: actions.add_node(actor=by, contract_id=s.drawn.pk, version=read(s), **NODE),
    "change a payment": lambda s, by: actions.change_node(actor=by, node_id=of(s, 0, "nodes"), version=read(s), **NODE),
    "remove a payment": lambda s, by: actions.remove_node(
        actor=by, node_id=of(s, 0, "nodes"), version=read(s), today=TODAY
    ),
    "plan an acceptance": lambda s, by: actions.plan_acceptance(
        actor=by, contract_id=s.running.pk, kind=AcceptanceKind.SAT, today=TODAY
    ),
    "change an acceptance": lambda s, by: actions.change_acceptance(
        actor=by, acceptance_id=s.plain, version=1, planned_on=TODAY, deliverable_ids=(), items=("a",), today=TODAY
    ),
    "judge an item": lambda s, by: actions.judge_item(
        actor=by, item_id=scenes.acceptance(s.ke, s.test).items[0].id, version=read_test(s), result=Result.PASSED,
        today=TODAY,
    ),
    "raise an issue": lambda s, by: actions.raise_issue(
        actor=by, acceptance_id=s.test, version=read_test(s), words="w", today=TODAY
    ),
    "close an issue": lambda s, by: actions.close_issue(
        actor=by, issue_id=s.issue, version=read_test(s), outcome="o", today=TODAY
    ),
    "step an acceptance": lambda s, by: actions.step_acceptance(
        actor=by, acceptance_id=s.test, version=read_test(s), to=AcceptanceState.FAILED, why="w", today=TODAY
    ),
    "draft an invoice": lambda s, by: actions.draft_invoice(
        actor=by, node_id=scenes.plan(s.ke, s.running).nodes[1].id, today=TODAY
    ),
    "apply for an invoice": lambda s, by: actions.apply_for_invoice(
        actor=by, invoice_id=s.second, version=1, today=TODAY
    ),
    "void an invoice": lambda s, by: actions.void_invoice(
        actor=by, invoice_id=s.bill.pk, version=4, why="w", today=TODAY
    ),
    "record a receipt": lambda s, by: actions.record_receipt(
        actor=by, account_id=s.hebei.pk, amount=D(1), currency="CNY", received_on=TODAY, today=TODAY
    ),
    "allocate": lambda s, by: actions.allocate(
        actor=by, receipt_id=s.money.pk, version=2, invoice_id=s.bill.pk, today=TODAY
    ),
    "release": lambda s, by: actions.release(actor=by, allocation_id=s.part, version=2, why="w", today=TODAY),
    "refund": lambda s, by: actions.refund(
        actor=by, receipt_id=s.money.pk, version=2, amount=D(1), why="w", today=TODAY
    ),
    "open a dispute": lambda s, by: actions.open_ticket(actor=by, invoice_id=s.bill.pk, **TICKET, today=TODAY),
    "change a dispute": lambda s, by: actions.change_ticket(
        actor=by, ticket_id=scenes.seen(s.ke, s.late).ticket.id, version=1, **TICKET | {"words": "x"}, today=TODAY
    ),
    "climb": lambda _s, by: actions.climb(actor=by, today=TODAY),
}  # fmt: skip
# In delivery only: their contract stands elsewhere for the table above.
RUNNING = {
    "move a deliverable": lambda s, by: actions.move_deliverable(
        actor=by, deliverable_id=scenes.plan(s.ke, s.fresh).deliverables[0].id, version=read(s, s.fresh),
        to=date(2026, 9, 1), cause=Cause.CHANGE, why="w", today=TODAY,
    ),
    "deliver": lambda s, by: actions.deliver(
        actor=by, deliverable_id=scenes.plan(s.ke, s.fresh).deliverables[0].id, version=read(s, s.fresh),
        ready_on=TODAY, today=TODAY,
    ),
    "close": lambda s, by: at(s, by, s.full, actions.close, closed_on=TODAY),
    "activate": lambda s, by: at(s, by, s.signed, actions.activate),
}  # fmt: skip


@pytest.fixture
def more(scene):
    lin = scene.lin
    scene.fresh = scenes.activated(lin, scene.hebei, name="新")
    scene.signed = scenes.planned(lin, scenes.drafted(lin, scene.hebei, name="签"))
    scenes.on(lin, scene.signed, actions.submit)
    scenes.on(lin, scene.signed, actions.sign, signed_on=TODAY)
    scene.full = scenes.activated(lin, scene.hebei, name="满", parts=(100,))
    scenes.deliver(lin, scene.full)
    scenes.accepted(lin, scene.full, scene.gao)
    scenes.pay(lin, scenes.received(lin, scene.hebei, 100), scenes.invoiced(lin, scene.full))
    return scene


def undone(act):
    """What it answers; what it did is taken back."""
    with transaction.atomic():
        try:
            return act()
        finally:
            transaction.set_rollback(True)


def test_a_stranger_is_refused_and_the_database_stays_as_it_was(more):
    before, wu = everything(), User.objects.get(username="wu")
    for name, write in (WRITES | RUNNING).items():
        with pytest.raises(Refused):
            write(more, wu)
        assert everything() == before, name


def test_the_key_account_office_is_not_refused(more):
    ke = User.objects.get(username="ke")
    for write in (WRITES | RUNNING).values():
        undone(lambda write=write: write(more, ke))


def test_every_action_is_in_the_table():
    """An action that nobody tries to misuse is an action nobody has thought about."""
    tried = {name for write in (WRITES | RUNNING).values() for name in write.__code__.co_names}
    walked = {"approve_invoice", "issue_invoice", "return_invoice"}  # the same step as apply and void
    assert set(actions.__all__) - {"FulfilmentRefused"} - walked <= tried
