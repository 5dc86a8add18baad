"""Who may compare, merge and take back: whoever may edit both entries (each kind says what that is)."""

from datetime import date

from django.db.models import Q, QuerySet

from shapan.duplicates import registry
from shapan.duplicates.models import Distinct, Key, Merge
from shapan.duplicates.registry import Kind
from shapan.foundation.models import Scope, listed


def keys_of(ids: QuerySet | None, kind: Kind) -> QuerySet[Key]:
    """Keys of these entries; None: of all."""
    everything = Key.objects.scope(Scope.POLICY).filter(kind=kind.name)
    return everything if ids is None else everything.filter(object_id__in=ids)


def editable_among(actor, kind: Kind, ids, today: date) -> set[int]:
    """Those of these entries that stand and that the actor may edit."""
    found = kind.table.objects.scope(Scope.POLICY).filter(pk__in=listed(ids))
    mine = kind.editable(actor, today)
    return set((found if mine is None else found.filter(pk__in=mine)).values_list("pk", flat=True))


def told_apart(kind: Kind, ids) -> QuerySet[Distinct]:
    """Among entries already open to the actor."""
    known = listed(ids)
    return Distinct.objects.scope(Scope.POLICY).filter(kind=kind.name, first_id__in=known, second_id__in=known)


def merges_open_to(actor, today: date) -> QuerySet[Merge]:
    """Merges that the actor may take back: one's own, of entries one may still edit; all for whoever may edit all."""
    either = Q(pk__in=[])
    for kind in registry.KINDS.values():
        mine = kind.editable(actor, today)
        either |= Q(kind=kind.name) if mine is None else Q(kind=kind.name, kept_id__in=mine, merged_by=actor)
    return Merge.objects.scope(Scope.POLICY).filter(either)


def gone(kind: str, ids) -> QuerySet[Merge]:
    """Merges by which these entries went. It names ids only: what they went into is judged by the caller."""
    return Merge.objects.scope(Scope.POLICY).filter(kind=kind, away_id__in=listed(ids), undone_on=None)
