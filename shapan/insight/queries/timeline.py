"""The account's timeline: what was said and agreed, and beside it what was changed in the books."""

from dataclasses import dataclass
from datetime import date, timedelta

from shapan.interactions import queries as interactions
from shapan.interactions.queries import Contact, PromiseDue, PromiseKept
from shapan.journal import queries as journal
from shapan.journal.queries import Entry

PAGE = 30
CHANGES = "changes"
LATELY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Recent:
    """What stands under the house: the latest contacts and the promises still open."""

    contacts: tuple[Contact, ...]
    promises: tuple[PromiseDue, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """One page of contacts, or of changes; `next` continues it. `kept` are the promises kept lately."""

    show: str
    contacts: tuple[Contact, ...]
    changes: tuple[Entry, ...]
    kept: tuple[PromiseKept, ...]
    next: str


def recent(*, actor, account_id: int, on: date, today: date) -> Recent:
    who = {"actor": actor, "account_id": account_id, "today": today}
    return Recent(
        contacts=tuple(interactions.contacts_of_account(**who, on=on, limit=5)),
        promises=tuple(interactions.open_promises(**who)[:6]),
    )


def page(*, actor, account_id: int, on: date, today: date, show: str, before: str) -> TimelinePage:
    """The caller has fetched the account through its policy already."""
    who = {"actor": actor, "account_id": account_id, "today": today}
    last = int(before) if before.isdigit() else None
    if show == CHANGES:
        rows = journal.entries_of_account(**who, before=last, limit=PAGE + 1)
        return TimelinePage(CHANGES, (), tuple(rows[:PAGE]), (), str(rows[PAGE - 1].id) if len(rows) > PAGE else "")
    found = interactions.contacts_of_account(**who, on=on, after=last, limit=PAGE + 1)
    kept = interactions.kept_promises(**who, since=today - LATELY) if last is None else []
    following = str(found[PAGE - 1].id) if len(found) > PAGE else ""
    return TimelinePage("", tuple(found[:PAGE]), (), tuple(kept), following)
