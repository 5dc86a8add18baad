from django.db import models

from shapan.foundation.models import Record


class SavedView(Record):
    """A question somebody asks of a list again and again: its conditions, columns and order, under a name."""

    owner = models.ForeignKey("identity.User", models.CASCADE, related_name="+")
    page = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "page", "name"], name="lists_view_once")]

    def __str__(self):
        return self.name


class ActDone(Record):
    """Something done to several rows at once, with what is needed to take it back."""

    name = models.CharField(max_length=40)
    actor = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    done_on = models.DateField()
    rows = models.PositiveIntegerField()
    told = models.JSONField()
    undone_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["actor", "name", "-id"], name="lists_act_actor")]

    def __str__(self):
        return f"{self.name} x {self.rows}"
