from django.db import models

from shapan.foundation.models import Record


class CompetitorStanding(Record):
    """The level, on our own scale, at which a competitor stands with a person of a customer, as seen on a day."""

    account = models.ForeignKey("accounts.Account", models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    competitor = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    level = models.SmallIntegerField()
    observed_on = models.DateField()
    statement = models.CharField(max_length=500)
    recorded_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "-observed_on"], name="intelligence_standing_person")]

    def __str__(self):
        return f"{self.competitor_id} at {self.person_id}: {self.level}"
