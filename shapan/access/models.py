from django.db import models
from django.db.models import Q

from shapan.access.terms import Level, Reason
from shapan.foundation.models import Record


class Grant(Record):
    """One account opened to one principal: a colleague, or everyone posted in a unit or beneath it.

    `account_id` is a plain number since accounts lie above this app. `until` is the first day it no longer holds.
    """

    derived = True

    account_id = models.BigIntegerField()
    user = models.ForeignKey("identity.User", models.CASCADE, null=True, blank=True, related_name="+")
    unit = models.ForeignKey("identity.Unit", models.CASCADE, null=True, blank=True, related_name="+")
    level = models.CharField(max_length=8, choices=[(level, level) for level in Level])
    reason = models.CharField(max_length=20, choices=[(reason, reason) for reason in Reason])
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, unit__isnull=True) | Q(user__isnull=True, unit__isnull=False),
                name="access_grant_one_principal",
            ),
        ]
        indexes = [
            models.Index(fields=["user", "account_id"], name="access_grant_user"),
            models.Index(fields=["unit", "account_id"], name="access_grant_unit"),
            models.Index(fields=["account_id"], name="access_grant_account"),
        ]

    def __str__(self):
        return f"{self.user_id or self.unit_id} → {self.account_id} ({self.level})"
