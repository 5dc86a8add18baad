from django.db import models

from shapan.foundation.ledger import Act
from shapan.foundation.models import Record, Versioned
from shapan.imports.terms import FileKind, Status
from shapan.kernel.batches import Outcome


def _choices(words):
    return [(word.value, word.value) for word in words]


class Import(Versioned):
    """One file brought in by the browser, from upload to report, and perhaps taken back.

    `done` of `total` rows are stored, together with their effects, piece by piece; `holder` is the run that may store
    the next piece; `stops` tells at which row a run ended before the file did. `account_id` is the company of rows
    that name none.
    """

    uploader = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    uploaded_on = models.DateField()
    uploaded_at = models.DateTimeField(auto_now_add=True)
    kind = models.CharField(max_length=20, choices=_choices(FileKind))
    source = models.CharField(max_length=80, blank=True)
    name = models.CharField(max_length=200)
    file = models.CharField(max_length=80, blank=True)
    columns = models.JSONField(default=dict, blank=True)
    account_id = models.BigIntegerField(null=True, blank=True)
    status = models.CharField(max_length=12, choices=_choices(Status), default=Status.MAPPING)
    task_id = models.UUIDField(null=True, blank=True)
    holder = models.CharField(max_length=60, blank=True)
    stops = models.JSONField(default=list, blank=True)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    notes = models.JSONField(default=dict, blank=True)
    message = models.TextField(blank=True)
    kept = models.JSONField(default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["uploader", "-id"], name="imports_import_uploader")]

    def __str__(self):
        return self.name


class Column(Record):
    """What a colleague once said that a header of such a file means; nothing: that it is left out."""

    user = models.ForeignKey("identity.User", models.CASCADE, related_name="+")
    source = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=20, choices=_choices(FileKind))
    header = models.CharField(max_length=200)
    name = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "source", "kind", "header"], name="imports_column_once"),
        ]

    def __str__(self):
        return f"{self.header} → {self.name}"


class Line(Record):
    """The fate of one row: of the dry run first, then of the import. `place` counts rows from 0, `number` as the file.

    `carried` is what later rows of the same file must know of this one, should the run be continued by another.
    """

    of = models.ForeignKey(Import, models.CASCADE, related_name="+")
    place = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=10, choices=_choices(Outcome))
    column = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    account_id = models.BigIntegerField(null=True, blank=True)
    carried = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "place"], name="imports_line_once")]
        indexes = [models.Index(fields=["of", "outcome", "place"], name="imports_line_outcome")]

    def __str__(self):
        return f"{self.number}: {self.outcome}"


class Change(Record):
    """One row of the database that an import touched, and what stood in it before: see foundation.ledger."""

    of = models.ForeignKey(Import, models.CASCADE, related_name="+")
    label = models.CharField(max_length=60)
    key = models.BigIntegerField()
    act = models.CharField(max_length=8, choices=_choices(Act))
    before = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "label", "key"], name="imports_change_once")]

    def __str__(self):
        return f"{self.act} {self.label} {self.key}"
