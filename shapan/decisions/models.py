from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from shapan.decisions.terms import (
    Authority,
    BudgetSource,
    Chain,
    Confidence,
    Influence,
    Procedure,
    PurchasingModel,
    SeatCode,
)
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
    customer no longer decides that way. With an `account`, it stands at another company than the unit: headquarters.
    With a `post`, it follows from how they decide: whoever holds the post sits in it.
    """

    unit = models.ForeignKey(DecisionUnit, models.CASCADE, related_name="+")
    account = models.ForeignKey("accounts.Account", models.CASCADE, null=True, blank=True, related_name="+")
    post = models.ForeignKey("people.Post", models.SET_NULL, null=True, blank=True, related_name="+")
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


class DecisionMode(Versioned):
    """How a customer decides on one kind of purchase (domain.md §7.1); without a category, on all that have no mode of
    their own. Empty is unknown. Amounts are in `currency`; ranks run from 1, the most important.
    """

    account = models.ForeignKey("accounts.Account", models.CASCADE, related_name="+")
    category = models.CharField(max_length=80, blank=True)
    model = models.CharField(max_length=20, choices=_choices(PurchasingModel), blank=True)
    headquarters = models.ForeignKey("accounts.Account", models.SET_NULL, null=True, blank=True, related_name="+")
    shortlisted = models.BooleanField(null=True, blank=True)
    reported = models.BooleanField(null=True, blank=True)
    authority = models.CharField(max_length=20, choices=_choices(Authority), blank=True)
    collective_threshold = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    procedure = models.CharField(max_length=20, choices=_choices(Procedure), blank=True)
    budget_source = models.CharField(max_length=20, choices=_choices(BudgetSource), blank=True)
    currency = models.CharField(max_length=3, default="CNY")
    price_rank = models.PositiveSmallIntegerField(null=True, blank=True)
    technology_rank = models.PositiveSmallIntegerField(null=True, blank=True)
    relationship_rank = models.PositiveSmallIntegerField(null=True, blank=True)
    calendar = models.CharField(max_length=500, blank=True)
    criteria = models.CharField(max_length=500, blank=True)
    acceptance_decider = models.ForeignKey("people.Post", models.SET_NULL, null=True, blank=True, related_name="+")
    payment_decider = models.ForeignKey("people.Post", models.SET_NULL, null=True, blank=True, related_name="+")
    source = models.CharField(max_length=300, blank=True)
    grade = models.CharField(max_length=2, blank=True, validators=[RegexValidator(r"^[A-F][1-6]$")])
    valid_to = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "category"], condition=Q(ended_on__isnull=True), name="decisions_mode_once"
            ),
        ]

    def __str__(self):
        return self.category or "*"


class AmountBand(Record):
    """From this amount on, up to the next band's, this post of the customer decides."""

    part_of = "mode"

    mode = models.ForeignKey(DecisionMode, models.CASCADE, related_name="+")
    amount_from = models.DecimalField(max_digits=18, decimal_places=2)
    post = models.ForeignKey("people.Post", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mode", "amount_from"], name="decisions_band_once"),
            models.CheckConstraint(condition=Q(amount_from__gte=0), name="decisions_band_not_negative"),
        ]

    def __str__(self):
        return f"{self.amount_from}: {self.post_id}"
