"""Contracts of the story, each step on its day and through the action that anybody would take."""

import tomllib
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

from shapan.demo.world import World
from shapan.fulfilment import actions, queries
from shapan.fulfilment.terms import AcceptanceState, Result
from shapan.opportunities import actions as opportunities

TABLE = Path(__file__).parent / "material" / "contracts.toml"


def put_on_agenda(world: World) -> None:
    for told in tomllib.loads(TABLE.read_text(encoding="utf-8"))["contract"]:
        Told(world, told).put_on_agenda()
    world.agenda.at(0, lambda today: actions.climb(actor=world.office, today=today))


class Told:
    """One contract. What the story names is known here by its name."""

    def __init__(self, world: World, told: dict):
        self.world, self.told = world, told
        self.account = world.accounts[told["company"]]
        self.contract = self.by = None
        self.ids: dict[str, int] = {}

    def put_on_agenda(self) -> None:
        at, told = self.world.agenda.at, self.told
        at(told["won"], self.win)
        at(told["signed"], self.sign)
        for name, _planned, *ready in told["deliverables"]:
            if ready:
                at(ready[0], partial(self.deliver, name))
        if "moved" in told:
            at(told["moved"]["on"], self.move)
        for one in told.get("acceptances", ()):
            at(one.get("begun", one["planned"] if one["planned"] > 0 else 1), partial(self.plan_test, one))
            if "done" in one:
                at(one["done"], partial(self.confirm, one))
        for payment, number, ago in told.get("invoices", ()):
            at(ago, partial(self.invoice, payment, number))
        for reference, ago, amount, number in told.get("receipts", ()):
            at(ago, partial(self.receive, reference, Decimal(amount), number))
        if "dispute" in told:
            at(told["dispute"]["on"], self.dispute)

    def day(self, ago: int):
        return self.world.agenda.today - timedelta(days=ago)

    def do(self, act, today, **how):
        version = queries.contract(actor=self.by, contract_id=self.contract, today=today).version
        return act(actor=self.by, version=version, today=today, **how)

    def win(self, today) -> None:
        self.by = self.world.manager(self.told["company"], today)
        facts = {"amount": Decimal(self.told["amount"]), "currency": self.told["currency"]}
        who = {"actor": self.by, "today": today}
        deal = opportunities.open_opportunity(
            **who, name=self.told["name"], account_id=self.account, category=self.told["category"], **facts
        )
        opportunities.win(**who, opportunity_id=deal.pk, version=1, decided_on=today)
        terms = {name: self.told[name] for name in ("number", "payment_days", "warranty_months")}
        self.contract = actions.open_contract(**who, opportunity_id=deal.pk, **terms).pk

    def sign(self, today) -> None:
        of = {"contract_id": self.contract}
        for name, planned, *_ready in self.told["deliverables"]:
            due_on = self.day(planned if name != self.told.get("moved", {}).get("what") else planned + 30)
            self.ids[name] = self.do(actions.add_deliverable, today, name=name, due_on=due_on, **of).pk
        for name, amount, planned, needs, waits in self.told["payments"]:
            bound = tuple(self.ids[one] for one in waits)
            facts = {"name": name, "amount": Decimal(amount), "due_on": self.day(planned), "needs": needs}
            self.ids[f"payment {name}"] = self.do(actions.add_node, today, deliverable_ids=bound, **facts, **of).pk
        self.do(actions.submit, today, **of)
        self.do(actions.sign, today, signed_on=today, **of)
        self.do(actions.activate, today, **of)

    def deliver(self, name, today) -> None:
        self.do(actions.deliver, today, deliverable_id=self.ids[name], ready_on=today)

    def move(self, today) -> None:
        told = self.told["moved"]
        how = {"to": self.day(told["to"]), "cause": told["cause"], "why": told["why"]}
        self.do(actions.move_deliverable, today, deliverable_id=self.ids[told["what"]], **how)

    def plan_test(self, one, today) -> None:
        covers = tuple(self.ids[name] for name in one["of"])
        self.ids[one["kind"]] = actions.plan_acceptance(
            actor=self.by, contract_id=self.contract, kind=one["kind"], planned_on=self.day(one["planned"]),
            deliverable_ids=covers, items=tuple(one["items"]), today=today,
        ).pk  # fmt: skip
        self.carry(one, AcceptanceState.PENDING, today)
        if "done" in one:
            self.carry(one, AcceptanceState.IN_PROGRESS, today)

    def confirm(self, one, today) -> None:
        for item in self.seen(one, today).items:
            judged = {"item_id": item.id, "version": self.seen(one, today).version, "result": Result.PASSED}
            actions.judge_item(actor=self.by, today=today, **judged)
        self.carry(one, AcceptanceState.PASSED, today)
        self.carry(one, AcceptanceState.CONFIRMING, today)
        person = self.world.people[one["by"]]
        self.carry(one, AcceptanceState.COMPLETED, today, completed_on=today, confirmed_by_id=person)

    def seen(self, one, today):
        return queries.acceptance(actor=self.by, acceptance_id=self.ids[one["kind"]], today=today)

    def carry(self, one, to, today, **how) -> None:
        row = self.seen(one, today)
        actions.step_acceptance(actor=self.by, acceptance_id=row.id, version=row.version, to=to, today=today, **how)

    def invoice(self, payment, number, today) -> None:
        row = actions.draft_invoice(actor=self.by, node_id=self.ids[f"payment {payment}"], today=today)
        step = {"actor": self.by, "invoice_id": row.pk, "today": today}
        actions.apply_for_invoice(version=1, **step)
        actions.approve_invoice(version=2, **step)
        actions.issue_invoice(version=3, number=number, issued_on=today, **step)
        self.ids[number] = row.pk

    def receive(self, reference, amount, number, today) -> None:
        row = actions.record_receipt(
            actor=self.by, account_id=self.account, amount=amount, currency=self.told["currency"], received_on=today,
            reference=reference, today=today,
        )  # fmt: skip
        actions.allocate(actor=self.by, receipt_id=row.pk, version=1, invoice_id=self.ids[number], today=today)

    def dispute(self, today) -> None:
        told = self.told["dispute"]
        owner = self.world.colleagues[told["owner"]].pk
        actions.open_ticket(
            actor=self.by, invoice_id=self.ids[told["invoice"]], reason=told["reason"], owner_id=owner,
            due_on=self.day(told["due"]), words=told["words"], today=today,
        )  # fmt: skip
