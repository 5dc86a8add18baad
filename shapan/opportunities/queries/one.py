"""One opportunity: its facts, its way through the stages, its pushes, its lines."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shapan.opportunities import policies
from shapan.opportunities.rules.steps import is_further
from shapan.opportunities.terms import Ending, Route, Stage


@dataclass(frozen=True, slots=True)
class OpportunityFacts:
    id: int
    name: str
    account_id: int | None
    account: str
    owner_id: int
    owner: str
    amount: Decimal | None
    currency: str
    category: str
    route: Route
    stage: Stage
    opened_on: date | None
    expected_on: date | None
    decided_on: date | None
    version: int
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class StageRow:
    """A step. Without a stage before it: how it was opened, or brought in."""

    before: Stage | None
    after: Stage
    on: date
    by: str
    why: str

    @property
    def is_back(self) -> bool:
        return self.before is not None and is_further(self.after, self.before)


@dataclass(frozen=True, slots=True)
class PushRow:
    """`days` later, or earlier when below zero; None when the day was or became unknown."""

    before: date | None
    after: date | None
    on: date
    by: str
    why: str

    @property
    def days(self) -> int | None:
        return (self.after - self.before).days if self.before and self.after else None


@dataclass(frozen=True, slots=True)
class LineRow:
    product: str
    quantity: Decimal | None
    amount: Decimal | None


COLUMNS = (
    "pk", "name", "account_id", "account__name", "owner_id", "owner__name", "amount", "currency", "category", "route",
    "stage", "opened_on", "expected_on", "decided_on", "version", "ending",
)  # fmt: skip


def facts(row: tuple) -> OpportunityFacts:
    """A row of COLUMNS."""
    pk, name, account_id, account, *more = row
    owner_id, owner, amount, currency, category, route, stage, *days, ending = more
    return OpportunityFacts(
        pk, name, account_id, account or "", owner_id, owner, amount, currency, category, Route(route), Stage(stage),
        *days, Ending(ending) if ending else None,
    )  # fmt: skip


def opportunity(*, actor, opportunity_id: int, today: date) -> OpportunityFacts | None:
    """None when there is no such opportunity, or none that this actor may know of."""
    row = policies.opportunities_open_to(actor, today).filter(pk=opportunity_id).values_list(*COLUMNS).first()
    return facts(row) if row else None


def several(ids, *, actor, today: date) -> list[OpportunityFacts]:
    """Those of these that the actor may know of."""
    return [facts(row) for row in policies.opportunities_open_to(actor, today).filter(pk__in=ids).values_list(*COLUMNS)]


def stages(*, actor, opportunity_id: int, today: date) -> list[StageRow]:
    """The way it went, the latest step first."""
    found = policies.stage_changes_open_to(actor, today).filter(opportunity_id=opportunity_id).order_by("-pk")
    rows = found.values_list("before", "after", "on", "by__name", "why")
    return [StageRow(Stage(before) if before else None, Stage(after), *more) for before, after, *more in rows]


def pushes(*, actor, opportunity_id: int, today: date) -> list[PushRow]:
    """Every move of the expected day, the latest first."""
    found = policies.pushes_open_to(actor, today).filter(opportunity_id=opportunity_id).order_by("-pk")
    return [PushRow(*row) for row in found.values_list("before", "after", "on", "by__name", "why")]


def lines(*, actor, opportunity_id: int, today: date) -> list[LineRow]:
    found = policies.lines_open_to(actor, today).filter(opportunity_id=opportunity_id).order_by("pk")
    return [LineRow(*row) for row in found.values_list("product__name", "quantity", "amount")]


def lines_to_carry(*, actor, opportunity_id: int, today: date) -> list[tuple]:
    """(product id, quantity, amount) of each line, for a contract to take over."""
    found = policies.lines_open_to(actor, today).filter(opportunity_id=opportunity_id).order_by("pk")
    return list(found.values_list("product_id", "quantity", "amount"))


def names(ids, *, actor, today: date) -> dict[int, str]:
    return dict(policies.opportunities_open_to(actor, today).filter(pk__in=ids).values_list("pk", "name"))


def product_ids_by_name() -> dict[str, int]:
    """Everything we sell."""
    return dict(policies.products().order_by("pk").values_list("name", "pk"))


def product_names(ids) -> dict[int, str]:
    return dict(policies.products().filter(pk__in=ids).values_list("pk", "name"))
