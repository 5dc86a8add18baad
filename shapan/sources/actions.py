"""Remembering by which key an outside system knows a row of ours."""

from django.db import transaction

from shapan.foundation import bulk
from shapan.sources.models import ExternalKey


@transaction.atomic
def remember(*, source: str, kind: str, keys: dict[str, int]) -> None:
    """Store {key: our id} for one source; a key that is known already keeps its row."""
    known = set(bulk.rows(ExternalKey, "key", keys, ("key",), source=source, kind=kind))
    fresh = [key for key in keys if (key,) not in known]
    if fresh:
        bulk.insert(
            ExternalKey,
            source=[source] * len(fresh),
            kind=[kind] * len(fresh),
            key=fresh,
            object_id=[keys[key] for key in fresh],
        )
