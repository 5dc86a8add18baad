"""Leads the reader may see."""

from dataclasses import dataclass
from datetime import date

from shapan.opportunities import policies
from shapan.opportunities.terms import LeadState


@dataclass(frozen=True, slots=True)
class LeadFacts:
    id: int
    name: str
    company: str
    account_id: int | None
    account: str
    owner_id: int | None
    owner: str
    origin: str
    note: str
    state: LeadState
    captured_on: date
    wake_on: date | None
    opportunity_id: int | None
    version: int

    @property
    def is_in_pool(self) -> bool:
        return self.state is LeadState.NEW and self.owner_id is None


@dataclass(frozen=True, slots=True)
class LeadPage:
    """`next` is where the following rows begin, empty when there are none."""

    rows: tuple[LeadFacts, ...]
    next: str


@dataclass(frozen=True, slots=True)
class LeadStepRow:
    before: LeadState | None
    after: LeadState
    on: date
    by: str
    why: str


PAGE = 50
COLUMNS = (
    "pk", "name", "company", "account_id", "account__name", "owner_id", "owner__name", "origin", "note", "state",
    "captured_on", "wake_on", "opportunity_id", "version",
)  # fmt: skip


def lead(*, actor, lead_id: int, today: date) -> LeadFacts | None:
    """None when there is no such lead, or none that this actor may know of."""
    row = policies.leads_open_to(actor, today).filter(pk=lead_id).values_list(*COLUMNS).first()
    return _facts(row) if row else None


def leads(
    *,
    actor,
    today: date,
    state: LeadState | None = None,
    pool: bool = False,
    account_id: int | None = None,
    after: str = "",
) -> LeadPage:
    """The latest first: of one state, those in the pool alone, or all."""
    found = policies.leads_open_to(actor, today).order_by("-pk")
    if pool:
        found = found.filter(state=LeadState.NEW, owner__isnull=True)
    elif state:
        found = found.filter(state=state)
    if account_id is not None:
        found = found.filter(account_id=account_id)
    if after.isdecimal():
        found = found.filter(pk__lt=int(after[:18]))
    rows = [_facts(row) for row in found.values_list(*COLUMNS)[: PAGE + 1]]
    return LeadPage(tuple(rows[:PAGE]), str(rows[PAGE - 1].id) if len(rows) > PAGE else "")


def lead_steps(*, actor, lead_id: int, today: date) -> list[LeadStepRow]:
    """The way it went, the latest step first."""
    found = policies.lead_changes_open_to(actor, today).filter(lead_id=lead_id).order_by("-pk")
    rows = found.values_list("before", "after", "on", "by__name", "why")
    return [
        LeadStepRow(LeadState(before) if before else None, LeadState(after), *more) for before, after, *more in rows
    ]


def lead_names(ids, *, actor, today: date) -> dict[int, str]:
    return dict(policies.leads_open_to(actor, today).filter(pk__in=ids).values_list("pk", "name"))


def _facts(row: tuple) -> LeadFacts:
    pk, name, company, account_id, account, owner_id, owner, origin, note, state, *more = row
    return LeadFacts(
        pk, name, company, account_id, account or "", owner_id, owner or "", origin, note, LeadState(state), *more
    )
