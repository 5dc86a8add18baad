"""Looking rows up by the keys other systems know them by."""

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
