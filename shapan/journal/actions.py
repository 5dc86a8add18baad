"""The only way into the journal."""

from enum import StrEnum

from django.db import connection
from django.db.models.functions import Now

from shapan.journal.models import Event


def record(
    *, actor, tag: StrEnum, subject=None, account_id: int | None = None, person_id: int | None = None, **particulars
):
    """Write one event. Call it inside the transaction of the change it tells, or neither must stand."""
    if not connection.in_atomic_block:
        raise RuntimeError("An event and the change it tells belong in one transaction.")
    event = Event(
        at=Now(),
        actor=actor,
        tag=str(tag),
        subject_id=getattr(subject, "pk", None),
        account_id=account_id,
        person_id=person_id,
        particulars=particulars,
    )
    event.save()
    return event
