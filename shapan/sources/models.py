from django.db import models

from shapan.foundation.models import Record


class ExternalKey(Record):
    """The key one of our rows has in an outside system. A row may have keys in several systems, one in each."""

    source = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=300)
    object_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "kind", "key"], name="sources_key_once"),
        ]
        indexes = [models.Index(fields=["kind", "object_id"], name="sources_key_object")]

    def __str__(self):
        return f"{self.source}:{self.kind}:{self.key}"
