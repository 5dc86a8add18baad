"""Contracts: the list, one of them, its way, what follows from it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from shapan.fulfilment import policies
from shapan.fulfilment.models import ContractLine, ContractStep, FollowUp
from shapan.fulfilment.terms import ContractState, FollowUpKind

PAGE = 50


@dataclass(frozen=True, slots=True)
class ContractFacts:
    id: int
    version: int
    name: str
    number: str
    account_id: int
    account: str
    opportunity_id: int | None
    opportunity: str
    owner_id: int
    owner: str
    amount: Decimal | None
    currency: str
    category: str
    state: ContractState
    opened_on: date | None
    signed_on: date | None
    closed_on: date | None
    payment_days: int | None
    warranty_months: int | None
    next_lead_id: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a contract, an acceptance or an invoice. Without a state before it: how it began."""

    before: str
    after: str
    on: date
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class LineRow:
    product: str
    quantity: Decimal | None
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    id: int
    contract_id: int
    contract: str
    account_id: int
    account: str
    kind: FollowUpKind
    owner_id: int
    owner: str
    due_on: date
    done_on: date | None
    done_by: str


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in their order; `next` is where the following ones begin, empty when there are none."""

    rows: tuple[ContractFacts, ...]
    next: str


COLUMNS = (
    "pk", "version", "name", "number", "account_id", "account__name", "opportunity_id", "opportunity__name", "owner_id",
    "owner__name", "amount", "currency", "category", "state", "opened_on", "signed_on", "closed_on", "payment_days",
    "warranty_months", "next_lead_id",
)  # fmt: skip
STATE = COLUMNS.index("state")


def contract(*, actor, contract_id: int, today: date) -> ContractFacts | None:
    """None when there is no such contract, or none that this actor may know of."""
    row = policies.contracts_open_to(actor, today).filter(pk=contract_id).values_list(*COLUMNS).first()
    return _facts(row) if row else None


def listing(
    *, actor, today: date, state: ContractState | None = None, search: str = "", mine: bool = False, after: str = ""
) -> Page:
    """The latest first."""
    found = policies.contracts_open_to(actor, today)
    if search:
        found = found.filter(
            Q(name__icontains=search) | Q(number__icontains=search) | Q(account__name__icontains=search)
        )
    if mine:
        found = found.filter(owner=actor)
    if state:
        found = found.filter(state=state.value)
    if after.isdecimal():
        found = found.filter(pk__lt=int(after[:18]))
    rows = [_facts(row) for row in found.order_by("-pk").values_list(*COLUMNS)[: PAGE + 1]]
    return Page(tuple(rows[:PAGE]), str(rows[PAGE - 1].id) if len(rows) > PAGE else "")


def of_account(*, actor, account_id: int, today: date) -> list[ContractFacts]:
    found = policies.contracts_open_to(actor, today).filter(account_id=account_id).order_by("-pk")
    return [_facts(row) for row in found.values_list(*COLUMNS)]


def of_opportunity(*, actor, opportunity_id: int, today: date) -> list[ContractFacts]:
    found = policies.contracts_open_to(actor, today).filter(opportunity_id=opportunity_id).order_by("-pk")
    return [_facts(row) for row in found.values_list(*COLUMNS)]


def steps(*, actor, contract_id: int, today: date) -> list[Step]:
    """The way it went, the latest step first."""
    found = policies.open_to(ContractStep, actor, today).filter(contract_id=contract_id).order_by("-pk")
    return [Step(*row) for row in found.values_list("before", "after", "on", "by__name", "why")]


def lines(*, actor, contract_id: int, today: date) -> list[LineRow]:
    found = policies.open_to(ContractLine, actor, today).filter(contract_id=contract_id).order_by("pk")
    return [LineRow(*row) for row in found.values_list("product__name", "quantity", "amount")]


FOLLOW_UPS = (
    "pk", "contract_id", "contract__name", "contract__account_id", "contract__account__name", "kind", "owner_id",
    "owner__name", "due_on", "done_on", "done_by__name",
)  # fmt: skip


def follow_ups(*, actor, contract_id: int, today: date) -> list[FollowUpRow]:
    return _follow_ups(policies.open_to(FollowUp, actor, today).filter(contract_id=contract_id))


def follow_up(*, actor, follow_up_id: int, today: date) -> FollowUpRow | None:
    return next(iter(_follow_ups(policies.open_to(FollowUp, actor, today).filter(pk=follow_up_id))), None)


def follow_ups_due(*, actor, until: date, today: date, owner_ids=None) -> list[FollowUpRow]:
    """Those not done that are due up to that day, the earliest first; of these colleagues, or of all."""
    found = policies.open_to(FollowUp, actor, today).filter(done_on=None, due_on__lte=until)
    return _follow_ups(found if owner_ids is None else found.filter(owner_id__in=owner_ids))


def names(ids, *, actor, today: date) -> dict[int, str]:
    return dict(policies.contracts_open_to(actor, today).filter(pk__in=ids).values_list("pk", "name"))


def _facts(row: tuple) -> ContractFacts:
    said = list(row)
    said[STATE] = ContractState(said[STATE])
    said[COLUMNS.index("opportunity__name")] = said[COLUMNS.index("opportunity__name")] or ""
    return ContractFacts(*said)


def _follow_ups(found) -> list[FollowUpRow]:
    rows = found.order_by("due_on", "pk").values_list(*FOLLOW_UPS)
    return [FollowUpRow(*row[:5], FollowUpKind(row[5]), *row[6:10], row[10] or "") for row in rows]
