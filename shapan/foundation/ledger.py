"""What a stretch of work wrote with `foundation.bulk`, row by row, so that it can be taken back later.

Taking back never destroys what came after: a row that somebody changed since stays, a row on which something hangs
stays, and so does what those rows need. The caller has checked the right to all of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

Row = tuple[str, int]  # label of the model, key


class Act(StrEnum):
    """What was done to a row."""

    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"


class Why(StrEnum):
    """Why a row stays when the rest is taken back."""

    CHANGED = "changed"
    HANGING = "hanging"
    NEEDED = "needed"


@dataclass(slots=True)
class Entry:
    """One row touched. `before` holds what stood in it; `version` where it stands now, for rows that have one."""

    act: Act
    before: dict[str, object] = field(default_factory=dict)
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that stays. `by` counts what hangs on it, by label."""

    row: Row
    why: Why
    by: tuple[tuple[str, int], ...] = ()


class Ledger(dict[Row, Entry]):
    """Everything written while it was open."""

    def created(self, model: type[models.Model], keys) -> None:
        version = 1 if has_version(model) else None
        self.update({(model._meta.label, key): Entry(Act.CREATED, {}, version) for key in keys})

    def changed(self, model: type[models.Model], before: dict[int, dict[str, object]], *, versioned: bool) -> None:
        for key, values in before.items():
            version = values.pop("version", None)
            entry = self.setdefault((model._meta.label, key), Entry(Act.CHANGED, {}, version))
            if entry.version is not None and versioned:
                entry.version += 1
            if entry.act is Act.CHANGED:
                entry.before = values | entry.before

    def deleted(self, model: type[models.Model], before: dict[int, dict[str, object]]) -> None:
        for key, values in before.items():
            entry = self.pop((model._meta.label, key), None)
            if entry is None or entry.act is not Act.CREATED:
                self[model._meta.label, key] = Entry(Act.DELETED, values)


_open: ContextVar[Ledger | None] = ContextVar("ledger", default=None)


@contextmanager
def watching() -> Iterator[Ledger]:
    """Keep account of what `bulk` writes."""
    ledger = Ledger()
    token = _open.set(ledger)
    try:
        yield ledger
    finally:
        _open.reset(token)


def for_model(model: type[models.Model]) -> Ledger | None:
    """The open ledger, unless the rows of this model follow from others and are never taken back by themselves."""
    return None if getattr(model, "derived", False) else _open.get()


def has_version(model: type[models.Model]) -> bool:
    return any(one.name == "version" for one in model._meta.concrete_fields)


def values_of(model: type[models.Model], keys, names) -> dict[int, dict[str, object]]:
    """{key: {field name: value as JSON can hold it}} of rows as they stand; foreign keys as numbers."""
    fields = {name: model._meta.get_field(name).attname for name in names}
    found: dict[int, dict[str, object]] = {}
    for part in _parts(keys):
        for key, *values in model._base_manager.filter(pk__in=part).values_list("pk", *fields.values()):
            found[key] = {name: _plain(value) for name, value in zip(fields, values, strict=True)}
    return found


def _plain(value):
    return value if value is None or isinstance(value, (bool, int, float, str)) else DjangoJSONEncoder().default(value)


def _parts(keys, size: int = 900) -> Iterator[list]:
    known = list(keys)
    for start in range(0, len(known), size):
        yield known[start : start + size]


def names_of(label: str, keys) -> list[str]:
    """What rows are called, of a model whose rows have a name or a title."""
    model = apps.get_model(label)
    fields = {one.name for one in model._meta.concrete_fields}
    called = next((name for name in ("name", "title") if name in fields), None)
    return [values[called] for values in values_of(model, keys, [called]).values() if values[called]] if called else []


class Judgement:
    """Which rows of a ledger can be taken back, and why the others cannot. Reads only."""

    def __init__(self, entries: dict[Row, Entry], *, also: dict[Row, Counter] | None = None):
        """`also`: what else hangs on rows, where no foreign key shows it."""
        self.entries, self.kept = entries, {}
        self.rows: dict[Act, dict[str, set[int]]] = {act: defaultdict(set) for act in Act}
        for (label, key), entry in entries.items():
            self.rows[entry.act][label].add(key)
        self.created = self.rows[Act.CREATED]
        self._gone_and_changed()
        hanging = defaultdict(Counter, {row: Counter(count) for row, count in (also or {}).items()})
        self._count_hanging(hanging)
        for row, count in hanging.items():
            if row in entries:
                self.kept.setdefault(row, Kept(row, Why.HANGING, tuple(sorted(count.items()))))
        self._spread()

    def _gone_and_changed(self) -> None:
        """Rows that somebody deleted are nobody's to restore; rows that moved on stay as they are."""
        self.gone: set[Row] = set()
        for act in (Act.CREATED, Act.CHANGED):
            for label, keys in self.rows[act].items():
                model = apps.get_model(label)
                versioned = has_version(model)
                standing = values_of(model, keys, ["version"] if versioned else [])
                for key in keys:
                    row = (label, key)
                    if key not in standing:
                        self.gone.add(row)
                    elif versioned and standing[key]["version"] != self.entries[row].version:
                        self.kept[row] = Kept(row, Why.CHANGED)

    def _count_hanging(self, hanging) -> None:
        """Rows of others that point to a row created here, unless pointing is what will be taken back."""
        for label, keys in self.created.items():
            for relation in apps.get_model(label)._meta.get_fields(include_hidden=True):
                if not (relation.one_to_many or relation.one_to_one) or relation.concrete:
                    continue
                other, name = relation.related_model, relation.field.name
                if getattr(other, "derived", False):
                    continue
                for pk, key in _pointing(other, relation.field.attname, keys):
                    row = (other._meta.label, pk)
                    if self._stays(row, name):
                        hanging[label, key][other._meta.label] += 1

    def _stays(self, row: Row, name: str) -> bool:
        """Whether this row will still point where it points by that field; for rows created here `_spread` says."""
        entry = self.entries.get(row)
        if entry is None:
            return True
        return entry.act is Act.CHANGED and (row in self.kept or name not in entry.before)

    def _spread(self) -> None:
        """What a kept row points to stays, and the parts of a kept row stay with it."""
        points, parts = self._bonds()
        waiting = [row for row in self.kept if self.entries[row].act is Act.CREATED]
        while waiting:
            row = waiting.pop()
            for other in (*points[row], *parts[row]):
                if other not in self.kept:
                    self.kept[other] = Kept(other, Why.NEEDED)
                    waiting.append(other)

    def _bonds(self) -> tuple[dict[Row, list[Row]], dict[Row, list[Row]]]:
        """Among the rows created here: which point to which, and which are parts of which."""
        points, parts = defaultdict(list), defaultdict(list)
        for label, keys in self.created.items():
            model = apps.get_model(label)
            links = [one for one in model._meta.concrete_fields if one.is_relation]
            whole = getattr(model, "part_of", "")
            for key, values in values_of(model, keys, [one.name for one in links]).items():
                for link in links:
                    other = (link.related_model._meta.label, values[link.name])
                    if other in self.entries and self.entries[other].act is Act.CREATED:
                        points[label, key].append(other)
                        if link.name == whole:
                            parts[other].append((label, key))
        return points, parts


def _pointing(model: type[models.Model], attname: str, keys) -> Iterator[tuple[int, int]]:
    for part in _parts(keys):
        yield from model._base_manager.filter(**{f"{attname}__in": part}).values_list("pk", attname)


def take_back(judged: Judgement) -> list[Row]:
    """Restore what was changed, delete what was created, bring back what was deleted; what is kept stays.

    Foreign keys are checked when the transaction ends, so the order does not matter, and whatever would leave a row
    pointing nowhere undoes the undoing. Returns the rows touched.
    """
    from shapan.foundation import bulk  # noqa: PLC0415 -- bulk writes into ledgers

    free = {row: entry for row, entry in judged.entries.items() if row not in judged.kept and row not in judged.gone}
    by_act: dict[Act, dict[str, dict[int, dict]]] = {act: defaultdict(dict) for act in Act}
    for (label, key), entry in free.items():
        by_act[entry.act][label][key] = entry.before
    for label, rows in by_act[Act.CHANGED].items():
        model = apps.get_model(label)
        bulk.update(model, {key: _typed(model, before) for key, before in rows.items() if before})
    for label, rows in by_act[Act.CREATED].items():
        bulk.delete(apps.get_model(label), rows)
    for label, rows in by_act[Act.DELETED].items():
        model = apps.get_model(label)
        standing = values_of(model, rows, [])
        for key, before in rows.items():
            if key not in standing:
                bulk.insert(model, [key], **{name: [value] for name, value in _typed(model, before).items()})
    return list(free)


def _typed(model: type[models.Model], values: dict[str, object]) -> dict[str, object]:
    fields = {name: model._meta.get_field(name) for name in values}
    return {
        name: value if fields[name].is_relation else fields[name].to_python(value) for name, value in values.items()
    }
