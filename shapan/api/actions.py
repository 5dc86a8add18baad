"""Making and revoking a token."""

import secrets
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.api import policies
from shapan.api.models import Token
from shapan.api.queries import digest_of
from shapan.api.terms import Tag
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused

LONGEST = 365


class TokenRefused(Refused):
    """The message is fit to show to the person who asked."""


@transaction.atomic
def issue_token(*, actor, name: str, days: int, today: date) -> str:
    """The secret, told this once: only its digest is kept."""
    if not actor.is_active:
        raise TokenRefused(_("Your account is closed."))
    if not 0 < days <= LONGEST:
        raise TokenRefused(_("A token lives for a year at the most."), field="days")
    secret = f"shapan_{secrets.token_urlsafe(32)}"
    row = Token(
        user=actor, name=name.strip(), hint=secret[:12], digest=digest_of(secret), issued_on=today,
        expires_on=today + timedelta(days=days),
    )  # fmt: skip
    row.full_clean()
    row.save()
    journal.record(actor=actor, tag=Tag.ISSUED, subject=row, name=row.name)
    return secret


@transaction.atomic
def revoke_token(*, actor, token_id: int, today: date) -> None:
    """From now on it does nothing."""
    row = policies.tokens_of(actor).filter(pk=token_id, revoked_on=None).first()
    if row is None:
        raise TokenRefused(_("There is no such token."))
    row.revoked_on = today
    row.save(update_fields=["revoked_on"])
    journal.record(actor=actor, tag=Tag.REVOKED, subject=row, name=row.name)
