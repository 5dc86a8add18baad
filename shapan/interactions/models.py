from django.db import models

from shapan.compliance.terms import Bearing
from shapan.foundation.models import Record, Versioned
from shapan.interactions.terms import Kind


class Interaction(Versioned):
    """One contact between us and persons of one customer: a visit, a call, an exchange.

    `held_on` is the day as it was where it was held; `held_at` the instant, when known. `effective` is what
    rules.is_effective said when the row was written; `bearing` what it had to do with a tender that was quiet. `token`
    is the form it came from: sent twice, it is one contact.
    """

    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30, choices=[(kind, kind) for kind in Kind])
    held_on = models.DateField()
    held_at = models.DateTimeField(null=True, blank=True)
    purpose = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    quote = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    next_on = models.DateField(null=True, blank=True)
    bearing = models.CharField(max_length=12, choices=[(word, word) for word in Bearing], blank=True)
    effective = models.BooleanField(default=False)
    logged_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    logged_at = models.DateTimeField(auto_now_add=True)
    token = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=["account", "-held_on", "-id"], name="interactions_account_day")]

    def __str__(self):
        return f"{self.held_on} {self.kind} @ {self.account_id}"


class InteractionPerson(Record):
    """A person of the customer who took part."""

    part_of = "interaction"

    interaction = models.ForeignKey(Interaction, models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "interaction"], name="interactions_person_once"),
        ]

    def __str__(self):
        return f"{self.person_id} in {self.interaction_id}"


class InteractionColleague(Record):
    """A colleague of ours who took part."""

    part_of = "interaction"

    interaction = models.ForeignKey(Interaction, models.CASCADE, related_name="+")
    colleague = models.ForeignKey("identity.User", models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["colleague", "interaction"], name="interactions_colleague_once"),
        ]

    def __str__(self):
        return f"{self.colleague_id} in {self.interaction_id}"


class Promise(Versioned):
    """What one of us promised in front of the customer, to whom and by when; open until it is kept."""

    interaction = models.ForeignKey(Interaction, models.CASCADE, related_name="+")
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    text = models.CharField(max_length=500)
    owner = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    due_on = models.DateField()
    kept_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "kept_on", "due_on"], name="interactions_promise_due")]

    def __str__(self):
        return self.text
