"""What waits in quarantine, for compliance; that it waits, for writer and leader."""

from dataclasses import dataclass
from datetime import date, timedelta

from shapan.compliance import policies, registry
from shapan.compliance.rules.quiet import Quiet
from shapan.compliance.terms import State

MOST = 100
TOLD = timedelta(days=14)  # how long a decision is shown on Today


@dataclass(frozen=True, slots=True)
class Notice:
    """That something is in quarantine, without what it says."""

    id: int
    on: date
    writer_id: int
    writer: str
    door: str
    fields: tuple[str, ...]
    categories: tuple[str, ...]
    state: str
    decided_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Held:
    """One submission as compliance reads it."""

    id: int
    version: int
    on: date
    writer: str
    door: str
    place: str
    account_id: int | None
    categories: tuple[str, ...]
    fields: tuple[str, ...]
    content: tuple[tuple[str, str], ...]
    state: str
    decided_by: str
    decided_on: date | None
    reason: str


NOTICE = (
    "pk", "on", "writer_id", "writer__name", "door", "fields", "categories", "state", "decided_on", "reason",
)  # fmt: skip


def quiet(*, actor, today: date, account_ids=None, since: date | None = None) -> list[Quiet]:
    """The quiet periods of today, or of some day since then, at these customers or at all: those the actor may know."""
    known = [pk for pk in account_ids if pk] if account_ids is not None else None
    if known == []:
        return []
    asked = {"actor": actor, "since": min(since or today, today), "until": today, "today": today, "account_ids": known}
    return [one for source in registry.SOURCES for one in source(**asked)]


def notices(*, actor, today: date) -> list[Notice]:
    """The own ones and those of the people below: what is open, and what was decided lately; the latest first."""
    rows = policies.notices_open_to(actor).exclude(decided_on__lt=today - TOLD).order_by("-pk")
    return _notices(rows)


def waiting(*, actor, today: date, state: State | None = State.HELD) -> list[Notice]:
    """For compliance: what is to be decided, or was; empty for everybody else."""
    if not policies.is_officer(actor, today):
        return []
    rows = policies.quarantine_open_to(actor, today).order_by("-pk")
    return _notices(rows.filter(state=state) if state else rows)


def held(*, actor, quarantine_id: int, today: date) -> Held | None:
    row = policies.quarantine_open_to(actor, today).select_related("writer", "decided_by").filter(pk=quarantine_id)
    found = row.first()
    return found and Held(
        found.pk, found.version, found.on, found.writer.name, found.door, found.place, found.account_id,
        tuple(found.categories), tuple(found.fields), tuple(found.content.items()), found.state,
        found.decided_by.name if found.decided_by else "", found.decided_on, found.reason,
    )  # fmt: skip


def _notices(rows) -> list[Notice]:
    return [Notice(*row[:5], tuple(row[5]), tuple(row[6]), *row[7:]) for row in rows.values_list(*NOTICE)[:MOST]]
