"""Words of the API."""

from enum import StrEnum


class Problem(StrEnum):
    """What kind of answer a refusal is, for a program to tell apart (RFC 9457)."""

    UNAUTHORIZED = "unauthorized"
    NOT_FOUND = "not-found"
    INVALID = "invalid"
    REFUSED = "refused"
    QUIET = "quiet-period"
    WITHHELD = "withheld"


class Tag(StrEnum):
    ISSUED = "api:token:issue"
    REVOKED = "api:token:revoke"
