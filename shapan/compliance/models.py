from django.db import models

from shapan.compliance.terms import Door, State
from shapan.foundation.models import Versioned


def _choices(words):
    return [(word.value, word.value) for word in words]


class Quarantine(Versioned):
    """One submission that was not stored where it was meant to go, whole. `content` is {field: text}, empty once it is
    destroyed; `marks` know the texts again without holding them.
    """

    writer = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)
    door = models.CharField(max_length=10, choices=_choices(Door))
    place = models.CharField(max_length=80, blank=True)
    account_id = models.BigIntegerField(null=True, blank=True)
    categories = models.JSONField(default=list, blank=True)
    fields = models.JSONField(default=list, blank=True)
    content = models.JSONField(default=dict, blank=True)
    marks = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=10, choices=_choices(State), default=State.HELD)
    decided_by = models.ForeignKey("identity.User", models.PROTECT, null=True, blank=True, related_name="+")
    decided_on = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "-id"], name="compliance_quarantine_state")]

    def __str__(self):
        return f"{self.pk} {self.state}"
