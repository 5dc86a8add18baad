from django.db import models
from django.db.models import F, Q

from shapan.foundation.models import Record, Versioned
from shapan.opportunities.terms import Element, Orientation
from shapan.projects.terms import Check, ClassReason, DecidingLevel, GateKind, Outcome, ProjectClass


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


class Project(Versioned):
    """An opportunity run as a project: its class by rule or by somebody's word, with the reason."""

    opportunity = models.OneToOneField("opportunities.Opportunity", models.CASCADE, related_name="+")
    project_class = models.CharField(max_length=1, choices=_choices(ProjectClass))
    by_rule = models.CharField(max_length=1, choices=_choices(ProjectClass))
    reason = models.CharField(max_length=12, choices=_choices(ClassReason))
    first_of_kind = models.BooleanField(default=False)
    why = models.CharField(max_length=500, blank=True)
    opened_on = models.DateField()
    opened_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(project_class=F("by_rule")) | ~Q(why=""), name="projects_override_has_reason"
            ),
        ]

    def __str__(self):
        return f"{self.opportunity_id} {self.project_class}"


class Question(Versioned):
    """One line of a checklist that somebody is to find out, or has: by when, who, what, on what it stands."""

    opportunity = models.ForeignKey("opportunities.Opportunity", models.CASCADE, related_name="+")
    about = models.CharField(max_length=20, choices=_choices(Check))
    owner = models.ForeignKey("identity.User", models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    value = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    statement = models.CharField(max_length=500, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey("identity.User", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["opportunity", "about"], name="projects_question_once")]

    def __str__(self):
        return f"{self.opportunity_id} {self.about}"


class Gate(Versioned):
    """A gate asked for, and decided: by whom, in whose place, on which checklist. The checklist is kept as it was."""

    opportunity = models.ForeignKey("opportunities.Opportunity", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=4, choices=_choices(GateKind))
    asked_on = models.DateField()
    asked_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    outcome = models.CharField(max_length=12, choices=_choices(Outcome), blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey("identity.User", models.PROTECT, null=True, blank=True, related_name="+")
    instead_of = models.ForeignKey("identity.User", models.PROTECT, null=True, blank=True, related_name="+")
    level = models.CharField(max_length=12, choices=_choices(DecidingLevel), blank=True)
    why = models.CharField(max_length=1000, blank=True)
    conditions = models.CharField(max_length=1000, blank=True)
    exception_money = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    snapshot = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["opportunity", "kind"], condition=Q(outcome=""), name="projects_gate_open_once"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_on__isnull=True) | (~Q(outcome="") & Q(decided_on__isnull=False)),
                name="projects_gate_decided_on",
            ),
        ]

    def __str__(self):
        return f"{self.opportunity_id} {self.kind}"


class AuthorityTable(Record):
    """The delegation of authority from a day on, as a whole."""

    since = models.DateField()
    rows = models.JSONField()
    set_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    why = models.CharField(max_length=500)

    def __str__(self):
        return f"{self.since}"


class Delegation(Record):
    """Somebody decides in another's place from a day to a day."""

    giver = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    delegate = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField()
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ended_on__gt=F("started_on")), name="projects_delegation_period"),
            models.CheckConstraint(condition=~Q(giver=F("delegate")), name="projects_delegation_other"),
        ]

    def __str__(self):
        return f"{self.giver_id} → {self.delegate_id}"
