from django.db import models
from django.db.models import Q

from shapan.foundation.models import Record
from shapan.opportunities.terms import Element, Orientation


def _choices(terms):
    return [(term.value, term.value) for term in terms]


class OpportunityUnit(Record):
    """The decision unit of an opportunity."""

    opportunity = models.OneToOneField("opportunities.Opportunity", models.CASCADE, related_name="+")
    unit = models.OneToOneField("decisions.DecisionUnit", models.CASCADE, related_name="+")
    derived_on = models.DateField()
    derived_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")

    def __str__(self):
        return f"{self.opportunity_id} {self.unit_id}"


class Assessment(Record):
    """The four elements of an opportunity on a day, as one of us has seen them. Never changed: the next one is new.

    The support index is kept as it stood, for our points of the relationship follow from it.
    """

    part_of = "opportunity"

    opportunity = models.ForeignKey("opportunities.Opportunity", models.CASCADE, related_name="+")
    on = models.DateField()
    by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    orientation = models.CharField(max_length=12, choices=_choices(Orientation))
    rival = models.CharField(max_length=120, blank=True)
    support_index = models.FloatField(null=True, blank=True)
    policy_version = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["opportunity", "-id"], name="projects_assessment_latest")]

    def __str__(self):
        return f"{self.opportunity_id} {self.on}"


class ElementScore(Record):
    """Points 0 to 10 of one element, ours and the best rival's, with what they stand on; null is unknown."""

    part_of = "assessment"

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="+")
    element = models.CharField(max_length=12, choices=_choices(Element))
    ours = models.FloatField(null=True, blank=True)
    ours_why = models.CharField(max_length=500, blank=True)
    rival = models.FloatField(null=True, blank=True)
    rival_why = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "element"], name="projects_element_once"),
            models.CheckConstraint(
                condition=(Q(ours__isnull=True) | Q(ours__range=(0, 10)))
                & (Q(rival__isnull=True) | Q(rival__range=(0, 10))),
                name="projects_element_points",
            ),
        ]

    def __str__(self):
        return f"{self.element} {self.ours}:{self.rival}"
