"""The plan of a contract: deliverables, payments, what binds them; deliveries, and milestones that move."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope, touch
from shapan.fulfilment import queries
from shapan.fulfilment.actions.common import (
    FulfilmentRefused,
    contract_in,
    contract_of,
    refuse_amount,
    refuse_to_come,
    tell,
    to_change,
)
from shapan.fulfilment.models import Binding, Contract, Deliverable, NodeShift, PaymentNode, PlanShift
from shapan.fulfilment.terms import PLANNING, Cause, ContractState, Standing, Tag


@transaction.atomic
def add_deliverable(
    *, actor, contract_id: int, version: int, name: str, today: date, due_on: date | None = None
) -> Deliverable:
    contract = _planning(actor, contract_id, version, today)
    row = Deliverable(contract=contract, name=name, due_on=due_on)
    return _saved(actor, contract, row)


@transaction.atomic
def change_deliverable(
    *, actor, deliverable_id: int, version: int, name: str, today: date, due_on: date | None = None
) -> Deliverable:
    """While it is planned; once delivery has begun it is moved, for a reason."""
    contract = _planning(actor, contract_of(Deliverable, deliverable_id, actor=actor, today=today), version, today)
    row = to_change(Deliverable, deliverable_id, actor=actor, today=today)
    row.name, row.due_on = name, due_on
    return _saved(actor, contract, row)


@transaction.atomic
def remove_deliverable(*, actor, deliverable_id: int, version: int, today: date) -> None:
    """Out of the plan; the payments that waited for it wait for one less."""
    contract = _planning(actor, contract_of(Deliverable, deliverable_id, actor=actor, today=today), version, today)
    row = to_change(Deliverable, deliverable_id, actor=actor, today=today)
    tell(actor, Tag.PLANNED, row, contract, what=row.name)
    row.delete()


@transaction.atomic
def add_node(
    *, actor, contract_id: int, version: int, name: str, amount: Decimal, today: date, needs: Standing = Standing.READY,
    due_on: date | None = None, deliverable_ids: tuple[int, ...] = (),
) -> PaymentNode:  # fmt: skip
    """A payment. Bound to nothing it can be planned, but delivery does not begin and no invoice is asked for."""
    contract = _planning(actor, contract_id, version, today)
    facts = {"name": name, "amount": amount, "needs": needs, "due_on": due_on}
    return _node(actor, contract, PaymentNode(contract=contract), deliverable_ids, **facts)


@transaction.atomic
def change_node(
    *, actor, node_id: int, version: int, name: str, amount: Decimal, today: date, needs: Standing = Standing.READY,
    due_on: date | None = None, deliverable_ids: tuple[int, ...] = (),
) -> PaymentNode:  # fmt: skip
    contract = _planning(actor, contract_of(PaymentNode, node_id, actor=actor, today=today), version, today)
    row = to_change(PaymentNode, node_id, actor=actor, today=today)
    facts = {"name": name, "amount": amount, "needs": needs, "due_on": due_on}
    return _node(actor, contract, row, deliverable_ids, **facts)


@transaction.atomic
def remove_node(*, actor, node_id: int, version: int, today: date) -> None:
    contract = _planning(actor, contract_of(PaymentNode, node_id, actor=actor, today=today), version, today)
    row = to_change(PaymentNode, node_id, actor=actor, today=today)
    tell(actor, Tag.PLANNED, row, contract, what=row.name)
    row.delete()


@transaction.atomic
def deliver(*, actor, deliverable_id: int, version: int, ready_on: date, today: date) -> Deliverable:
    """It was ready, on that day."""
    contract = _delivering(actor, deliverable_id, version, today)
    row = to_change(Deliverable, deliverable_id, actor=actor, today=today)
    refuse_to_come(ready_on, today, "ready_on")
    _refuse_ready(row)
    row.ready_on = ready_on
    row.save(update_fields=["ready_on"])
    tell(actor, Tag.DELIVERED, row, contract, what=row.name, on=str(ready_on))
    return row


@transaction.atomic
def move_deliverable(
    *, actor, deliverable_id: int, version: int, to: date, cause: Cause, why: str, today: date
) -> PlanShift:
    """A change or a shortage moves it, and the payments that wait for it last. The version is that of the contract, so
    that what moves is what the person was shown.
    """
    contract = _delivering(actor, deliverable_id, version, today)
    row = to_change(Deliverable, deliverable_id, actor=actor, today=today)
    _refuse_ready(row)
    if not why.strip():
        raise FulfilmentRefused(_("Say why the day moves."), field="why")
    if to == row.due_on:
        raise FulfilmentRefused(_("It is planned for that day already."), field="to")
    plan = queries.plan(actor=actor, contract_id=contract.pk, today=today)
    shift = PlanShift(
        contract=contract,
        deliverable=row,
        before=row.due_on,
        after=to,
        cause=cause,
        why=why.strip(),
        on=today,
        by=actor,
    )
    shift.full_clean()
    shift.save()
    for moved in queries.moving(plan, deliverable_id=row.pk, to=to):
        one = moved.shift
        NodeShift(shift=shift, node_id=one.node, before=one.before, after=one.after).save()
        PaymentNode.objects.scope(Scope.WRITE).filter(pk=one.node).update(due_on=one.after)
    before, row.due_on = row.due_on, to
    row.save(update_fields=["due_on"])
    tell(actor, Tag.SHIFTED, row, contract, what=row.name, before=str(before or "—"), after=str(to), why=why.strip())
    return shift


def _planning(actor, contract_id: int, version: int, today: date) -> Contract:
    to_change(Contract, contract_id, actor=actor, today=today)
    contract = contract_in(contract_id, *PLANNING)
    touch(contract, version=version)
    return contract


def _delivering(actor, deliverable_id: int, version: int, today: date) -> Contract:
    contract_id = contract_of(Deliverable, deliverable_id, actor=actor, today=today)
    contract = contract_in(contract_id, ContractState.ACTIVE)
    touch(contract, version=version)
    return contract


def _refuse_ready(row: Deliverable) -> None:
    if row.ready_on:
        raise FulfilmentRefused(_("It is delivered already."))


def _node(actor, contract: Contract, row: PaymentNode, deliverable_ids, **facts) -> PaymentNode:
    refuse_amount(facts["amount"])
    for name, value in facts.items():
        setattr(row, name, value)
    own = Deliverable.objects.scope(Scope.WRITE).filter(contract=contract, pk__in=list(deliverable_ids))
    bound = set(own.values_list("pk", flat=True))
    if bound != set(deliverable_ids):
        raise FulfilmentRefused(_("There is no such deliverable in this contract."), field="deliverable_ids")
    _saved(actor, contract, row)
    standing = Binding.objects.scope(Scope.WRITE).filter(node=row)
    standing.exclude(deliverable_id__in=bound).delete()
    for pk in sorted(bound - set(standing.values_list("deliverable_id", flat=True))):
        Binding(node=row, deliverable_id=pk).save()
    return row


def _saved(actor, contract: Contract, row):
    row.full_clean()
    row.save()
    tell(actor, Tag.PLANNED, row, contract, what=row.name)
    return row
