"""Deliverables and payment nodes of a contract as one plan."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from shapan.fulfilment import policies
from shapan.fulfilment.models import Binding, Covered, Deliverable, Invoice, NodeShift, PaymentNode, PlanShift
from shapan.fulfilment.rules import plan as rules
from shapan.fulfilment.rules.plan import Delivery, Node, Readiness, Shift
from shapan.fulfilment.terms import AcceptanceKind, AcceptanceState, Cause, InvoiceState, Standing


@dataclass(frozen=True, slots=True)
class DeliverableRow:
    id: int
    name: str
    delivery: Delivery

    @property
    def due_on(self) -> date | None:
        return self.delivery.due_on

    @property
    def ready_on(self) -> date | None:
        return self.delivery.ready_on

    @property
    def standing(self) -> Standing:
        return self.delivery.standing


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A payment. `billed`: on invoices that are not void, `issued`: of it on those sent."""

    id: int
    name: str
    node: Node
    readiness: Readiness
    waits_for: tuple[str, ...]
    binds: tuple[str, ...]
    billed: Decimal
    issued: Decimal

    @property
    def amount(self) -> Decimal:
        return self.node.amount

    @property
    def due_on(self) -> date | None:
        return self.node.due_on

    @property
    def needs(self) -> Standing:
        return self.node.needs

    @property
    def left(self) -> Decimal:
        """What no invoice asks for yet."""
        return self.amount - self.billed


@dataclass(frozen=True, slots=True)
class Plan:
    deliverables: tuple[DeliverableRow, ...]
    nodes: tuple[NodeRow, ...]

    @property
    def deliveries(self) -> dict[int, Delivery]:
        return {row.id: row.delivery for row in self.deliverables}

    @property
    def total(self) -> Decimal:
        return sum((row.amount for row in self.nodes), Decimal(0))


@dataclass(frozen=True, slots=True)
class Moved:
    """A payment that moves, with its name, for the person who confirms it."""

    name: str
    shift: Shift


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A deliverable that moved, and the payments that moved with it."""

    deliverable: str
    before: date | None
    after: date
    cause: Cause
    why: str
    on: date
    by: str
    nodes: tuple[Moved, ...]


def plan(*, actor, contract_id: int, today: date) -> Plan:
    return plans(actor=actor, contract_ids=[contract_id], today=today)[contract_id]


def plans(*, actor, contract_ids, today: date) -> dict[int, Plan]:
    """Of several contracts at once; of those the actor may not know of, an empty one."""

    def rows(model, path):
        return policies.open_to(model, actor, today).filter(**{f"{path}__in": list(contract_ids)})

    accepted, bound, billed, issued = defaultdict(set), defaultdict(list), {}, {}
    done = rows(Covered, "acceptance__contract").filter(acceptance__state=AcceptanceState.COMPLETED)
    for pk, kind in done.values_list("deliverable_id", "acceptance__kind"):
        accepted[pk].add(AcceptanceKind(kind))
    deliverables, nodes = defaultdict(list), defaultdict(list)
    found = rows(Deliverable, "contract").order_by("due_on", "pk")
    for of, pk, name, *days in found.values_list("contract_id", "pk", "name", "due_on", "ready_on"):
        deliverables[of].append(DeliverableRow(pk, name, Delivery(pk, *days, frozenset(accepted[pk]))))
    for node_id, pk in rows(Binding, "node__contract").order_by("pk").values_list("node_id", "deliverable_id"):
        bound[node_id].append(pk)
    standing = rows(Invoice, "contract").exclude(state=InvoiceState.VOID).order_by()
    for node_id, state, amount in standing.values_list("node_id", "state").annotate(Sum("amount")):
        billed[node_id] = billed.get(node_id, Decimal(0)) + amount
        if state == InvoiceState.ISSUED:
            issued[node_id] = amount
    columns = ("contract_id", "pk", "name", "amount", "due_on", "needs")
    for of, pk, name, *facts, needs in rows(PaymentNode, "contract").order_by("due_on", "pk").values_list(*columns):
        node = Node(pk, *facts, Standing(needs), tuple(bound[pk]))
        nodes[of].append(_node(name, node, deliverables[of], billed, issued))
    return {pk: Plan(tuple(deliverables[pk]), tuple(nodes[pk])) for pk in contract_ids}


def moving(plan: Plan, *, deliverable_id: int, to: date) -> tuple[Moved, ...]:
    """What moving a deliverable would move."""
    nodes = [row.node for row in plan.nodes]
    fixed = frozenset(row.id for row in plan.nodes if row.billed)
    found = rules.shifts(nodes, plan.deliveries, moved=deliverable_id, to=to, fixed=fixed)
    called = {row.id: row.name for row in plan.nodes}
    return tuple(Moved(called[shift.node], shift) for shift in found)


def shifts(*, actor, contract_id: int, today: date) -> list[ShiftRow]:
    """What was moved, the latest first."""
    moved = defaultdict(list)
    parts = policies.open_to(NodeShift, actor, today).filter(shift__contract_id=contract_id).order_by("pk")
    for pk, name, *shift in parts.values_list("shift_id", "node__name", "node_id", "before", "after"):
        moved[pk].append(Moved(name, Shift(*shift)))
    found = policies.open_to(PlanShift, actor, today).filter(contract_id=contract_id).order_by("-pk")
    columns = ("pk", "deliverable__name", "before", "after", "cause", "why", "on", "by__name")
    return [
        ShiftRow(name, before, after, Cause(cause), *told, tuple(moved[pk]))
        for pk, name, before, after, cause, *told in found.values_list(*columns)
    ]


def contract_of(model, *, actor, pk: int, today: date) -> int | None:
    """The contract that a row of the plan belongs to; None when the actor may not know of it."""
    return policies.open_to(model, actor, today).filter(pk=pk).values_list("contract_id", flat=True).first()


def contract_of_deliverable(*, actor, deliverable_id: int, today: date) -> int | None:
    return contract_of(Deliverable, actor=actor, pk=deliverable_id, today=today)


def contract_of_node(*, actor, node_id: int, today: date) -> int | None:
    return contract_of(PaymentNode, actor=actor, pk=node_id, today=today)


def _node(name: str, node: Node, deliverables: list[DeliverableRow], billed, issued) -> NodeRow:
    called = {row.id: row.name for row in deliverables}
    ready = rules.readiness(node, {row.id: row.delivery for row in deliverables})
    waits = tuple(called[one.delivery] for one in ready.waits_for)
    binds = tuple(called[pk] for pk in node.deliveries)
    none = Decimal(0)
    return NodeRow(node.id, name, node, ready, waits, binds, billed.get(node.id, none), issued.get(node.id, none))
