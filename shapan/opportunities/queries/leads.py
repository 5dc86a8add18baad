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


COLUMNS = (
    "pk", "name", "company", "account_id", "account__name", "owner_id", "owner__name", "origin", "note", "state",
    "captured_on", "wake_on", "opportunity_id", "version",
)  # fmt: skip


def lead(*, actor, lead_id: int, today: date) -> LeadFacts | None:
    """None when there is no such lead, or none that this actor may know of."""
    row = policies.leads_open_to(actor, today).filter(pk=lead_id).values_list(*COLUMNS).first()
    return _facts(row) if row else None


def leads(*, actor, today: date, states=tuple(LeadState), limit: int = 200) -> list[LeadFacts]:
    """Leads in these states, the latest first."""
    found = policies.leads_open_to(actor, today).filter(state__in=list(states)).order_by("-pk")
    return [_facts(row) for row in found.values_list(*COLUMNS)[:limit]]


def lead_names(ids, *, actor, today: date) -> dict[int, str]:
    return dict(policies.leads_open_to(actor, today).filter(pk__in=ids).values_list("pk", "name"))


def _facts(row: tuple) -> LeadFacts:
    pk, name, company, account_id, account, owner_id, owner, origin, note, state, *more = row
    return LeadFacts(
        pk, name, company, account_id, account or "", owner_id, owner or "", origin, note, LeadState(state), *more
    )
