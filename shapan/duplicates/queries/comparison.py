"""Two entries side by side, with what hangs on each; merges that can be taken back; where an entry went."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from shapan.duplicates import policies, registry, rows
from shapan.duplicates.registry import Holding, Kind
from shapan.duplicates.rules.likeness import Likeness, Look, likeness
from shapan.foundation.models import Scope
from shapan.identity import queries as identity


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One field of two entries. `differs` where a person has to choose; `take` is the side proposed."""

    name: str
    label: object
    kept: object
    away: object
    take: str

    @property
    def differs(self) -> bool:
        return self.kept != self.away


@dataclass(frozen=True, slots=True)
class Hanging:
    """Rows of one kind on each side; `double` of them stand on both and are kept once."""

    label: object
    kept: int
    away: int
    double: int


@dataclass(frozen=True, slots=True)
class Comparison:
    kept: Look
    away: Look
    likeness: Likeness
    fields: tuple[FieldChoice, ...]
    hanging: tuple[Hanging, ...]
    kept_version: int
    away_version: int


@dataclass(frozen=True, slots=True)
class MergeDone:
    id: int
    kind: str
    kept: str
    kept_id: int
    away: str
    away_id: int
    merged_by: str
    merged_on: date


def comparison(*, actor, kind: str, kept_id: int, away_id: int, today: date) -> Comparison | None:
    """None unless the actor may edit both."""
    what, ids = registry.KINDS[kind], (kept_id, away_id)
    if kept_id == away_id or policies.editable_among(actor, what, ids, today) != set(ids):
        return None
    looks = what.looks(sorted(ids), actor=actor, today=today)
    entries = what.table.objects.scope(Scope.POLICY).in_bulk(ids)
    kept, away = entries[kept_id], entries[away_id]
    return Comparison(
        looks[kept_id],
        looks[away_id],
        likeness(looks[kept_id], looks[away_id]),
        tuple(_field(name, label, kept, away) for name, label in what.fields.items()),
        tuple(filter(None, (_hanging(one, actor, today, ids) for one in _shown(what)))),
        kept.version,
        away.version,
    )


def merges(*, actor, today: date, kind: str | None = None, limit: int = 20) -> list[MergeDone]:
    """Merges that the actor may take back, the latest first."""
    standing = policies.merges_open_to(actor, today).filter(undone_on=None)
    standing = standing if kind is None else standing.filter(kind=kind)
    done = list(standing.order_by("-pk")[:limit])
    names = identity.names({one.merged_by_id for one in done})
    kept = {kind: _named(registry.KINDS[kind], done, actor, today) for kind in sorted({one.kind for one in done})}
    return [
        MergeDone(
            one.pk, one.kind, kept[one.kind].get(one.kept_id, ""), one.kept_id, one.entry["values"]["name"],
            one.away_id, names[one.merged_by_id], one.merged_on,
        )
        for one in done
    ]  # fmt: skip


def survivors(kind: str, ids) -> dict[int, int]:
    """{id of an entry that went: id of the one it lives on in}; the caller asks whether the reader may see that one."""
    into: dict[int, int] = {}
    wanted = set(ids)
    while wanted:  # once for each merge of a merged entry: hardly ever twice
        found = dict(policies.gone(kind, wanted).values_list("away_id", "kept_id"))
        into |= found
        wanted = set(found.values()) - into.keys()
    return {pk: _last(into, pk) for pk in ids if pk in into}


def _last(into: dict[int, int], pk: int) -> int:
    while pk in into:
        pk = into[pk]
    return pk


def _named(kind: Kind, done, actor, today: date) -> dict[int, str]:
    ids = sorted({one.kept_id for one in done if one.kind == kind.name})
    return {pk: look.name for pk, look in kind.looks(ids, actor=actor, today=today).items()}


def _shown(kind: Kind) -> list[Holding]:
    return [holding for holding in registry.holdings(kind) if holding.rows is not None]


def _field(name: str, label, kept, away) -> FieldChoice:
    """Something is better than nothing; else the kept entry's own value."""
    mine, theirs = getattr(kept, name), getattr(away, name)
    return FieldChoice(name, label, mine, theirs, "away" if theirs and not mine else "kept")


def _hanging(holding: Holding, actor, today: date, ids: tuple[int, int]) -> Hanging | None:
    """What the actor may see of it; nothing when there is nothing."""
    column = holding.table._meta.get_field(holding.column).attname
    found = list(holding.rows(actor, today, ids).filter(**{f"{column}__in": ids}))
    sides = {pk: [row for row in found if getattr(row, column) == pk] for pk in ids}
    count = Counter({pk: len(side) for pk, side in sides.items()})
    if not found:
        return None
    double = rows.clashing(holding, sides[ids[1]], sides[ids[0]], ids[0])
    return Hanging(holding.label, count[ids[0]], count[ids[1]], len(double))
