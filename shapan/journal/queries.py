"""Reading the journal: events of accounts or persons, told as sentences for the reader."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.journal import registry
from shapan.journal.models import Event


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    at: datetime
    tag: str
    sentence: str
    changes: tuple[tuple[str, object, object], ...]


def entries_of_account(
    *, actor, account_id: int, today: date, before: int | None = None, limit: int = 50
) -> list[Entry]:
    """The account's events, newest first. The caller has fetched the account through its policy already."""
    return _told(Event.objects.scope(Scope.POLICY).filter(account_id=account_id), actor, today, before, limit)


def _told(events, actor, today, before, limit) -> list[Entry]:
    if before:
        events = events.filter(pk__lt=before)
    rows = list(events.order_by("-pk")[:limit])
    names = _names(rows, actor, today)
    authors = identity.names({row.actor_id for row in rows})
    return [Entry(row.pk, row.at, row.tag, _sentence(row, authors, names), _changes(row.particulars)) for row in rows]


def _names(rows, actor, today) -> dict[str, dict[int, str]]:
    wanted = defaultdict(set)
    for row in rows:
        for key, value in row.particulars.items():
            kind = registry.KINDS.get(f"{row.tag}/{key}")
            if kind:
                wanted[kind].update(value if isinstance(value, list) else [value])
    return {kind: registry.names_for(kind, ids - {None}, actor=actor, today=today) for kind, ids in wanted.items()}


def _sentence(row, authors, names) -> str:
    words = defaultdict(lambda: _("something"), row.particulars)
    words["actor"] = authors.get(row.actor_id, _("someone"))
    for key, value in row.particulars.items():
        kind = registry.KINDS.get(f"{row.tag}/{key}")
        if kind:
            ids = value if isinstance(value, list) else [value]
            known = [names[kind][pk] for pk in ids if pk in names[kind]]
            words[key] = _(", ").join(known) or _("someone")
    return str(registry.SENTENCES.get(row.tag, row.tag)).format_map(words)


def _changes(particulars) -> tuple[tuple[str, object, object], ...]:
    return tuple((field, *pair) for field, pair in (particulars.get("changed") or {}).items())
