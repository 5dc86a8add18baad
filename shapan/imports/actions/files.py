"""Taking a file in, and saying what its columns are."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation import bulk
from shapan.foundation.models import Scope
from shapan.imports import files, policies, reading
from shapan.imports.models import Change, Column, Import, Line
from shapan.imports.rules import columns
from shapan.imports.terms import AT_WORK, FileKind, Status
from shapan.imports.withholding import rewrite, withhold
from shapan.jobs import queries as jobs
from shapan.kernel.errors import Refused

KEPT = timedelta(days=30)
MOST_ROWS = 50_000


class ImportRefused(Refused):
    """The message is fit to show to the person who asked."""


def take_in(*, actor, kind: FileKind, source: str, name: str, chunks: Iterable[bytes], today: date) -> Import:
    """Keep an upload that can be read as a table of this kind; what it says is looked at afterwards."""
    if not actor.is_active:
        raise ImportRefused(_("Your account is closed."))
    _forget_what_is_old(today)
    file = files.keep(chunks)
    try:
        read = _acceptable(files.read(file, name), kind)
        table = withhold(read, actor=actor, today=today, name=name)
        if table is not read:
            rewrite(files.path_of(file), table)
        row = Import(
            uploader=actor, uploaded_on=today, kind=kind, source=(source or table.source)[:80], name=name[-200:],
            file=file, total=len(table.lines), notes={"left_out": dict(table.left_out)},
        )  # fmt: skip
        row.full_clean()
        row.save()
    except BaseException:
        files.forget(file)
        raise
    return row


def is_at_work(row: Import) -> bool:
    """Whether a worker has it, or will: after a task that failed the import is its uploader's again."""
    return row.status in AT_WORK and jobs.is_open(row.task_id)


def _acceptable(table: reading.Table, kind: FileKind) -> reading.Table:
    if table.source == reading.VCARD and kind is not FileKind.PEOPLE:
        raise ImportRefused(_("A vCard holds people: choose “people”."), field="kind")
    if len(table.lines) > MOST_ROWS:
        told = _("More than 50,000 rows: split the file, or let an administrator run “shapan import”.")
        raise ImportRefused(told, field="file")
    return table


@transaction.atomic
def choose_columns(
    *, actor, import_id: int, version: int, names: Mapping[str, str], account_id: int | None, today: date
) -> Import:
    """{header: what it holds, or nothing}, remembered for the next file of this kind and source."""
    row = policies.imports_open_to(actor, today).select_for_update().filter(pk=import_id).first()
    open_still = {Status.MAPPING, Status.CHECKING, Status.CHECKED, Status.REFUSED}
    theirs = row is None or row.uploader_id != actor.pk
    if theirs or row.status not in open_still or row.done or is_at_work(row):
        raise ImportRefused(_("This import has gone on meanwhile: look at it anew."))
    chosen = [name for name in names.values() if name]
    twice = next((name for name in chosen if chosen.count(name) > 1), None)
    if twice:
        raise ImportRefused(_("Two columns cannot both be “{column}”.").format(column=twice), field=twice)
    known = columns.SYNONYMS[FileKind(row.kind)]
    needed = [name for name in columns.REQUIRED[FileKind(row.kind)] if name not in chosen]
    missing = [name for name in needed if name != "account" or account_id is None]
    if missing:
        raise ImportRefused(_("Say which column holds “{column}”.").format(column=missing[0]), field=missing[0])
    if row.version != version:
        raise ImportRefused(_("This import has gone on meanwhile: look at it anew."))
    row.columns = {name: header for header, name in names.items() if name in known}
    row.account_id, row.version, row.message = account_id, row.version + 1, ""
    row.save(update_fields=["columns", "account_id", "version", "message"])
    _remember(actor, row, names)
    return row


@transaction.atomic
def join_name(*, actor, import_id: int, said: str, like: str, today: date) -> Import:
    """Take a name of the file for one of ours, as the dry run proposed; the next dry run does."""
    row = policies.imports_open_to(actor, today).select_for_update().filter(pk=import_id).first()
    open_still = row is not None and row.uploader_id == actor.pk and row.status == Status.CHECKED and not row.done
    proposed = [(near["said"], near["like"]) for near in row.notes.get("near", [])] if open_still else []
    if (said, like) not in proposed:
        raise ImportRefused(_("This import has gone on meanwhile: look at it anew."))
    row.notes["accepted"] = row.notes.get("accepted", {}) | {said: like}
    row.save(update_fields=["notes"])
    return row


def _remember(actor, row: Import, names: Mapping[str, str]) -> None:
    asked = {"user": actor, "source": row.source, "kind": row.kind}
    for header, name in names.items():
        Column.objects.scope(Scope.WRITE).update_or_create(
            **asked, header=columns.plain(header)[:200], defaults={"name": name}
        )


@transaction.atomic
def _forget_what_is_old(today: date) -> None:
    """After thirty days the file, the fates of its rows and the way back are gone; that it was imported stays known."""
    old = Import.objects.scope(Scope.WRITE).filter(uploaded_on__lt=today - KEPT).exclude(file="")
    for row in old.exclude(status__in=AT_WORK):
        files.forget(row.file)
        for model in (Line, Change):
            bulk.delete(model, model.objects.scope(Scope.WRITE).filter(of=row).values_list("pk", flat=True))
        row.file = ""
        row.save(update_fields=["file"])
