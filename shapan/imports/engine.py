"""One import from files to report: read all, understand all, then store batch by batch.

A broken file is refused before anything is written. A bad row never stops the good ones. Each batch is one
transaction with its journal event; a dry run does the same and takes it back.
"""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.imports import reading
from shapan.imports.kinds import accounts, interactions, people, teams, users
from shapan.imports.kinds.common import Item, Run
from shapan.imports.reading import FileRefused
from shapan.imports.rules import columns
from shapan.imports.rules.columns import Understood
from shapan.imports.terms import FileKind
from shapan.kernel.batches import Outcome

BATCH = 5000


@dataclass(slots=True)
class Report:
    """What became of the rows. `rejected` keeps the items with their reasons, in the order of the files; `usernames`
    says the name of each colleague who is new.
    """

    kind: FileKind
    source: str
    files: list[str]
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: list[Item] = field(default_factory=list)
    implied: Counter = field(default_factory=Counter)
    usernames: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    headers: tuple[str, ...] = ()
    dry_run: bool = False
    seconds: float = 0.0


@dataclass(slots=True)
class Pending:
    """A file read and understood, nothing written yet."""

    path: Path
    table: reading.Table
    understood: Understood


def prepare(kind: FileKind, paths: list[Path], given: Mapping[str, str] | None = None) -> list[Pending]:
    """Read and understand every file. Raises FileRefused for the first that cannot be taken."""
    pending = []
    for path in paths:
        table = reading.read(path)
        understood = columns.understand(kind, table.headers, given)
        if understood.twice:
            told = _("{path}: two columns could both be “{column}”. Say which with --map.")
            raise FileRefused(told.format(path=path, column=understood.twice[0]))
        if understood.missing:
            told = _("{path}: no column for “{column}”. Known names: {names}. Or say which with --map.")
            names = columns.SYNONYMS[kind][understood.missing[0]]
            raise FileRefused(
                told.format(path=path, column=understood.missing[0], names=", ".join((understood.missing[0], *names)))
            )
        pending.append(Pending(path, table, understood))
    return pending


def run(
    kind: FileKind,
    pending: list[Pending],
    *,
    actor,
    today: date,
    source: str = "",
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda _done: None,
) -> Report:
    """Store the files. `progress` is told how many rows each batch held."""
    began = time.monotonic()
    report = Report(kind, source, [str(one.path) for one in pending], dry_run=dry_run)
    items = [item for one in pending for item in _items(one)]
    report.headers = pending[0].table.headers
    report.ignored = [name for one in pending for name in one.understood.ignored]
    this = Run(actor, today, source)
    with transaction.atomic() if dry_run else nullcontext():
        _store(kind, items, this, progress)
        if dry_run:
            transaction.set_rollback(True)
    report.implied = +this.implied
    report.usernames = this.usernames
    for item in items:
        _count(item, report)
    report.seconds = time.monotonic() - began
    return report


def _items(one: Pending) -> list[Item]:
    places = one.understood.places.items()
    return [
        Item(str(one.path), line.number, {name: line.cells[place] for name, place in places})
        for line in one.table.lines
    ]


def _store(kind: FileKind, items: list[Item], this: Run, progress) -> None:
    whole = {FileKind.USERS: users, FileKind.ACCOUNTS: accounts, FileKind.TEAMS: teams}
    if kind in whole:
        with transaction.atomic():
            whole[kind].take(items, this)
        progress(len(items))
        return
    taker = people.People(this) if kind is FileKind.PEOPLE else interactions.Interactions(this)
    for start in range(0, len(items), BATCH):
        batch = items[start : start + BATCH]
        with transaction.atomic():
            taker.take(batch)
        progress(len(batch))
    with transaction.atomic():
        taker.finish()


def _count(item: Item, report: Report) -> None:
    if not item.stands:
        report.rejected.append(item)
    elif item.row.outcome is Outcome.CREATED:
        report.created += 1
    elif item.row.outcome is Outcome.UPDATED:
        report.updated += 1
    else:
        report.unchanged += 1
