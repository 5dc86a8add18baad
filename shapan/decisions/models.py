from django.db import models
from django.db.models import F, Q

from shapan.decisions.terms import Chain, Confidence, Influence, SeatCode
from shapan.foundation.models import Record, Versioned


def _choices(terms):
    return [(term.value, term.value) for term in terms]


class DecisionUnit(Versioned):
    """Those who decide together on one kind of purchase at one customer. Each customer has a default unit."""

    account = models.ForeignKey("accounts.Account", models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    is_default = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=Q(is_default=True), name="decisions_one_default_unit"
            ),
        ]

    def __str__(self):
        return self.name


class DecisionSeat(Versioned):
    """A seat in a decision unit: the part it plays, what it weighs, whether the decision needs it; until the day the
    customer no longer decides that way.
    """

    unit = models.ForeignKey(DecisionUnit, models.CASCADE, related_name="+")
    code = models.CharField(max_length=1, choices=_choices(SeatCode))
    chain = models.CharField(max_length=20, choices=_choices(Chain), blank=True)
    label = models.CharField(max_length=120, blank=True)
    weight = models.FloatField(null=True, blank=True)
    required = models.BooleanField(default=True)
    ended_on = models.DateField(null=True, blank=True)

    def __str__(self):
        return f"{self.code} {self.label}".strip()


class SeatHolder(Record):
    """A person in a decision seat, from a day to a day: when the person leaves the post, the chair is empty again."""

    seat = models.ForeignKey(DecisionSeat, models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    influence = models.CharField(max_length=1, choices=_choices(Influence), null=True, blank=True)
    share = models.FloatField(default=1.0)
    confidence = models.CharField(max_length=10, choices=_choices(Confidence), default=Confidence.UNKNOWN)
    source = models.CharField(max_length=300, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(started_on__isnull=True) | Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="decisions_holder_period",
            ),
            models.CheckConstraint(condition=Q(share__gt=0), name="decisions_holder_share"),
        ]

    def __str__(self):
        return f"{self.person_id} on {self.seat_id}"
