from django.db import models

from shapan.foundation.models import Record


class OpportunityUnit(Record):
    """The decision unit of an opportunity."""

    opportunity = models.OneToOneField("opportunities.Opportunity", models.CASCADE, related_name="+")
    unit = models.OneToOneField("decisions.DecisionUnit", models.CASCADE, related_name="+")
    derived_on = models.DateField()
    derived_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")

    def __str__(self):
        return f"{self.opportunity_id} {self.unit_id}"
