"""Where upper apps say what may be compared and merged, and how their rows follow.

A merge walks the schema: every column that points to a merged entry must be registered with `holds`, or the merge
refuses to run (and a test fails). Tables are named, not imported: nobody's models are touched from here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.apps import apps
from django.db.models import ForeignKey, Model, QuerySet


@dataclass(frozen=True, slots=True)
class Kind:
    """What may be written down twice.

    `looks(ids, actor=…, today=…)` gives {id: rules.likeness.Look} of what the actor may see. `known` and `editable`
    (actor, today) give querysets of ids, None for all. `places(ids)` are the accounts whose journals tell of a merge.
    `note(ids)` writes the keys of changed entries again; `moved(ids)` is told what was merged or taken apart.
    """

    name: str
    model: str
    label: object  # lazy
    plural: object
    looks: Callable
    known: Callable[[object, date], QuerySet | None]
    editable: Callable[[object, date], QuerySet | None]
    places: Callable[[list[int]], set[int]]
    note: Callable[[list[int]], None]
    page: str  # the address of one entry
    fields: dict[str, object] = field(default_factory=dict)  # what a person chooses between; none: never merged
    moved: Callable[[list[int]], None] = lambda _ids: None
    home: Callable | None = None  # (id, actor, today): where a new entry is typed, and the ids to compare it with

    @property
    def table(self) -> type[Model]:
        return apps.get_model(self.model)


@dataclass(frozen=True, slots=True)
class Holding:
    """One column that points to an entry. `rows(actor, today, ids)` is what the actor may see of the table.

    `once`: columns of which one entry has each value once at a time (beside what the database holds unique).
    `where`: only these rows, for columns that point to several kinds.
    """

    kind: str
    model: str
    column: str
    label: object
    rows: Callable | None = None
    once: tuple[str, ...] = ()
    where: dict[str, str] = field(default_factory=dict)

    @property
    def table(self) -> type[Model]:
        return apps.get_model(self.model)

    @property
    def key(self) -> str:
        return f"{self.model}.{self.column}"


KINDS: dict[str, Kind] = {}
HOLDINGS: dict[str, Holding] = {}


def compare(kind: Kind) -> None:
    """Register what may be compared and merged."""
    KINDS[kind.name] = kind


def holds(kind: str, column: str, label, **how) -> None:
    """Register a column that points to entries of a kind, as "app.Model.column"; `how` as Holding has it."""
    model, _dot, name = column.rpartition(".")
    holding = Holding(kind, model, name, label, **how)
    HOLDINGS[holding.key] = holding


def holdings(kind: Kind) -> list[Holding]:
    return [holding for holding in HOLDINGS.values() if holding.kind == kind.name]


def unregistered(kind: Kind) -> set[str]:
    """Columns of the schema that point to this kind and that nobody has registered."""
    pointing = {
        f"{model._meta.label}.{column.name}"
        for model in apps.get_models(include_auto_created=True)
        for column in model._meta.get_fields()
        if isinstance(column, ForeignKey) and column.related_model is kind.table and column.model is model
    }
    return pointing - HOLDINGS.keys()
