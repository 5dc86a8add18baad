"""The whole chain as a machine that does anything in any order; what is refused must change nothing."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from django.db import transaction
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from shapan.foundation.models import Scope, Versioned
from shapan.fulfilment import actions, models, queries
from shapan.fulfilment.rules.steps import ACCEPTANCES, CONTRACTS, INVOICES
from shapan.fulfilment.terms import (
    AcceptanceKind,
    AcceptanceState,
    Cause,
    ContractState,
    InvoiceState,
    Result,
    Standing,
)
from shapan.fulfilment.tests import scenes
from shapan.fulfilment.tests.holds import everything_holds
from shapan.fulfilment.tests.scenes import TODAY
from shapan.kernel.errors import Refused
from shapan.opportunities import actions as opportunities
from shapan.opportunities.models import Opportunity

WHICH = range(6)
SUMS = [None, Decimal(1), Decimal(20), Decimal(30), Decimal(70), Decimal(150)]
EITHER = (True, False)
ON = range(8)
CONTRACT_STEPS = {
    ContractState.IN_REVIEW: (actions.submit, {}),
    ContractState.DRAFT: (actions.return_to_draft, {"why": "w"}),
    ContractState.SIGNED: (actions.sign, {"signed_on": date(2026, 1, 20)}),
    ContractState.ACTIVE: (actions.activate, {}),
    ContractState.CLOSED: (actions.close, {"closed_on": TODAY}),
    ContractState.CANCELLED: (actions.cancel, {"why": "w"}),
}
INVOICE_STEPS = {
    InvoiceState.APPLIED: (actions.apply_for_invoice, {}),
    InvoiceState.DRAFT: (actions.return_invoice, {"why": "w"}),
    InvoiceState.APPROVED: (actions.approve_invoice, {}),
    InvoiceState.ISSUED: (actions.issue_invoice, {"number": "FP", "issued_on": date(2026, 4, 1)}),
    InvoiceState.VOID: (actions.void_invoice, {"why": "w"}),
}
TABLES = (
    "Contract", "Acceptance", "Invoice", "Receipt", "Allocation", "Refund", "Deliverable", "PaymentNode",
    "AcceptanceItem", "Issue", "Ticket", "FollowUp",
)  # fmt: skip


def standing():
    """Enough of every table to see a change."""
    tables = {"Opportunity": Opportunity} | {name: getattr(models, name) for name in TABLES}
    found = {}
    for name, model in tables.items():
        columns = ("pk", "version") if issubclass(model, Versioned) else ("pk",)
        found[name] = list(model.objects.scope(Scope.SYSTEM).order_by("pk").values_list(*columns))
    return found


MOVES = {}


def move(*needs, **values):
    """Something that may be done while there are rows of these tables."""

    def keep(act):
        MOVES[act.__name__] = needs, values
        return act

    return keep


class Chain(RuleBasedStateMachine):
    """`cast` is set by the test. Each example ends where it began."""

    cast = None

    def __init__(self):
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.by, self.day = self.cast.lin, TODAY
        self.kept = standing()

    def teardown(self):
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def pick(self, model, which):
        """One of the rows there are."""
        rows = list(model.objects.scope(Scope.SYSTEM).order_by("pk"))
        return rows[which % len(rows)]

    def do(self, act, **told):
        """Do it, or be refused and leave everything as it was."""
        try:
            done = act(actor=self.by, today=self.day, **told)
        except Refused:
            assert standing() == self.kept
            return None
        self.kept, self.unproved = standing(), True
        return done

    def leading(self, steps, start, n):
        """Mostly the first of the steps that lead on, now and then another, or one that does not exist."""
        ways = list(steps[start]) or [start]
        return ways[0] if n < 5 else ways[n % len(ways)] if n < 7 else self.chance.choice(list(steps))

    @initialize(seed=st.binary(min_size=8, max_size=8))
    def begin(self, seed):
        """From nothing, or from some way along."""
        self.chance = Random(seed)  # noqa: S311 -- no secret
        depth = self.chance.randrange(6)
        if depth == 1:
            scenes.planned(self.by, scenes.drafted(self.by, self.cast.hebei))
        elif depth > 1:
            contract = scenes.activated(self.by, self.cast.hebei, needs=Standing.FINAL if depth > 3 else Standing.READY)
            if depth > 2:
                scenes.deliver(self.by, contract)
            if depth > 3:
                scenes.accepted(self.by, contract, self.cast.gao)
            if depth > 4:
                scenes.invoiced(self.by, contract)
                scenes.received(self.by, self.cast.hebei, 150)
        self.kept, self.unproved = standing(), True

    @rule()
    def act(self):
        """Any of the moves that are possible, each as likely as the others: drawn by Hypothesis itself, most examples
        would repeat a few of them and never come near the money.
        """
        possible = [name for name, (needs, _values) in MOVES.items() if all(self.kept[table] for table in needs)]
        name = self.chance.choice(possible)
        told = {key: self.chance.choice(values) for key, values in MOVES[name][1].items()}
        note(f"{name} {told}")
        getattr(self, name)(**told)

    @move(amount=SUMS)
    def find_a_deal(self, amount):
        if len(self.kept["Opportunity"]) > 1:
            return
        lead = self.do(opportunities.capture_lead, name="x", account_id=self.cast.hebei.pk, owner_id=self.by.pk)
        self.do(opportunities.qualify_lead, lead_id=lead.pk, version=1)
        money = {"amount": amount or Decimal(100), "currency": "CNY"}
        self.do(opportunities.convert_lead, lead_id=lead.pk, version=2, **money)

    @move("Opportunity", which=WHICH, won=EITHER)
    def decide(self, which, won):
        deal = self.pick(Opportunity, which)
        act, why = (opportunities.win, {}) if won else (opportunities.lose, {"why": "w"})
        self.do(act, opportunity_id=deal.pk, version=deal.version, decided_on=TODAY, **why)

    @move("Opportunity", which=WHICH)
    def contract(self, which):
        deal = self.pick(Opportunity, which)
        self.do(actions.open_contract, opportunity_id=deal.pk, number="HT", payment_days=30)

    @move("Contract", which=WHICH, amount=SUMS, bound=EITHER)
    def plan(self, which, amount, bound):
        contract = self.pick(models.Contract, which)
        at = {"contract_id": contract.pk, "version": contract.version}
        goods = self.do(actions.add_deliverable, name="g", due_on=date(2026, 3, 1), **at)
        at["version"] += 1 if goods else 0
        ids = (goods.pk,) if goods and bound else ()
        amount = amount or contract.amount or Decimal(5)
        self.do(actions.add_node, name="n", amount=amount, due_on=TODAY, deliverable_ids=ids, **at)

    @move("Contract", which=WHICH, to=ON)
    def carry(self, which, to):
        contract = self.pick(models.Contract, which)
        act, told = CONTRACT_STEPS[self.leading(CONTRACTS, ContractState(contract.state), to)]
        self.do(act, contract_id=contract.pk, version=contract.version, **told)

    @move("Deliverable", which=WHICH, days=range(-40, 40), ready=EITHER)
    def deliver(self, which, days, ready):
        goods = self.pick(models.Deliverable, which)
        at = {"deliverable_id": goods.pk, "version": goods.contract.version}
        if ready:
            self.do(actions.deliver, ready_on=TODAY, **at)
        else:
            to = TODAY + timedelta(days=days)
            self.do(actions.move_deliverable, to=to, cause=Cause.CHANGE, why="w", **at)

    @move("Contract", which=WHICH, kind=list(AcceptanceKind))
    def plan_acceptance(self, which, kind):
        contract = self.pick(models.Contract, which)
        goods = queries.plan(actor=self.by, contract_id=contract.pk, today=TODAY).deliverables
        told = {"deliverable_ids": tuple(row.id for row in goods), "items": ("a", "b"), "planned_on": TODAY}
        self.do(actions.plan_acceptance, contract_id=contract.pk, kind=kind, **told)

    @move("Acceptance", which=WHICH, to=ON)
    def test(self, which, to):
        row = self.pick(models.Acceptance, which)
        to = self.leading(ACCEPTANCES, AcceptanceState(row.state), to)
        told = {"completed_on": TODAY, "confirmed_by_id": self.cast.gao.pk, "why": "w"}
        self.do(actions.step_acceptance, acceptance_id=row.pk, version=row.version, to=to, **told)

    @move("AcceptanceItem", which=WHICH, result=list(Result))
    def judge(self, which, result):
        row = self.pick(models.AcceptanceItem, which)
        self.do(actions.judge_item, item_id=row.pk, version=row.acceptance.version, result=result, note="n")

    @move("Acceptance", which=WHICH)
    def raise_issue(self, which):
        row = self.pick(models.Acceptance, which)
        self.do(actions.raise_issue, acceptance_id=row.pk, version=row.version, words="i")

    @move("Issue", which=WHICH)
    def close_issue(self, which):
        row = self.pick(models.Issue, which)
        self.do(actions.close_issue, issue_id=row.pk, version=row.acceptance.version, outcome="o")

    @move("PaymentNode", which=WHICH, amount=SUMS)
    def bill(self, which, amount):
        node = self.pick(models.PaymentNode, which)
        self.do(actions.draft_invoice, node_id=node.pk, amount=amount)

    @move("Invoice", which=WHICH, to=ON)
    def carry_bill(self, which, to):
        row = self.pick(models.Invoice, which)
        act, told = INVOICE_STEPS[self.leading(INVOICES, InvoiceState(row.state), to)]
        self.do(act, invoice_id=row.pk, version=row.version, **told)

    @move("Contract", which=WHICH)
    def settle(self, which):
        """Everything billed that may be, and paid: the way to the end of a contract."""
        contract = self.pick(models.Contract, which)
        for n, node in enumerate(scenes.plan(self.by, contract).nodes):
            if node.left and node.readiness.invoiceable and contract.state == ContractState.ACTIVE:
                bill = scenes.invoiced(self.by, contract, n)
                scenes.pay(self.by, scenes.received(self.by, self.cast.hebei, node.left), bill)
        self.kept, self.unproved = standing(), True

    @move(amount=SUMS, currency=["CNY", "CNY", "CNY", "USD"])
    def receive(self, amount, currency):
        told = {"amount": amount or Decimal(100), "currency": currency, "received_on": TODAY}
        self.do(actions.record_receipt, account_id=self.cast.hebei.pk, **told)

    @move("Receipt", "Invoice", which=WHICH, other=WHICH, amount=SUMS)
    def pay(self, which, other, amount):
        receipt, bill = self.pick(models.Receipt, which), self.pick(models.Invoice, other)
        at = {"receipt_id": receipt.pk, "version": receipt.version}
        self.do(actions.allocate, invoice_id=bill.pk, amount=amount, **at)

    @move("Allocation", which=WHICH)
    def release(self, which):
        row = self.pick(models.Allocation, which)
        self.do(actions.release, allocation_id=row.pk, version=row.receipt.version, why="w")

    @move("Receipt", which=WHICH, amount=SUMS)
    def refund(self, which, amount):
        row = self.pick(models.Receipt, which)
        told = {"amount": amount or Decimal(5), "why": "w"}
        self.do(actions.refund, receipt_id=row.pk, version=row.version, **told)

    @move(days=range(40))
    def time_passes(self, days):
        self.day += timedelta(days=days)
        actions.climb(actor=self.cast.system, today=self.day)
        self.kept, self.unproved = standing(), True
        late = queries.unpaid(actor=self.by, today=self.day)
        assert not [row for row in late if row.lacks_ticket]

    @invariant()
    def nothing_contradicts_itself(self):
        if self.unproved:
            everything_holds(self.by, self.day)
        self.unproved = False
