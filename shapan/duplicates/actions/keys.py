"""The keys of entries, written in the transaction that changes what they are made of."""

from collections.abc import Mapping

from django.db import transaction

from shapan.duplicates.models import Key
from shapan.duplicates.rules.likeness import Look, keys
from shapan.foundation import bulk
from shapan.foundation.models import Scope


@transaction.atomic
def note_keys(kind: str, looks: Mapping[int, Look | None]) -> None:
    """Make the keys of these entries what they look like now; None for an entry that is gone."""
    due = {(pk, key) for pk, look in looks.items() if look is not None for key in keys(look)}
    known = bulk.rows(Key, "object_id", looks, ("object_id", "key", "pk"), kind=kind)
    standing = {(pk, key): row for pk, key, row in known}
    for part in bulk.parts(row for noted, row in standing.items() if noted not in due):
        Key.objects.scope(Scope.WRITE).filter(pk__in=part).delete()
    fresh = sorted(due - standing.keys())
    if fresh:
        bulk.insert(Key, kind=[kind] * len(fresh), object_id=[pk for pk, _k in fresh], key=[key for _pk, key in fresh])
