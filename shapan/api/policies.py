"""One's own tokens, and nobody else's: not even an administrator makes or sees one for another."""

from datetime import date

from django.db.models import QuerySet

from shapan.api.models import Token
from shapan.foundation.models import Scope


def tokens_of(actor) -> QuerySet[Token]:
    return Token.objects.scope(Scope.POLICY).filter(user=actor)


def tokens_in_force(today: date) -> QuerySet[Token]:
    """For knowing who knocks: unexpired, not revoked, of somebody who still works here."""
    everything = Token.objects.scope(Scope.POLICY)
    return everything.filter(revoked_on=None, expires_on__gt=today, user__is_active=True)
