from django.db import models

from shapan.foundation.models import Record, Versioned
from shapan.fulfilment.models.contracts import Contract, Deliverable, choices, colleague
from shapan.fulfilment.terms import AcceptanceKind, AcceptanceState, Result


class Acceptance(Versioned):
    """The customer tests deliverables, item by item, and confirms. Its version moves with its items and issues."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=5, choices=choices(AcceptanceKind))
    state = models.CharField(max_length=11, choices=choices(AcceptanceState), default=AcceptanceState.DRAFT)
    planned_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self):
        return f"{self.contract_id} {self.kind}"


class Covered(Record):
    """A deliverable that an acceptance covers."""

    part_of = "acceptance"

    acceptance = models.ForeignKey(Acceptance, models.CASCADE, related_name="+")
    deliverable = models.ForeignKey(Deliverable, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["acceptance", "deliverable"], name="fulfilment_covered_once")]

    def __str__(self):
        return f"{self.acceptance_id} {self.deliverable_id}"


class AcceptanceStep(Record):
    """One step of an acceptance: who, when, why."""

    part_of = "acceptance"

    acceptance = models.ForeignKey(Acceptance, models.CASCADE, related_name="+")
    before = models.CharField(max_length=11, choices=choices(AcceptanceState), blank=True)
    after = models.CharField(max_length=11, choices=choices(AcceptanceState))
    on = models.DateField()
    by = colleague()
    why = models.TextField(blank=True)

    def __str__(self):
        return f"{self.acceptance_id} {self.before} → {self.after}"


class AcceptanceItem(Record):
    """One thing that is tested; without a result it is not judged yet."""

    part_of = "acceptance"

    acceptance = models.ForeignKey(Acceptance, models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    result = models.CharField(max_length=11, choices=choices(Result), blank=True)
    note = models.CharField(max_length=500, blank=True)
    judged_on = models.DateField(null=True, blank=True)
    judged_by = colleague(null=True, blank=True)

    def __str__(self):
        return self.name


class Issue(Record):
    """Something found in the test that is put right before the customer is asked to confirm."""

    part_of = "acceptance"

    acceptance = models.ForeignKey(Acceptance, models.CASCADE, related_name="+")
    words = models.CharField(max_length=500)
    raised_on = models.DateField()
    raised_by = colleague()
    closed_on = models.DateField(null=True, blank=True)
    closed_by = colleague(null=True, blank=True)
    outcome = models.CharField(max_length=500, blank=True)

    def __str__(self):
        return self.words
