"""Promises that are due, and those that were kept."""

from dataclasses import dataclass
from datetime import date

from shapan.interactions import policies
from shapan.people import queries as people


@dataclass(frozen=True, slots=True)
class PromiseDue:
    id: int
    version: int
    text: str
    account_id: int
    account: str
    person_id: int | None
    person: str
    owner_id: int
    owner: str
    due_on: date


@dataclass(frozen=True, slots=True)
class PromiseKept:
    id: int
    text: str
    owner: str
    kept_on: date


def open_promises(*, actor, today: date, owner_ids=None, account_id: int | None = None, until: date | None = None):
    """Promises not yet kept, the most overdue first."""
    found = policies.promises_open_to(actor, today).filter(kept_on__isnull=True)
    if owner_ids is not None:
        found = found.filter(owner_id__in=owner_ids)
    if account_id is not None:
        found = found.filter(account_id=account_id)
    if until is not None:
        found = found.filter(due_on__lte=until)
    rows = found.order_by("due_on", "pk").values_list(
        "pk", "version", "text", "account_id", "account__name", "person_id", "owner_id", "owner__name", "due_on"
    )[:100]
    names = people.names({row[5] for row in rows} - {None}, actor=actor, today=today)
    return [PromiseDue(*row[:6], names.get(row[5], ""), *row[6:]) for row in rows]


def kept_promises(*, actor, account_id: int, since: date, today: date) -> list[PromiseKept]:
    """Promises to the account that were kept since that day, the latest first."""
    found = policies.promises_open_to(actor, today).filter(account_id=account_id, kept_on__gte=since)
    rows = found.order_by("-kept_on", "-pk").values_list("pk", "text", "owner__name", "kept_on")[:20]
    return [PromiseKept(*row) for row in rows]
