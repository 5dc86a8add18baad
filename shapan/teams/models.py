from django.db import models
from django.db.models import F, Q

from shapan.foundation.models import Versioned
from shapan.teams.terms import SeatRole


class Seat(Versioned):
    """A colleague's place on an account team, from a day to a day. It opens the account: see `actions`."""

    account = models.ForeignKey("accounts.Account", models.CASCADE, related_name="+")
    holder = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=[(role, role) for role in SeatRole])
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")), name="teams_seat_period"
            ),
        ]
        indexes = [models.Index(fields=["account", "role"], name="teams_seat_account")]

    def __str__(self):
        return f"{self.holder_id} {self.role} @ {self.account_id}"
