"""Abstract models: reads that name their scope, rows that know their version.

The default manager of every model of ours refuses to answer until the caller says under which right it reads
(`Scope`). Code that forgot an actor therefore sees an exception, not the whole table. Django's own machinery
(saving, following a foreign key) uses `_base_manager`, which is not affected.
"""

from enum import StrEnum

from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from shapan.kernel.errors import EditConflict


class UnscopedRead(RuntimeError):
    """A queryset was asked for without saying under which right."""


class Scope(StrEnum):
    """Why this code may start from all rows. The architecture tests hold each to its modules."""

    POLICY = "a policy narrows it to what the actor may see"
    WRITE = "an action that has checked the actor's right"
    SYSTEM = "maintenance that answers no person: imports' keys, drift checks, benches"


class ScopedManager(models.Manager):
    """`Model.objects.scope(Scope.POLICY)`; anything else raises."""

    def get_queryset(self):
        raise UnscopedRead(f"{self.model._meta.label}: name a scope, or go through the app's policies.")

    def scope(self, scope: Scope) -> models.QuerySet:
        return self._queryset_class(self.model, using=self._db, hints={"scope": scope})


class Record(models.Model):
    """Base of every model: scoped reads."""

    objects = ScopedManager()

    class Meta:
        abstract = True

    def full_clean(self, exclude=None, *, validate_unique=False, validate_constraints=False):
        """Fields only, unless asked: uniqueness is the database's to judge.

        Django would look for a twin through the default manager, which refuses, and the answer could tell a
        stranger that a row exists. Actions catch the database's refusal where a twin can happen.
        """
        super().full_clean(exclude=exclude, validate_unique=validate_unique, validate_constraints=validate_constraints)


class Versioned(Record):
    """An editable row: every change names the version it was read at."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


def change(row: Versioned, *, version: int | None = None, **values) -> dict[str, list]:
    """Write the fields that differ and return {field: [old, new]}, ready for the journal; {} when nothing differs.

    `version` is the version the person read. Raises EditConflict when the row has moved on since, so that two
    people never overwrite each other unseen. None skips the check, for changes that do not come from a form.
    """
    read_at = row.version if version is None else version
    diff = {}
    for name, new in values.items():
        field = row._meta.get_field(name)
        old = getattr(row, field.attname)
        new_value = new.pk if isinstance(new, models.Model) else new
        if old != new_value:
            diff[name] = [_plain(old), _plain(new_value)]
            setattr(row, field.attname, new_value)
    if read_at != row.version:
        raise EditConflict(_conflict())
    if not diff:
        return {}
    row.full_clean()
    written = {row._meta.get_field(name).attname: getattr(row, row._meta.get_field(name).attname) for name in diff}
    _advance(row, read_at, written)
    return diff


def touch(row: Versioned, *, version: int) -> None:
    """Advance the version when what changes hangs on the row and is not a field of it."""
    _advance(row, version, {})


def _advance(row: Versioned, read_at: int, written: dict[str, object]) -> None:
    hit = type(row)._base_manager.filter(pk=row.pk, version=read_at).update(version=F("version") + 1, **written)
    if not hit:
        raise EditConflict(_conflict())
    row.version = read_at + 1


def _conflict() -> str:
    return _("Somebody else has changed this meanwhile. Your input is kept below: compare and save again.")


def _plain(value):
    """As the journal's JSON can hold it."""
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def listed(ids) -> RawSQL | list:
    """Row ids for `field__in=…`, written out: as parameters, Django would prepare some hundreds one by one."""
    written = ",".join(str(int(pk)) for pk in ids)
    return RawSQL(written, []) if written else []  # noqa: S611 -- whole numbers


def in_force(day, start: str = "started_on", end: str = "ended_on") -> Q:
    """Rows whose half-open period [start, end) covers `day`; an open side is null."""
    return (Q(**{f"{start}__isnull": True}) | Q(**{f"{start}__lte": day})) & (
        Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": day})
    )
