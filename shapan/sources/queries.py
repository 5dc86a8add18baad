"""Looking rows up by the keys other systems know them by."""

from shapan.foundation.bulk import parts
from shapan.foundation.models import Scope
from shapan.sources.models import ExternalKey


def keys_of(kind: str, ids) -> dict[int, str]:
    """One outside key for each of our ids, the first by source; rows that came from no file are missing."""
    rows = ExternalKey.objects.scope(Scope.POLICY).filter(kind=kind, object_id__in=ids).order_by("-source")
    return dict(rows.values_list("object_id", "key"))


def objects_with_key(kind: str, key: str) -> list[int]:
    """Our ids known by this key in any outside system."""
    rows = ExternalKey.objects.scope(Scope.POLICY).filter(kind=kind, key=key)
    return sorted(set(rows.values_list("object_id", flat=True)))


def objects_by_key(source: str, kind: str, keys) -> dict[str, int]:
    """Our ids of the rows that one source knows by these keys."""
    rows = ExternalKey.objects.scope(Scope.POLICY).filter(source=source, kind=kind)
    return {key: pk for part in parts(keys) for key, pk in rows.filter(key__in=part).values_list("key", "object_id")}


def objects_keyed(source: str, kind: str, ids) -> set[int]:
    """Those of our ids that one source has a key for."""
    rows = ExternalKey.objects.scope(Scope.POLICY).filter(source=source, kind=kind)
    return {pk for part in parts(ids) for pk in rows.filter(object_id__in=part).values_list("object_id", flat=True)}


def keys_to(kind: str, ids) -> list[tuple[int, int]]:
    """(row of the key, our id) for every key that any source has for one of our ids."""
    rows = ExternalKey.objects.scope(Scope.POLICY).filter(kind=kind)
    return [row for part in parts(ids) for row in rows.filter(object_id__in=part).values_list("pk", "object_id")]


def targets(key_ids) -> list[tuple[int, str, int]]:
    """(row of the key, kind, our id) for rows of keys."""
    rows = ExternalKey.objects.scope(Scope.POLICY)
    return [row for part in parts(key_ids) for row in rows.filter(pk__in=part).values_list("pk", "kind", "object_id")]
