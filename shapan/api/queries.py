"""Whose token it is, and which tokens one has."""

import hashlib
from dataclasses import dataclass
from datetime import date

from shapan.api import policies


@dataclass(frozen=True, slots=True)
class TokenFacts:
    id: int
    name: str
    hint: str
    issued_on: date
    expires_on: date
    revoked_on: date | None


def tokens(*, actor) -> list[TokenFacts]:
    """The latest first."""
    rows = policies.tokens_of(actor).order_by("-pk")
    return [TokenFacts(*row) for row in rows.values_list("pk", "name", "hint", "issued_on", "expires_on", "revoked_on")]


def bearer(*, secret: str, today: date):
    """The colleague in whose place this program acts; None when the token does nothing."""
    found = policies.tokens_in_force(today).select_related("user").filter(digest=digest_of(secret)).first()
    return found and found.user


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
