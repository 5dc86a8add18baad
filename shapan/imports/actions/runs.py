"""The dry run and the import itself, as a worker carries them out.

The import goes piece by piece. Each piece is one transaction that holds its rows, their fates, what stood there before
and the mark how far the file is stored: so a run that is killed has stored whole pieces, and the next one goes on
after the last of them. Only the run that took the import up last may store: `holder` is checked in that transaction.
"""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation import bulk, ledger
from shapan.foundation.models import Scope
from shapan.imports import engine, files, policies
from shapan.imports.actions.files import ImportRefused, is_at_work
from shapan.imports.kinds.common import Item, Run
from shapan.imports.models import Change, Import, Line
from shapan.imports.terms import AT_WORK, FileKind, Status
from shapan.jobs import actions as jobs
from shapan.kernel.batches import Outcome

PIECE = 1000
FROM = {
    Status.CHECKING: {Status.MAPPING, Status.CHECKING, Status.CHECKED, Status.REFUSED},
    Status.STORING: {Status.CHECKED, Status.STORING, Status.REFUSED},
    Status.UNDOING: {Status.STORING, Status.STORED, Status.REFUSED, Status.UNDONE, Status.UNDOING},
}


class Overtaken(ImportRefused):
    """Another run has taken this import up: this one stores nothing more."""


def begin(*, actor, import_id: int, to: Status, task_id, today: date) -> Import:
    """Hand the import to a worker, in the transaction that stores the task. Others than the uploader only undo."""
    row = policies.imports_open_to(actor, today).select_for_update().filter(pk=import_id).first()
    if row is None or not row.file or not _may_go(row, actor, to):
        raise ImportRefused(_("This import has gone on meanwhile: look at it anew."))
    if to is Status.UNDOING and not Change.objects.scope(Scope.WRITE).filter(of=row).exists():
        raise ImportRefused(_("This import changed nothing that could be taken back."))
    row.status, row.task_id, row.message, row.version = to, task_id, "", row.version + 1
    row.save(update_fields=["status", "task_id", "message", "version"])
    return row


def _may_go(row: Import, actor, to: Status) -> bool:
    mine = row.uploader_id == actor.pk or to is Status.UNDOING
    return mine and row.status in FROM[to] and not is_at_work(row) and not (row.done and to is Status.CHECKING)


def check(*, import_id: int, holder: str, today: date) -> None:
    """The dry run: everything is done and taken back; the fates of the rows are kept."""
    row, _stopped = take_up(import_id, holder, Status.CHECKING)
    items, run = _items_and_run(row, today)
    taker, done = engine.taker_of(FileKind(row.kind), run), 0
    with transaction.atomic():
        while done < len(items):
            batch = engine.piece(FileKind(row.kind), items, done, engine.BATCH)
            taker.take(batch)
            done += len(batch)
        taker.finish()
        transaction.set_rollback(True)
    with transaction.atomic():
        row = held(import_id, holder)
        _forget_lines(row)
        _write_lines(row, items, 0, lambda _item: None)
        _count(row, items, anew=True)
        row.notes |= {
            "implied": dict(+run.implied),
            "near": [one.told() for one in run.near.values()],
            "assumed": run.assumed,
        }
        row.status = Status.CHECKED
        row.save()


def store(*, import_id: int, holder: str, today: date) -> None:
    """Store the file, or what of it is not stored yet."""
    row, stopped = take_up(import_id, holder, Status.STORING)
    items, run = _items_and_run(row, today)
    taker = engine.taker_of(FileKind(row.kind), run)
    if stopped:
        _recall(row, items, taker)
    while row.done < len(items):
        jobs.give_way()
        row = _store_piece(import_id, holder, items, taker, run)
    with transaction.atomic():
        row = held(import_id, holder)
        with ledger.watching() as touched:
            taker.finish()
        _write_changes(row, touched)
        row.status = Status.STORED
        row.save()


def fail(*, import_id: int, holder: str, message: str) -> None:
    """The run ends in a refusal, which the page shows. What is stored stays stored, and can be taken back."""
    with transaction.atomic():
        row = held(import_id, holder)
        row.status, row.message = Status.REFUSED, message
        row.save(update_fields=["status", "message"])


def _store_piece(import_id: int, holder: str, items: list[Item], taker, run: Run) -> Import:
    with transaction.atomic():
        row = held(import_id, holder)
        if row.done == 0:
            _forget_lines(row)
            _count(row, [], anew=True)
            row.notes |= {"implied": {}}
        batch = engine.piece(FileKind(row.kind), items, row.done, PIECE)
        implied = run.implied.copy()
        with ledger.watching() as touched:
            taker.take(batch)
        _write_lines(row, batch, row.done, taker.carried)
        _write_changes(row, touched)
        _count(row, batch)
        known = row.notes.get("implied", {})
        row.notes["implied"] = known | {k: known.get(k, 0) + v for k, v in (run.implied - implied).items()}
        row.done += len(batch)
        row.save()
        return row


def take_up(import_id: int, holder: str, status: Status) -> tuple[Import, bool]:
    """Become the run that may store; whether another one stopped before."""
    with transaction.atomic():
        row = Import.objects.scope(Scope.WRITE).select_for_update().get(pk=import_id)
        if row.status != status:
            raise Overtaken(_("This import has gone on meanwhile: look at it anew."))
        tried = row.holder.startswith(f"{row.task_id}/")
        stopped = status is Status.STORING and (tried or row.done > 0)
        if stopped:
            row.stops = [*row.stops, row.done]
        row.holder = holder
        row.save(update_fields=["holder", "stops"])
    return row, stopped


def held(import_id: int, holder: str) -> Import:
    row = Import.objects.scope(Scope.WRITE).select_for_update().get(pk=import_id)
    if row.holder != holder or row.status not in AT_WORK:
        raise Overtaken(_("This import has gone on meanwhile: look at it anew."))
    return row


def _items_and_run(row: Import, today: date) -> tuple[list[Item], Run]:
    """Who imports is asked anew: rights may have changed since the file was uploaded."""
    if not row.uploader.is_active:
        raise ImportRefused(_("The account of whoever uploaded this file is closed."))
    one = files.pending(row.file, row.name, row.columns)
    return engine.items_of(one), Run(
        row.uploader, today, row.source, row.account_id, accepted=row.notes.get("accepted", {})
    )


def _recall(row: Import, items: list[Item], taker) -> None:
    lines = Line.objects.scope(Scope.WRITE).filter(of=row, place__lt=row.done).order_by("place")
    for line in lines.iterator():
        item = items[line.place]
        if line.outcome == Outcome.REJECTED:
            item.reject(line.column, line.reason)
        elif line.carried is not None:
            taker.recall(item, line.carried)


def _forget_lines(row: Import) -> None:
    bulk.delete(Line, Line.objects.scope(Scope.WRITE).filter(of=row).values_list("pk", flat=True))


def _outcome(item: Item) -> Outcome:
    return item.row.outcome if item.stands else Outcome.REJECTED


def _write_lines(row: Import, items: list[Item], start: int, carried) -> None:
    """After the dry run nothing is carried on, and ids are not kept: they were taken back."""
    if not items:
        return
    bulk.insert(
        Line,
        of=[row.pk] * len(items),
        place=list(range(start, start + len(items))),
        number=[item.line for item in items],
        what=[_what(item) for item in items],
        outcome=[_outcome(item).value for item in items],
        column=[item.column[:40] for item in items],
        reason=[item.reason for item in items],
        account_id=[_account(item) for item in items],
        carried=[carried(item) if item.stands else None for item in items],
    )


def _what(item: Item) -> str:
    said = [item.text(name) for name in ("name", "date", "user", "account", "department", "title", "type", "email")]
    said += [item.text(name) for name in ("owner", "product", "stage")]
    return " · ".join(word for word in said if word)[:200]


def _account(item: Item) -> int | None:
    """The customer it hangs on, if any; else the row itself."""
    row = item.row if item.stands else None
    return getattr(row, "account_id", getattr(row, "id", None))


def _count(row: Import, items: list[Item], *, anew: bool = False) -> None:
    for outcome in Outcome:
        before = 0 if anew else getattr(row, outcome.value)
        setattr(row, outcome.value, before + sum(_outcome(item) is outcome for item in items))


def _write_changes(row: Import, touched: ledger.Ledger) -> None:
    """Add to what is known of this import's rows; of a row touched twice, the first `before` counts."""
    known = {}
    for label in {label for label, _key in touched}:
        keys = [key for which, key in touched if which == label]
        standing = Change.objects.scope(Scope.WRITE).filter(of=row, label=label)
        known |= {(label, one.key): one for part in bulk.parts(keys) for one in standing.filter(key__in=part)}
    for place, one in known.items():
        entry = touched.pop(place)
        if one.act == ledger.Act.CHANGED:
            one.before = entry.before | one.before
        one.version = entry.version
        one.save(update_fields=["before", "version"])
    if touched:
        bulk.insert(
            Change,
            of=[row.pk] * len(touched),
            label=[label for label, _key in touched],
            key=[key for _label, key in touched],
            act=[entry.act.value for entry in touched.values()],
            before=[entry.before for entry in touched.values()],
            version=[entry.version for entry in touched.values()],
        )
