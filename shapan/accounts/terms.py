"""Words of the customer's company."""

from enum import StrEnum


class CompanyRole(StrEnum):
    """The part a company plays for us. It may play several; buyer and seller may change places (method 7)."""

    CUSTOMER = "customer"
    PARTNER = "partner"
    COMPETITOR = "competitor"


class Tier(StrEnum):
    """How much we invest (domain.md §6.2)."""

    S = "S"
    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Ownership(StrEnum):
    PUBLIC = "public"
    STATE_OWNED = "state_owned"
    PRIVATE = "private"
    LISTED = "listed"


class Tag(StrEnum):
    OPENED = "accounts:account:open"
    CHANGED = "accounts:account:change"
    IMPORTED = "accounts:account:import"
    ROLE_TAKEN = "accounts:role:take"
    DEPARTMENT_OPENED = "accounts:department:open"
