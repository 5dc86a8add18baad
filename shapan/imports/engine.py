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
from shapan.imports.kinds import accounts, interactions, opportunities, people, products, teams, users
from shapan.imports.kinds.common import Item, Run
from shapan.imports.reading import FileRefused
from shapan.imports.rules import columns
from shapan.imports.rules.columns import Understood
from shapan.imports.terms import FileKind
from shapan.imports.withholding import MARK, is_withheld, told, withhold
from shapan.kernel.batches import Outcome

BATCH = 5000


@dataclass(slots=True)
class Report:
    """What became of the rows. `rejected` keeps the items with their reasons, in the order of the files; `usernames`
    says the name of each colleague who is new, `near` which names were only like ours, `assumed` what no cell said.
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
    near: list = field(default_factory=list)
    assumed: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    left_out: Counter = field(default_factory=Counter)
    headers: tuple[str, ...] = ()
    dry_run: bool = False
    seconds: float = 0.0


@dataclass(slots=True)
class Pending:
    """A file read and understood, nothing written yet."""

    path: Path
    table: reading.Table
    understood: Understood


def prepare(
    kind: FileKind, paths: list[Path], given: Mapping[str, str] | None = None, *, at: int | None = None
) -> list[Pending]:
    """Read and understand every file. Raises FileRefused for the first that cannot be taken."""
    pending = []
    for path in paths:
        table = reading.read(path)
        if table.source == reading.VCARD and kind is not FileKind.PEOPLE:
            raise FileRefused(_("{path} holds vCards: import it as people.").format(path=path))
        understood = columns.understand(kind, table.headers, given)
        if understood.twice:
            told = _("{path}: two columns could both be “{column}”. Say which with --map.")
            raise FileRefused(told.format(path=path, column=understood.twice[0]))
        missing = [name for name in understood.missing if name != "account" or not at]
        if missing:
            told = _("{path}: no column for “{column}”. Known names: {names}. Or say which with --map.")
            names = (missing[0], *columns.SYNONYMS[kind][missing[0]])
            raise FileRefused(told.format(path=path, column=missing[0], names=", ".join(names)))
        pending.append(Pending(path, table, understood))
    return pending


def run(
    kind: FileKind,
    pending: list[Pending],
    *,
    actor,
    today: date,
    source: str = "",
    accepted: Mapping[str, str] | None = None,
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda _done: None,
) -> Report:
    """Store the files. `progress` is told how many rows each batch held; `accepted` joins spellings to our names."""
    began = time.monotonic()
    report = Report(kind, source, [str(one.path) for one in pending], dry_run=dry_run)
    for one in pending:
        one.table = withhold(one.table, actor=actor, today=today, name=one.path.name, keep=not dry_run)
    items = [item for one in pending for item in items_of(one)]
    report.headers = pending[0].table.headers
    report.ignored = [name for one in pending for name in one.understood.ignored]
    report.left_out = sum((one.table.left_out for one in pending), Counter())
    this = Run(actor, today, source or pending[0].table.source, accepted=accepted or {})
    with transaction.atomic() if dry_run else nullcontext():
        _store(kind, items, this, progress)
        if dry_run:
            transaction.set_rollback(True)
    report.implied = +this.implied
    report.usernames = this.usernames
    report.near, report.assumed = list(this.near.values()), this.assumed
    for item in items:
        _count(item, report)
    report.seconds = time.monotonic() - began
    return report


def items_of(one: Pending) -> list[Item]:
    """The lines of a file on their way in; those that cannot be read are rejected already."""
    places = one.understood.places.items()
    items = []
    for line in one.table.lines:
        item = Item(str(one.path), line.number, {name: line.cells[place] for name, place in places})
        if line.trouble:
            item.reject("", line.trouble)
        elif is_withheld(line.cells):
            item.reject(one.table.headers[line.cells.index(MARK)], told())
        items.append(item)
    return items


WHOLE = {
    FileKind.USERS: users,
    FileKind.ACCOUNTS: accounts,
    FileKind.TEAMS: teams,
    FileKind.PRODUCTS: products,
}
IN_PIECES = {
    FileKind.PEOPLE: people.People,
    FileKind.INTERACTIONS: interactions.Interactions,
    FileKind.OPPORTUNITIES: opportunities.Opportunities,
}


class Whole:
    """A kind whose rows name each other: a file is stored in one piece, and nothing is carried from piece to piece."""

    def __init__(self, kind: FileKind, this: Run):
        self.take_all, self.run = WHOLE[kind].take, this

    def take(self, items: list[Item]) -> None:
        self.take_all(items, self.run)

    def finish(self) -> None:
        """Nothing waits for the end of the file."""

    def carried(self, item: Item) -> None:
        """Nothing is carried from one piece to the next."""


def taker_of(kind: FileKind, this: Run):
    """What takes the pieces of one file, in their order, and knows what went before."""
    return Whole(kind, this) if kind in WHOLE else IN_PIECES[kind](this)


def piece(kind: FileKind, items: list[Item], start: int, size: int) -> list[Item]:
    """The rows to store next, in one transaction."""
    return items[start:] if kind in WHOLE else items[start : start + size]


def _store(kind: FileKind, items: list[Item], this: Run, progress) -> None:
    taker, done = taker_of(kind, this), 0
    while done < len(items):
        batch = piece(kind, items, done, BATCH)
        with transaction.atomic():
            taker.take(batch)
        done += len(batch)
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
