"""How rows follow an entry that goes into another, and how they come back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2s

from django.db.models import ForeignKey, Model, Q, UniqueConstraint

from shapan.duplicates import registry
from shapan.duplicates.registry import Holding, Kind
from shapan.foundation.bulk import parts
from shapan.foundation.models import Scope
from shapan.kernel.periods import overlaps

PLAIN = (bool, int, float, str, list, dict)


@dataclass(slots=True)
class Carried:
    """What followed, as Merge stores it."""

    moved: dict[str, dict[str, str]] = field(default_factory=dict)
    dropped: list[dict] = field(default_factory=list)


def carry_over(kind: Kind, away: int, kept: int) -> Carried:
    """Every row about `away` is about `kept` now; a row that `kept` has already is taken out and kept in the merge."""
    carried, following = Carried(), []
    for holding in registry.holdings(kind):
        rows = _rows_of(holding, away)
        double = clashing(holding, rows, _rows_of(holding, kept), kept)
        carried.dropped += [told(row) for row in rows if row.pk in double]
        _delete(holding.table, double)
        ids = [row.pk for row in rows if row.pk not in double]
        following.append((holding, ids))
        for part in parts(ids):
            holding.table.objects.scope(Scope.WRITE).filter(pk__in=part).update(**{holding.column: kept})
    for holding, ids in following:
        if ids:
            carried.moved[holding.key] = {str(row.pk): fingerprint(row) for row in _by_id(holding.table, ids)}
    return carried


def clashing(holding: Holding, mine: Iterable[Model], theirs: Iterable[Model], kept: int) -> set[int]:
    """Of `mine`, the rows that cannot stand beside `theirs` at one entry: the same said twice, or of both to itself."""
    ends = [other.column for other in registry.HOLDINGS.values() if _other_end(holding, other)]
    twice = {row.pk for row in mine for end in ends if getattr(row, _attname(holding, end)) == kept}
    for columns, condition in _said_once(holding):
        known = {tuple(getattr(row, name) for name in columns) for row in _bound(theirs, condition)}
        twice |= {row.pk for row in _bound(mine, condition) if tuple(getattr(row, name) for name in columns) in known}
    if holding.once:
        columns = tuple(_attname(holding, name) for name in holding.once)
        twice |= {row.pk for row in mine if any(_at_once(row, other, columns) for other in theirs)}
    return twice


def changed_since(moved: dict[str, dict[str, str]], dropped: list[dict]) -> list[object]:
    """Labels of the holdings whose rows are not what the merge left: changed, moved on, or gone."""
    changed = []
    for key, prints in moved.items():
        holding = registry.HOLDINGS[key]
        now = {str(row.pk): fingerprint(row) for row in _by_id(holding.table, map(int, prints))}
        if now != prints:
            changed.append(holding.label)
    for entry in dropped:
        table = registry.apps.get_model(entry["model"])
        homes = [column for column in table._meta.concrete_fields if isinstance(column, ForeignKey)]
        if any(_home_is_gone(entry, column) for column in homes):
            changed.append(table._meta.verbose_name)
    return changed


def bring_back(away: int, moved: dict[str, dict[str, str]], dropped: list[dict]) -> None:
    """The opposite of carry_over, once `away` stands again and nothing has changed since."""
    for key, prints in moved.items():
        holding = registry.HOLDINGS[key]
        for part in parts(map(int, prints)):
            holding.table.objects.scope(Scope.WRITE).filter(pk__in=part).update(**{holding.column: away})
    for entry in dropped:
        restore(entry)


def told(row: Model) -> dict:
    """The whole row as JSON can hold it."""
    values = {column.attname: _told(column.value_from_object(row)) for column in row._meta.concrete_fields}
    return {"model": row._meta.label, "values": values}


def restore(entry: dict) -> None:
    """Write a row again exactly as it was told, its key included."""
    table = registry.apps.get_model(entry["model"])
    columns = {column.attname: column for column in table._meta.concrete_fields}
    values = {name: columns[name].to_python(value) for name, value in entry["values"].items()}
    table(**values).save_base(raw=True, force_insert=True)


def delete(row: Model) -> None:
    _delete(type(row), {row.pk})


def fingerprint(row: Model) -> str:
    return blake2s(repr(sorted(told(row)["values"].items())).encode(), digest_size=6).hexdigest()


def _delete(table: type[Model], ids: set[int]) -> None:
    """Without cascades: what still pointed here would be lost unseen, so the database is to refuse."""
    for part in parts(ids):
        rows = table.objects.scope(Scope.WRITE).filter(pk__in=part)
        rows._raw_delete(rows.db)  # noqa: SLF001 -- the only deletion of Django that never cascades


def _rows_of(holding: Holding, pk: int) -> list[Model]:
    return list(holding.table.objects.scope(Scope.WRITE).filter(**{holding.column: pk}, **holding.where).order_by("pk"))


def _by_id(table: type[Model], ids: Iterable[int]) -> list[Model]:
    return [row for part in parts(ids) for row in table.objects.scope(Scope.WRITE).filter(pk__in=part)]


def _attname(holding: Holding, name: str) -> str:
    return holding.table._meta.get_field(name).attname


def _other_end(holding: Holding, other: Holding) -> bool:
    return other.model == holding.model and other.kind == holding.kind and other.column != holding.column


def _said_once(holding: Holding) -> list[tuple[tuple[str, ...], Q | None]]:
    """The other columns of each uniqueness that the column is part of, and which rows it binds: None for all."""
    unique = [one for one in holding.table._meta.constraints if isinstance(one, UniqueConstraint)]
    return [
        (tuple(_attname(holding, name) for name in one.fields if name != holding.column), one.condition)
        for one in unique
        if holding.column in one.fields
    ]


def _bound(rows: Iterable[Model], condition: Q | None) -> list[Model]:
    """Those of the rows, all of one table, for which the condition holds."""
    rows = list(rows)
    if condition is None or not rows:
        return rows
    table = type(rows[0]).objects.scope(Scope.WRITE).filter(condition)
    held = {
        pk for part in parts([row.pk for row in rows]) for pk in table.filter(pk__in=part).values_list("pk", flat=True)
    }
    return [row for row in rows if row.pk in held]


def _at_once(row: Model, other: Model, columns: tuple[str, ...]) -> bool:
    same = all(getattr(row, name) == getattr(other, name) for name in columns)
    return same and overlaps(row.started_on, row.ended_on, other.started_on, other.ended_on)


def _home_is_gone(entry: dict, column: ForeignKey) -> bool:
    pk, table = entry["values"][column.attname], column.related_model
    if pk is None or entry["model"] == table._meta.label or table in {kind.table for kind in registry.KINDS.values()}:
        return False  # the entries themselves are judged by the action
    return not table._base_manager.filter(pk=pk).exists()


def _told(value):
    return value if value is None or isinstance(value, PLAIN) else str(value)
