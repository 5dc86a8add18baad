"""Promises that are due, and those that were kept."""

from dataclasses import dataclass
from datetime import date

from shapan.compliance import queries as compliance
from shapan.compliance.rules.quiet import Quiet
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
    paused: str  # the tender whose quiet period it waits for


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
    quiet = pauses(actor, {row[3] for row in rows}, today)
    return [
        PromiseDue(
            *row[:6], names.get(row[5], ""), *row[6:], paused=paused_by(quiet, row[3], {row[5]} - {None})
        )
        for row in rows
    ]  # fmt: skip


def pauses(actor, account_ids, today: date) -> list[Quiet]:
    """The tenders for whose end things at these customers wait."""
    return compliance.quiet(actor=actor, account_ids=account_ids, today=today)


def paused_by(quiet: list[Quiet], account_id: int, person_ids) -> str:
    """The tender on account of which what we owe these people waits; empty when it need not."""
    people = frozenset(person_ids)
    waits = (one.tender for one in quiet if one.account_id == account_id and people and one.concerns(people))
    return next(waits, "")


def kept_promises(*, actor, account_id: int, since: date, today: date) -> list[PromiseKept]:
    """Promises to the account that were kept since that day, the latest first."""
    found = policies.promises_open_to(actor, today).filter(account_id=account_id, kept_on__gte=since)
    rows = found.order_by("-kept_on", "-pk").values_list("pk", "text", "owner__name", "kept_on")[:20]
    return [PromiseKept(*row) for row in rows]
