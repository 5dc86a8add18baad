"""Taking an import back: what it created goes, what it changed is as before, and what others built on it stays."""

from collections import Counter, defaultdict
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from shapan.access.terms import Level
from shapan.accounts import policies as accounts
from shapan.foundation import bulk, ledger
from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.imports import policies
from shapan.imports.actions import finding
from shapan.imports.actions.files import ImportRefused
from shapan.imports.actions.runs import held, take_up
from shapan.imports.models import Change, Import, Line
from shapan.imports.terms import FileKind, Status, Tag
from shapan.journal import actions as journal
from shapan.kernel.batches import Outcome
from shapan.opportunities import policies as opportunities
from shapan.sources import queries as sources
from shapan.teams import policies as teams
from shapan.teams.actions import sync_grants

KEY = "sources.ExternalKey"
LABELS = {
    "person": "people.Person",
    "account": "accounts.Account",
    "user": "identity.User",
    "interaction": "interactions.Interaction",
    "product": "opportunities.Product",
    "opportunity": "opportunities.Opportunity",
}
NAMED = 10  # rows named of those that stay, for one reason


def take_back(*, import_id: int, actor_id: int, holder: str, today: date) -> None:
    """One transaction: all of it that can be taken back, and the reasons of what stays."""
    row, _stopped = take_up(import_id, holder, Status.UNDOING)
    actor = identity.user_numbered(actor_id)
    _refuse_without_right(actor, row, today)
    try:
        with transaction.atomic():
            row = held(import_id, holder)
            judged = _judged(_entries(row))
            touched = _take_back(row, judged)
            journal.record(actor=actor, tag=Tag.UNDONE, subject=row, rows=len(touched), kept=len(judged.kept))
            row.kept, row.status = _told(judged), Status.UNDONE
            row.save()
    except IntegrityError as wrong:
        raise ImportRefused(
            _("Something that this import replaced is no longer there: nothing was taken back.")
        ) from wrong


def _take_back(row: Import, judged: ledger.Judgement) -> list[ledger.Row]:
    found = finding.found_by(judged.entries.keys() - judged.kept.keys(), judged.entries)
    touched = ledger.take_back(judged)
    finding.tell(found)
    if row.kind == FileKind.TEAMS:
        sync_grants(*_accounts(row, Outcome.CREATED, Outcome.UPDATED))
    everything = Change.objects.scope(Scope.WRITE).filter(of=row).values_list("pk", "label", "key")
    bulk.delete(Change, [pk for pk, label, key in everything if (label, key) not in judged.kept])
    return touched


def _refuse_without_right(actor, row: Import, today: date) -> None:
    """Whoever takes back must still be allowed to write where the import wrote; administrators undo any import."""
    created, updated = _accounts(row, Outcome.CREATED), _accounts(row, Outcome.UPDATED)
    if policies.may_undo_any(actor, today):
        allowed = True
    elif row.kind == FileKind.USERS:
        allowed = identity.may_enrol(actor, today)
    elif row.kind == FileKind.PRODUCTS:
        allowed = opportunities.may_keep_catalogue(actor, today)
    elif row.kind == FileKind.OPPORTUNITIES:
        allowed = _opportunities(row) <= opportunities.changeable(actor, _opportunities(row), today)
    elif row.kind == FileKind.TEAMS:
        allowed = (created | updated) <= set(teams.seatable(actor, dict.fromkeys(created | updated), today))
    elif row.kind == FileKind.ACCOUNTS:
        allowed = accounts.may_open_accounts(actor, today) and updated <= _editable(actor, updated, today)
    else:
        allowed = (created | updated) <= _editable(actor, created | updated, today)
    if not (allowed and actor.is_active):
        raise ImportRefused(
            _("You may no longer write to all customers that this import wrote to: ask an administrator.")
        )


def _accounts(row: Import, *outcomes: Outcome) -> set[int]:
    lines = Line.objects.scope(Scope.WRITE).filter(of=row, outcome__in=outcomes, account_id__isnull=False)
    return set(lines.values_list("account_id", flat=True))


def _opportunities(row: Import) -> set[int]:
    """Those it wrote that are still there."""
    touched = Change.objects.scope(Scope.WRITE).filter(of=row, label=LABELS["opportunity"])
    return opportunities.standing(touched.values_list("key", flat=True))


def _editable(actor, ids: set[int], today: date) -> set[int]:
    found = accounts.accounts_open_to(actor, today, Level.EDIT)
    return {pk for part in bulk.parts(ids) for pk in found.filter(pk__in=part).values_list("pk", flat=True)}


def _entries(row: Import) -> dict[ledger.Row, ledger.Entry]:
    changes = Change.objects.scope(Scope.WRITE).filter(of=row)
    rows = changes.values_list("label", "key", "act", "before", "version")
    return {(label, key): ledger.Entry(ledger.Act(act), before, version) for label, key, act, before, version in rows}


def _judged(entries: dict[ledger.Row, ledger.Entry]) -> ledger.Judgement:
    """Keys of outside systems point to rows by kind and number, where no foreign key shows it: a row that another
    source has a key for stays, and so does the key of a row that stays.
    """
    also: dict[ledger.Row, Counter] = defaultdict(Counter)
    for kind, label in LABELS.items():
        created = [key for (which, key), entry in entries.items() if which == label and entry.act is ledger.Act.CREATED]
        for pk, object_id in sources.keys_to(kind, created):
            if (KEY, pk) not in entries:
                also[label, object_id][KEY] += 1
    judged = ledger.Judgement(entries, also=also)
    for pk, kind, object_id in sources.targets(key for label, key in entries if label == KEY):
        if (LABELS.get(kind), object_id) in judged.kept:
            judged.kept[KEY, pk] = ledger.Kept((KEY, pk), ledger.Why.NEEDED)
    return judged


def _told(judged: ledger.Judgement) -> list[dict]:
    """For the page: how many rows of which kind stay, why, and the names of some. What only follows is not told."""
    groups: dict[tuple, list[int]] = defaultdict(list)
    for (label, key), kept in judged.kept.items():
        if kept.why is not ledger.Why.NEEDED and label != KEY:
            groups[label, kept.why.value, tuple(name for name, _count in kept.by)].append(key)
    return [
        {"label": label, "why": why, "by": list(by), "count": len(keys), "names": ledger.names_of(label, keys[:NAMED])}
        for (label, why, by), keys in sorted(groups.items())
    ]
