"""Deliverables and payment nodes as one plan: what a payment waits for, and how a moved milestone moves the money."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from shapan.fulfilment.terms import AcceptanceKind, Fact, Standing

ORDER = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A deliverable: the day planned, the day it was ready, the acceptances of it that are completed."""

    id: int
    due_on: date | None
    ready_on: date | None = None
    accepted: frozenset[AcceptanceKind] = frozenset()

    @property
    def standing(self) -> Standing:
        """The furthest it has come."""
        passed = [Standing(kind.value) for kind in self.accepted]
        if self.ready_on:
            passed.append(Standing.READY)
        return max(passed, key=ORDER.index, default=Standing.PLANNED)


@dataclass(frozen=True, slots=True)
class Node:
    """A payment: so much, once all its deliverables have come as far as it asks."""

    id: int
    amount: Decimal
    due_on: date | None
    needs: Standing
    deliveries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    delivery: int
    has: Standing


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether an invoice may be asked for, and what it still waits for. Bound to nothing, it never may."""

    bound: bool
    waits_for: tuple[Waiting, ...]

    @property
    def invoiceable(self) -> bool:
        return self.bound and not self.waits_for


@dataclass(frozen=True, slots=True)
class Shift:
    """A payment moves with the last of its deliverables. `after` None: where to is not known."""

    node: int
    before: date | None
    after: date | None

    @property
    def days(self) -> int | None:
        return (self.after - self.before).days if self.before and self.after else None


def readiness(node: Node, deliveries: Mapping[int, Delivery]) -> Readiness:
    wanted = ORDER.index(node.needs)
    waiting = (Waiting(pk, deliveries[pk].standing) for pk in node.deliveries)
    return Readiness(bool(node.deliveries), tuple(one for one in waiting if ORDER.index(one.has) < wanted))


def whole_facts(amount: Decimal | None, nodes: Iterable[Node], deliveries: Iterable[Delivery]) -> frozenset[Fact]:
    """Which of the facts that delivery asks for the plan has."""
    nodes, deliveries = tuple(nodes), tuple(deliveries)
    said = {
        Fact.DELIVERABLES: bool(deliveries),
        Fact.NODES: bool(nodes),
        Fact.DAYS: all(node.due_on for node in nodes) and all(one.due_on for one in deliveries),
        Fact.BOUND: all(node.deliveries for node in nodes),
        Fact.WHOLE: amount is not None and sum((node.amount for node in nodes), Decimal(0)) == amount,
    }
    return frozenset(fact for fact, holds in said.items() if holds)


def shifts(
    nodes: Iterable[Node], deliveries: Mapping[int, Delivery], *, moved: int, to: date, fixed: frozenset[int]
) -> tuple[Shift, ...]:
    """The payments that a moved deliverable moves. Those `fixed` by an invoice stay: their money is asked for."""
    days = {pk: one.due_on for pk, one in deliveries.items()}
    after = days | {moved: to}
    found = []
    for node in nodes:
        if moved not in node.deliveries or node.id in fixed:
            continue
        last, later = _last(node, days), _last(node, after)
        if last != later:
            known = node.due_on and last and later
            found.append(Shift(node.id, node.due_on, _moved(node.due_on, last, later) if known else None))
    return tuple(found)


def _last(node: Node, days: Mapping[int, date | None]) -> date | None:
    """The day of the last of its deliverables; None while one has no day."""
    own = [days[pk] for pk in node.deliveries]
    known = [day for day in own if day]
    return max(known) if len(known) == len(own) else None


def _moved(day: date | None, last: date | None, later: date | None) -> date | None:
    return day + timedelta(days=(later - last).days) if day and last and later else None
