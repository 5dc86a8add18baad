from django.db import models

from shapan.foundation.models import Record, ScopedManager


class EventIsFinal(TypeError):
    """An event was to be changed or deleted. History is added to, never rewritten."""


class EventQuerySet(models.QuerySet):
    def _refuse(self, *_args, **_kwargs):
        raise EventIsFinal("Journal events cannot be changed or deleted.")

    update = delete = bulk_update = _refuse


class EventManager(ScopedManager.from_queryset(EventQuerySet)):
    """Scoped like every manager of ours, and final: the database refuses too, by trigger."""


class Event(Record):
    """One thing that happened. `account_id` places it on a customer's timeline; ids only, names are looked up
    when it is read, for the person who reads it.
    """

    at = models.DateTimeField()
    actor = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    tag = models.CharField(max_length=80)
    subject_id = models.BigIntegerField(null=True, blank=True)
    account_id = models.BigIntegerField(null=True, blank=True)
    person_id = models.BigIntegerField(null=True, blank=True)
    particulars = models.JSONField(default=dict, blank=True)

    objects = EventManager()

    class Meta:
        indexes = [
            models.Index(fields=["account_id", "-id"], name="journal_event_account"),
            models.Index(fields=["person_id", "-id"], name="journal_event_person"),
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.tag}"

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise EventIsFinal("Journal events cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *_args, **_kwargs):
        raise EventIsFinal("Journal events cannot be deleted.")
