"""Reads of imports: one's own, what a file looks like, and the fate of its rows."""

from dataclasses import dataclass, field
from datetime import date, datetime

from shapan.accounts import queries as accounts
from shapan.identity import queries as identity
from shapan.imports import files, policies, reading
from shapan.imports.models import Import
from shapan.imports.rules import columns
from shapan.imports.terms import AT_WORK, FileKind, LeftOut, Status
from shapan.jobs import queries as jobs
from shapan.jobs.terms import State
from shapan.kernel.batches import Outcome

SAMPLES, PAGE, LISTED = 5, 100, 200
STEPS = {
    Status.MAPPING: 2, Status.CHECKING: 3, Status.CHECKED: 3, Status.REFUSED: 4, Status.STORING: 4, Status.STORED: 5,
    Status.UNDOING: 5, Status.UNDONE: 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """One import, as its list shows it and as the head of its page does."""

    id: int
    version: int
    name: str
    kind: FileKind
    source: str
    uploader: str
    uploaded_at: datetime
    status: Status
    total: int
    done: int
    counts: dict[Outcome, int]
    has_file: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class Page:
    """`left_out` and `implied` count what was not kept and what was named along the way; `kept` says what an undo left
    standing; `work` where the worker is, when one is needed; `near` names only like ours; `assumed` what no cell said.
    """

    facts: Facts
    account: str
    message: str
    stops: tuple[int, ...]
    left_out: dict[LeftOut, int]
    implied: dict[str, int]
    kept: tuple[dict, ...]
    work: jobs.Standing | None
    changed: bool
    near: tuple[dict, ...] = ()
    assumed: dict[str, str] = field(default_factory=dict)

    @property
    def can_undo(self) -> bool:
        return self.changed and not self.at_work

    @property
    def at_work(self) -> bool:
        """A worker has it, or will."""
        return self.facts.status in AT_WORK and not self.failed

    @property
    def failed(self) -> bool:
        """It was handed to a worker, and no worker will come back to it."""
        over = self.work is None or self.work.state in {State.FAILED, State.DONE}
        return self.facts.status in AT_WORK and over

    @property
    def step(self) -> int:
        """Of file, columns, dry run and import; 5 is the report."""
        return STEPS[self.facts.status]

    @property
    def may_map(self) -> bool:
        open_still = {Status.MAPPING, Status.CHECKED, Status.REFUSED} | ({Status.CHECKING} if self.failed else set())
        return self.facts.mine and self.facts.has_file and not self.facts.done and self.facts.status in open_still

    @property
    def may_store(self) -> bool:
        """After a dry run with something in it to store; after a stop, with something left."""
        if not self.facts.mine or not self.facts.has_file or self.facts.done == self.facts.total:
            return False
        checked = self.facts.status is Status.CHECKED and self.writes > 0
        stopped = self.facts.status is Status.REFUSED and self.facts.done > 0
        return checked or stopped or (self.facts.status is Status.STORING and self.failed)

    @property
    def writes(self) -> int:
        return self.facts.counts[Outcome.CREATED] + self.facts.counts[Outcome.UPDATED]


@dataclass(frozen=True, slots=True)
class Fate:
    place: int
    number: int
    what: str
    outcome: Outcome
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Header:
    """A column of the file with what stands in its first rows, and what it is taken for."""

    header: str
    samples: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """`fixed`: a vCard, whose columns are what they are."""

    headers: tuple[Header, ...]
    rows: int
    fixed: bool
    account_id: int | None


def imports(*, actor, today: date) -> list[Facts]:
    """The actor's imports, the latest first; an administrator's are everybody's."""
    rows = list(policies.imports_open_to(actor, today).order_by("-pk")[:LISTED])
    names = identity.names({row.uploader_id for row in rows})
    return [_facts(row, names, actor) for row in rows]


def page(*, actor, import_id: int, today: date, now: datetime) -> Page | None:
    """None when there is no such import, or none of the actor's."""
    row = policies.imports_open_to(actor, today).filter(pk=import_id).first()
    if row is None:
        return None
    named = accounts.names([row.account_id], actor=actor, today=today) if row.account_id else {}
    return Page(
        facts=_facts(row, identity.names({row.uploader_id}), actor),
        account=named.get(row.account_id, ""),
        message=row.message,
        stops=tuple(row.stops),
        left_out={LeftOut(what): count for what, count in sorted(row.notes.get("left_out", {}).items())},
        implied=row.notes.get("implied", {}),
        kept=tuple(row.kept),
        work=jobs.standing(row.task_id, now=now) if row.status in AT_WORK else None,
        changed=policies.changes_open_to(actor, today).filter(of=row).exists(),
        near=tuple(row.notes.get("near", ())),
        assumed=row.notes.get("assumed", {}),
    )


def fates(
    *, actor, import_id: int, today: date, outcome: str = "", after: int | None = None, limit: int = PAGE
) -> list[Fate]:
    """What became of the rows, in the order of the file; of one outcome, and after a place, when they are named."""
    found = policies.lines_open_to(actor, today).filter(of_id=import_id)
    if outcome:
        found = found.filter(outcome=outcome)
    if after is not None:
        found = found.filter(place__gt=after)
    rows = found.order_by("place").values_list("place", "number", "what", "outcome", "column", "reason")[:limit]
    return [Fate(place, number, what, Outcome(fate), *why) for place, number, what, fate, *why in rows]


def sheet(*, actor, import_id: int, today: date) -> Sheet | None:
    """The head of the file: each column with samples, and what it is taken for by choice, by habit or by its name."""
    row = policies.imports_open_to(actor, today).filter(pk=import_id).exclude(file="").first()
    if row is None:
        return None
    table = files.read(row.file, row.name)
    names = _names(actor, row, table)
    samples = zip(*(line.cells for line in table.lines[:SAMPLES]), strict=True)
    headers = tuple(
        Header(header, tuple(str(cell) for cell in cells), names.get(header, ""))
        for header, cells in zip(table.headers, samples, strict=True)
        if header
    )
    return Sheet(headers, len(table.lines), table.source == reading.VCARD, row.account_id)


def rejected(*, actor, import_id: int, today: date) -> tuple[str, tuple, list[tuple]] | None:
    """(name of the file, its headers, [(cells, column, reason)]) of the rows that did not go in."""
    row = policies.imports_open_to(actor, today).filter(pk=import_id).exclude(file="").first()
    if row is None:
        return None
    table = files.read(row.file, row.name)
    lines = policies.lines_open_to(actor, today).filter(of=row, outcome=Outcome.REJECTED).order_by("place")
    told = lines.values_list("place", "column", "reason")
    return row.name, table.headers, [(table.lines[place].cells, column, reason) for place, column, reason in told]


def sources_used(actor) -> list[str]:
    """The systems this colleague brought files from before."""
    return sorted(set(policies.columns_of(actor).exclude(source="").values_list("source", flat=True)))


def _names(actor, row: Import, table: reading.Table) -> dict[str, str]:
    """{header: name}."""
    if row.columns:
        return {header: name for name, header in row.columns.items()}
    kind = FileKind(row.kind)
    asked = policies.columns_of(actor).filter(source=row.source, kind=kind)
    habit = dict(asked.values_list("header", "name"))
    known = {header: habit[columns.plain(header)] for header in table.headers if columns.plain(header) in habit}
    unknown = tuple("" if header in known else header for header in table.headers)
    understood = columns.understand(kind, unknown)
    guessed = {table.headers[place]: name for name, place in understood.places.items() if name not in known.values()}
    return known | guessed


def _facts(row: Import, names: dict[int, str], actor) -> Facts:
    return Facts(
        id=row.pk,
        version=row.version,
        name=row.name,
        kind=FileKind(row.kind),
        source=row.source,
        uploader=names.get(row.uploader_id, ""),
        uploaded_at=row.uploaded_at,
        status=Status(row.status),
        total=row.total,
        done=row.done,
        counts={outcome: getattr(row, outcome.value) for outcome in Outcome},
        has_file=bool(row.file),
        mine=row.uploader_id == actor.pk,
    )
