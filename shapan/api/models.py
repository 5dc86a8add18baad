from django.db import models

from shapan.foundation.models import Record


class Token(Record):
    """What a program shows in place of a colleague. Only the digest is kept; `hint` tells several apart."""

    user = models.ForeignKey("identity.User", models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    hint = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    issued_on = models.DateField()
    expires_on = models.DateField()
    revoked_on = models.DateField(null=True, blank=True)

    def __str__(self):
        return self.name
