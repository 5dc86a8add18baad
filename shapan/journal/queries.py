"""Reading the journal: events of accounts or persons, told as sentences for the reader."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.journal import registry
from shapan.journal.models import Event
from shapan.journal.terms import Named


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


def entries_of_subject(*, actor, tags: str, subject_id: int, today: date, limit: int = 50) -> list[Entry]:
    """The events of one row, newest first, by the beginning of their tags. The caller has fetched the row through its
    policy already.
    """
    found = Event.objects.scope(Scope.POLICY).filter(tag__startswith=tags, subject_id=subject_id)
    return _told(found, actor, today, None, limit)


def entries_of_organisation(*, actor, today: date, limit: int = 20) -> list[Entry]:
    """Changes to our own organisation, newest first: colleagues are known to every colleague."""
    ours = Event.objects.scope(Scope.POLICY).filter(account_id=None, person_id=None, tag__startswith="identity:")
    return _told(ours, actor, today, None, limit)


def _told(events, actor, today, before, limit) -> list[Entry]:
    if before:
        events = events.filter(pk__lt=before)
    rows = list(events.order_by("-pk")[:limit])
    names = _names(rows, actor, today)
    authors = identity.names({row.actor_id for row in rows})
    return [Entry(row.pk, row.at, row.tag, _sentence(row, authors, names), _changes(row, names)) for row in rows]


def _names(rows, actor, today) -> dict[str, dict[int, str]]:
    """Names for every id that a sentence or a change says, asked once for each kind."""
    wanted = defaultdict(set)
    for row in rows:
        said = [*row.particulars.items(), *(row.particulars.get("changed") or {}).items()]
        for key, value in said:
            kind = registry.KINDS.get(f"{row.tag}/{key}")
            if kind:
                wanted[kind].update(value if isinstance(value, list) else [value])
    return {kind: registry.names_for(kind, ids - {None}, actor=actor, today=today) for kind, ids in wanted.items()}


def _sentence(row, authors, names) -> str:
    words = defaultdict(lambda: _("something"), row.particulars)
    for key, value in row.particulars.items():
        words[key] = _said(f"{row.tag}/{key}", value, names)
    words["actor"] = authors.get(row.actor_id, _("someone"))
    return str(registry.SENTENCES.get(row.tag, row.tag)).format_map(words)


def _said(key: str, value, names):
    """A particular as the reader may know it: the name behind an id, the phrase of a word, else as it was written."""
    several = value if isinstance(value, list) else [value]
    if kind := registry.KINDS.get(key):
        return _(", ").join(names[kind][pk] for pk in several if pk in names[kind]) or _unnamed(kind)
    if phrases := registry.WORDS.get(key):
        return _(", ").join(str(phrases.get(word, word)) for word in several)
    return value


def _unnamed(kind: str) -> str:
    return _("someone") if kind in {Named.USER, Named.PERSON} else _("something")


def _changes(row, names) -> tuple[tuple[str, object, object], ...]:
    """(label, before, after) of each changed field, by the field's name; what was or became empty is None."""
    return tuple(
        (
            str(registry.LABELS.get(f"{row.tag}/{field}", field)),
            *(_said(f"{row.tag}/{field}", value, names) if value not in {None, ""} else None for value in pair),
        )
        for field, pair in sorted((row.particulars.get("changed") or {}).items())
    )
