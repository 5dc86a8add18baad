from django.db import models
from django.db.models import Q

from shapan.foundation.models import Record, Versioned
from shapan.tenders.terms import Authorship, Calendar, Day, OwnRule, Procurement, State


def _choices(words):
    return [(word.value, word.value) for word in words]


def _percent():
    return models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)


class Tender(Versioned):
    """One tender of an opportunity's customer; open with the opportunity. Empty is unknown.

    It is quiet from `published_on` to the day before `ended_on`, the day of the award or of the end.
    """

    opportunity = models.ForeignKey("opportunities.Opportunity", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    reference = models.CharField(max_length=80, blank=True)
    procurement = models.CharField(max_length=10, choices=_choices(Procurement), blank=True)
    own_rule = models.CharField(max_length=10, choices=_choices(OwnRule), blank=True)
    official_channel = models.CharField(max_length=200, blank=True)
    authorship = models.CharField(max_length=10, choices=_choices(Authorship), blank=True)
    calendar = models.CharField(max_length=12, choices=_choices(Calendar), blank=True)
    bid_bond = _percent()
    performance_bond = _percent()
    state = models.CharField(max_length=10, choices=_choices(State), default=State.PLANNING)
    published_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    retender_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[State.PLANNING, State.CANCELLED]) | Q(published_on__isnull=False),
                name="tenders_published_on_a_day",
            ),
        ]

    def __str__(self):
        return self.name


class TenderDay(Record):
    """A day of its calendar."""

    part_of = "tender"

    tender = models.ForeignKey(Tender, models.CASCADE, related_name="+")
    code = models.CharField(max_length=16, choices=_choices(Day))
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tender", "code"], name="tenders_day_once")]

    def __str__(self):
        return f"{self.code} {self.day}"


class TenderStep(Record):
    """One step of a tender: from, to, on which day, by whom, why. The first has no state before it."""

    part_of = "tender"

    tender = models.ForeignKey(Tender, models.CASCADE, related_name="+")
    before = models.CharField(max_length=10, choices=_choices(State), blank=True)
    after = models.CharField(max_length=10, choices=_choices(State))
    on = models.DateField()
    by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    why = models.TextField(blank=True)

    def __str__(self):
        return f"{self.tender_id} {self.before} → {self.after}"


class Lot(Record):
    """A part that is awarded by itself; a tender without parts has one."""

    part_of = "tender"

    tender = models.ForeignKey(Tender, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tender", "name"], name="tenders_lot_once")]

    def __str__(self):
        return self.name


class SupportedBidder(Record):
    """The one bidder we support for a lot, ourselves or a partner, until a day."""

    part_of = "lot"

    lot = models.ForeignKey(Lot, models.CASCADE, related_name="+")
    bidder = models.CharField(max_length=200)
    named_on = models.DateField()
    named_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lot"], condition=Q(ended_on__isnull=True), name="tenders_one_supported_bidder"
            ),
        ]

    def __str__(self):
        return self.bidder
