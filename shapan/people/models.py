from django.db import models
from django.db.models import F, Q

from shapan.foundation.models import Record, Versioned
from shapan.people.terms import ContactKind, LinkKind


class Person(Versioned):
    """One human being at a customer, for life: posts come and go, the person and the history stay."""

    name = models.CharField(max_length=200)
    latin_name = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["name", "id"], name="people_person_name")]

    def __str__(self):
        return self.name


class ContactPoint(Record):
    """A work e-mail address or a work phone number."""

    part_of = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=[(kind, kind) for kind in ContactKind])
    value = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind", "value"], name="people_contact_once")]
        indexes = [models.Index(fields=["kind", "value"], name="people_contact_value")]

    def __str__(self):
        return self.value


class Post(Versioned):
    """A place in the customer's organisation: a title in a department, reporting to another post, perhaps vacant."""

    account = models.ForeignKey("accounts.Account", models.CASCADE, related_name="+")
    department = models.ForeignKey("accounts.Department", models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=200, blank=True)
    grade = models.CharField(max_length=60, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self):
        return self.title


class FormerBoss(Record):
    """Whom a post reported to until the day its line was changed; None: it stood at the top."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="+")
    parent = models.ForeignKey(Post, models.CASCADE, null=True, blank=True, related_name="+")
    ended_on = models.DateField()

    def __str__(self):
        return f"{self.post_id} < {self.parent_id}"


class Appointment(Versioned):
    """A person in a post, from a day up to, not including, the day it ended. A move is one row more, not an edit."""

    part_of = "person"

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(started_on__isnull=True) | Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="people_appointment_period",
            ),
        ]

    def __str__(self):
        return f"{self.person_id} @ {self.post_id}"


class PersonLink(Record):
    """How one person stands to another, with what was seen or said: politics is never guessed from titles."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in LinkKind])
    evidence = models.CharField(max_length=500)
    recorded_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(person=F("other")), name="people_link_two_persons")]

    def __str__(self):
        return f"{self.person_id} {self.kind} {self.other_id}"


class Objection(Record):
    """A person asks us to leave them alone (domain.md §15.3): nobody is led through them until it is withdrawn."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    words = models.CharField(max_length=500)
    objected_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey("identity.User", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(withdrawn_on__isnull=True), name="people_one_standing_objection"
            ),
        ]

    def __str__(self):
        return f"{self.person_id} objected on {self.objected_on}"
