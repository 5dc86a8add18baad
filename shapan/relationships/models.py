from django.db import models
from django.db.models import F, Q

from shapan.foundation.models import Record
from shapan.relationships.terms import Criterion, General, PersonKind, Roof


class Evidence(Record):
    """What was seen or heard that shows a level in one criterion, and who verified it. It expires: rules.levels."""

    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    criterion = models.CharField(max_length=20, choices=[(c, c) for c in Criterion])
    level = models.SmallIntegerField()
    statement = models.CharField(max_length=1000)
    observed_on = models.DateField()
    interaction = models.ForeignKey("interactions.Interaction", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    recorded_on = models.DateField()
    verified_by = models.ForeignKey("identity.User", models.PROTECT, null=True, blank=True, related_name="+")
    verified_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-observed_on"], name="relationships_evidence_day")]
        constraints = [
            models.CheckConstraint(condition=Q(level__gte=-1, level__lte=4), name="relationships_evidence_level"),
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True) | ~Q(verified_by=F("recorded_by")),
                name="relationships_evidence_second_person",
            ),
        ]

    def __str__(self):
        return f"{self.criterion} {self.level}: {self.statement}"


class Claim(Record):
    """The level one of us says a person stands at, from a day on. It is shown beside the evidence, never instead."""

    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    level = models.SmallIntegerField()
    claimed_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    claimed_on = models.DateField()
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-claimed_on"], name="relationships_claim_day")]
        constraints = [
            models.CheckConstraint(condition=Q(level__gte=-1, level__lte=4), name="relationships_claim_level"),
        ]

    def __str__(self):
        return f"{self.person_id} claimed at {self.level}"


class Settlement(Record):
    """A manager records that a person's opposition is over; opposition seen up to that day no longer forces -1."""

    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=1000)
    settled_on = models.DateField()
    settled_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")

    def __str__(self):
        return f"{self.person_id} settled on {self.settled_on}"


class Target(Record):
    """The level we want a person to reach by a day."""

    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    level = models.SmallIntegerField()
    set_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    set_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level__gte=-1, level__lte=4), name="relationships_target_level"),
        ]

    def __str__(self):
        return f"{self.person_id} to {self.level}"


class KindTag(Record):
    """One of the six kinds, said of a person at an account by one of us, with the reason, from a day to a day."""

    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in PersonKind])
    reason = models.CharField(max_length=500)
    tagged_on = models.DateField()
    tagged_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "person", "kind"],
                condition=Q(ended_on__isnull=True),
                name="relationships_kind_once",
            ),
        ]

    def __str__(self):
        return f"{self.person_id} {self.kind}"


class IndicatorReading(Record):
    """One reading of an indicator of the foundation or of the roof, by a person, with what it rests on."""

    account = models.ForeignKey("accounts.Account", models.CASCADE, related_name="+")
    indicator = models.CharField(max_length=40, choices=[(i.value, i.value) for i in (*General, *Roof)])
    value = models.FloatField()
    statement = models.CharField(max_length=1000)
    observed_on = models.DateField()
    recorded_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["account", "indicator", "-observed_on"], name="relationships_indicator_day")]

    def __str__(self):
        return f"{self.indicator} {self.value}"
