"""Deliverables and payments as one plan."""

from datetime import date
from decimal import Decimal

from shapan.fulfilment.rules.plan import Delivery, Node, Shift, readiness, shifts, whole_facts
from shapan.fulfilment.terms import AcceptanceKind, Fact, Standing

JUNE, JULY, AUGUST = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)


def node(pk=1, amount=30, due_on=JULY, needs=Standing.READY, deliveries=(1,)):
    return Node(pk, Decimal(amount), due_on, needs, deliveries)


def test_a_later_acceptance_includes_the_earlier():
    switch = Delivery(1, JUNE, ready_on=JUNE, accepted=frozenset({AcceptanceKind.FAT, AcceptanceKind.SAT}))
    assert switch.standing is Standing.SAT
    assert Delivery(2, JUNE).standing is Standing.PLANNED


def test_a_payment_bound_to_nothing_is_never_invoiceable():
    assert not readiness(node(deliveries=()), {}).invoiceable


def test_a_payment_waits_for_each_of_its_deliverables():
    deliveries = {1: Delivery(1, JUNE, ready_on=JUNE), 2: Delivery(2, JUNE)}
    both = readiness(node(deliveries=(1, 2)), deliveries)
    assert [one.delivery for one in both.waits_for] == [2]
    assert not both.invoiceable
    assert readiness(node(), deliveries).invoiceable
    assert not readiness(node(needs=Standing.FAT), deliveries).invoiceable


def test_a_plan_says_what_it_lacks():
    nodes = [node(amount=30), node(pk=2, amount=60, deliveries=())]
    known = whole_facts(Decimal(100), nodes, [Delivery(1, JUNE)])
    assert known == {Fact.DELIVERABLES, Fact.NODES, Fact.DAYS}
    nodes[1] = node(pk=2, amount=70)
    assert whole_facts(Decimal(100), nodes, [Delivery(1, JUNE)]) >= {Fact.BOUND, Fact.WHOLE}


def test_a_moved_deliverable_moves_the_payments_that_wait_for_it_last():
    deliveries = {1: Delivery(1, JUNE), 2: Delivery(2, JULY)}
    nodes = [
        node(pk=1, due_on=JULY), node(pk=2, due_on=AUGUST, deliveries=(1, 2)), node(pk=3, deliveries=(2,)),
        node(pk=4, due_on=JULY),
    ]  # fmt: skip
    later = shifts(nodes, deliveries, moved=1, to=date(2026, 6, 11), fixed=frozenset({4}))
    assert later == (Shift(1, JULY, date(2026, 7, 11)),)
    assert later[0].days == 10
    far = shifts(nodes, deliveries, moved=1, to=AUGUST, fixed=frozenset({4}))
    assert [(one.node, one.days) for one in far] == [(1, 61), (2, 31)]


def test_where_a_day_is_not_known_the_new_one_is_not_either():
    moved = shifts([node(due_on=None)], {1: Delivery(1, JUNE)}, moved=1, to=JULY, fixed=frozenset())
    assert moved == (Shift(1, None, None),)
    assert moved[0].days is None
