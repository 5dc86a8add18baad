from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from shapan.foundation.models import Record


class Key(Record):
    """What an entry may be found by when another looks like it: rules.likeness.keys. Written with the entry."""

    derived = True

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    key = models.CharField(max_length=240)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id", "key"], name="duplicates_key_once")]
        indexes = [models.Index(fields=["kind", "key", "object_id"], name="duplicates_key_shared")]

    def __str__(self):
        return f"{self.kind} {self.object_id}: {self.key}"


class Distinct(Record):
    """A colleague has looked at two entries and says that they are not the same."""

    kind = models.CharField(max_length=20)
    first_id = models.BigIntegerField()
    second_id = models.BigIntegerField()
    told_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    told_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "first_id", "second_id"], name="duplicates_distinct_once"),
            models.CheckConstraint(condition=Q(first_id__lt=F("second_id")), name="duplicates_distinct_in_order"),
        ]

    def __str__(self):
        return f"{self.kind} {self.first_id} is not {self.second_id}"


class Merge(Record):
    """Two entries became one: `away` went into `kept`. Holds all that is needed to take it back.

    `entry`: the row that went, whole. `facts`: {field: [before, after]} of the kept one. `moved`: {table.column: {row:
    fingerprint}}. `dropped`: rows that stood on both sides, whole.
    """

    kind = models.CharField(max_length=20)
    kept_id = models.BigIntegerField()
    away_id = models.BigIntegerField()
    merged_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    merged_on = models.DateField()
    entry = models.JSONField(encoder=DjangoJSONEncoder)
    facts = models.JSONField(encoder=DjangoJSONEncoder)
    moved = models.JSONField()
    dropped = models.JSONField(encoder=DjangoJSONEncoder)
    undone_by = models.ForeignKey("identity.User", models.PROTECT, null=True, blank=True, related_name="+")
    undone_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "away_id"], condition=Q(undone_on__isnull=True), name="duplicates_gone_once"
            ),
        ]
        indexes = [models.Index(fields=["kind", "kept_id"], name="duplicates_merge_kept")]

    def __str__(self):
        return f"{self.kind} {self.away_id} into {self.kept_id}"
