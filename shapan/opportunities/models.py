from django.db import models
from django.db.models import Q

from shapan.foundation.models import Record, Versioned
from shapan.opportunities.terms import CLOSED, Element, Ending, LeadState, Reason, Route, Stage


def _choices(terms):
    return [(term.value, term.value) for term in terms]


def _money(**how):
    return models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True, **how)


class Product(Versioned):
    """Something we sell, once by name. Every colleague may know it."""

    name = models.CharField(max_length=200, unique=True)
    series = models.CharField(max_length=120, blank=True)
    list_price = _money()
    currency = models.CharField(max_length=3, blank=True)

    def __str__(self):
        return self.name


class ExchangeRate(Record):
    """From that day on, one unit of the currency is worth so much of the reporting currency."""

    currency = models.CharField(max_length=3)
    since = models.DateField()
    value = models.DecimalField(max_digits=20, decimal_places=8)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["currency", "since"], name="opportunities_rate_once"),
            models.CheckConstraint(condition=Q(value__gt=0), name="opportunities_rate_positive"),
        ]

    def __str__(self):
        return f"{self.currency} {self.since}"


class Opportunity(Versioned):
    """One purchase a customer may make from us. Files bring some whose customer is not known."""

    account = models.ForeignKey("accounts.Account", models.PROTECT, null=True, blank=True, related_name="+")
    owner = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    amount = _money()
    currency = models.CharField(max_length=3, blank=True)
    category = models.CharField(max_length=120, blank=True)
    route = models.CharField(max_length=10, choices=_choices(Route), default=Route.DIRECT)
    stage = models.CharField(max_length=12, choices=_choices(Stage), default=Stage.DISCOVERY)
    opened_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    ending = models.CharField(max_length=12, choices=_choices(Ending), blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(stage__in=[stage.value for stage in CLOSED]),
                name="opportunities_decided_when_closed",
            ),
            models.CheckConstraint(condition=Q(ending="") | Q(stage=Stage.LOST), name="opportunities_ending_when_lost"),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | (Q(amount__gte=0) & ~Q(currency="")),
                name="opportunities_amount_has_currency",
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "expected_on", "-id"], name="opportunities_opp_expected"),
            models.Index(fields=["stage", "-decided_on", "-id"], name="opportunities_opp_decided"),
        ]

    def __str__(self):
        return self.name


class SalesTarget(Versioned):
    """What a colleague, with everybody led, is to win in a calendar quarter; in the reporting currency."""

    owner = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    quarter = models.DateField()
    amount = models.DecimalField(max_digits=20, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "quarter"], name="opportunities_target_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="opportunities_target_positive"),
        ]

    def __str__(self):
        return f"{self.owner_id} {self.quarter}"


class OpportunityLine(Record):
    """A product in an opportunity."""

    part_of = "opportunity"

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="+")
    product = models.ForeignKey(Product, models.PROTECT, related_name="+")
    quantity = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    amount = _money()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["opportunity", "product"], name="opportunities_line_once"),
        ]

    def __str__(self):
        return f"{self.opportunity_id} {self.product_id}"


class StageChange(Record):
    """One step of an opportunity: who, when, why. The first has no stage before it."""

    part_of = "opportunity"

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="+")
    before = models.CharField(max_length=12, choices=_choices(Stage), blank=True)
    after = models.CharField(max_length=12, choices=_choices(Stage))
    on = models.DateField()
    by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    why = models.TextField(blank=True)

    def __str__(self):
        return f"{self.opportunity_id} {self.before} → {self.after}"


class DatePush(Record):
    """The day of the expected decision moved: from, to, who, when, why."""

    part_of = "opportunity"

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="+")
    before = models.DateField(null=True, blank=True)
    after = models.DateField(null=True, blank=True)
    on = models.DateField()
    by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    why = models.TextField(blank=True)

    def __str__(self):
        return f"{self.opportunity_id} {self.before} → {self.after}"


class Review(Record):
    """Why it was won or lost, found out by somebody else than its owner: what the owner says, what the customer says,
    what the reviewer holds, each for itself.
    """

    part_of = "opportunity"

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, related_name="+")
    by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    on = models.DateField()
    spoke_with = models.CharField(max_length=200)
    owner_reason = models.CharField(max_length=12, choices=_choices(Reason), blank=True)
    owner_words = models.TextField(blank=True)
    customer_reason = models.CharField(max_length=12, choices=_choices(Reason), blank=True)
    customer_words = models.TextField(blank=True)
    reviewer_reason = models.CharField(max_length=12, choices=_choices(Reason))
    reviewer_words = models.TextField()
    element = models.CharField(max_length=12, choices=_choices(Element), blank=True)

    def __str__(self):
        return f"{self.opportunity_id} {self.reviewer_reason}"


class Lead(Versioned):
    """Something that may become an opportunity. New and without an owner, it lies in the pool."""

    name = models.CharField(max_length=200)
    company = models.CharField(max_length=200, blank=True)
    account = models.ForeignKey("accounts.Account", models.PROTECT, null=True, blank=True, related_name="+")
    owner = models.ForeignKey("identity.User", models.PROTECT, null=True, blank=True, related_name="+")
    origin = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=_choices(LeadState), default=LeadState.NEW)
    captured_on = models.DateField()
    captured_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    wake_on = models.DateField(null=True, blank=True)
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=LeadState.CONVERTED, opportunity__isnull=False)
                | (~Q(state=LeadState.CONVERTED) & Q(opportunity__isnull=True)),
                name="opportunities_lead_converted",
            ),
        ]
        indexes = [models.Index(fields=["state", "-id"], name="opportunities_lead_state")]

    def __str__(self):
        return self.name


class LeadChange(Record):
    """One step of a lead: who, when, why."""

    part_of = "lead"

    lead = models.ForeignKey(Lead, models.CASCADE, related_name="+")
    before = models.CharField(max_length=12, choices=_choices(LeadState), blank=True)
    after = models.CharField(max_length=12, choices=_choices(LeadState))
    on = models.DateField()
    by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    why = models.TextField(blank=True)

    def __str__(self):
        return f"{self.lead_id} {self.before} → {self.after}"
