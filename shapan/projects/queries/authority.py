"""Who decides: the table in force, the heads above an owner, and those who stand in for them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shapan.foundation.models import in_force
from shapan.identity import queries as identity
from shapan.projects import policies
from shapan.projects.rules import authority
from shapan.projects.rules.authority import Asked, Authority, Row
from shapan.projects.terms import DecidingLevel, GateKind, ProjectClass


@dataclass(frozen=True, slots=True)
class TableFacts:
    """`id` None: the defaults of the method."""

    id: int | None
    since: date | None
    by: str
    why: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DelegationFacts:
    giver: str
    delegate: str
    started_on: date
    ended_on: date
    why: str


@dataclass(frozen=True, slots=True)
class Deciders:
    """`heads`: those who may decide, the nearest first; `delegates`: who stands in today → for whom."""

    authority: Authority
    heads: tuple[int, ...]
    delegates: dict[int, int]
    names: dict[int, str]

    def instead_of(self, user_id: int) -> int | None:
        """Whose right this colleague uses; the own one, or that of somebody away. None: no right."""
        return user_id if user_id in self.heads else self.delegates.get(user_id)

    @property
    def named(self) -> list[str]:
        return [self.names[pk] for pk in (*self.heads[:1], *self.delegates) if pk in self.names]


def table(on: date) -> TableFacts:
    found = policies.authority_tables().filter(since__lte=on).order_by("-since", "-pk")
    row = found.values_list("pk", "since", "set_by__name", "why", "rows").first()
    if row is None:
        return TableFacts(None, None, "", "", authority.DEFAULT)
    *facts, rows = row
    return TableFacts(*facts, tuple(_row(said) for said in rows))


def delegations(today: date) -> list[DelegationFacts]:
    """Those in force and to come."""
    found = policies.delegations().filter(ended_on__gt=today).order_by("started_on", "pk")
    return [
        DelegationFacts(*row)
        for row in found.values_list("giver__name", "delegate__name", "started_on", "ended_on", "why")
    ]


def deciders(*, owner_id: int, asked: Asked, today: date) -> Deciders:
    """The head of the level the table asks for and everybody above; the owner never decides on the own project."""
    found = authority.deciding(table(today).rows, asked)
    above = identity.heads_above(owner_id)
    heads = tuple(above[authority.place(found.level, len(above)) :]) if above else ()
    away = policies.delegations().filter(in_force(today), giver__in=heads).exclude(delegate_id=owner_id)
    delegates = {delegate: giver for giver, delegate in away.order_by("-pk").values_list("giver_id", "delegate_id")}
    return Deciders(found, heads, delegates, identity.names({*heads, *delegates}))


def top_level(owner_id: int) -> tuple[int, ...]:
    """The heads above the owner who sign an exception: those of the highest level and above."""
    above = identity.heads_above(owner_id)
    return tuple(above[authority.place(DecidingLevel.EXECUTIVE, len(above)) :]) if above else ()


def plain(row: Row) -> dict:
    """As the table keeps it."""
    said = {
        "level": row.level, "gate": row.gate, "project_class": row.project_class, "amount_from": row.amount_from,
        "discount_over": row.discount_over, "margin_below": row.margin_below, "payment_over": row.payment_over,
    }  # fmt: skip
    return {name: str(value) for name, value in said.items() if value is not None}


def _row(said: dict) -> Row:
    numbers = {
        name: Decimal(said[name])
        for name in ("amount_from", "discount_over", "margin_below", "payment_over")
        if name in said
    }
    gate = GateKind(said["gate"]) if "gate" in said else None
    letter = ProjectClass(said["project_class"]) if "project_class" in said else None
    return Row(DecidingLevel(said["level"]), gate, letter, **numbers)
