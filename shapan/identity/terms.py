"""Words of our own organisation."""

from enum import StrEnum


class Role(StrEnum):
    """What a user is in the whole company, beside any seat. Rights that come from a role are granted in `access`."""

    KEY_ACCOUNT_OFFICE = "key_account_office"
    ADMINISTRATOR = "administrator"
    COMPLIANCE = "compliance"
    SYSTEM = "system"


class Tag(StrEnum):
    USER_ENROLLED = "identity:user:enrol"
    USER_CHANGED = "identity:user:change"
    USER_DEACTIVATED = "identity:user:deactivate"
    USER_ACTIVATED = "identity:user:activate"
    USER_INVITED = "identity:user:invite"
    USERS_IMPORTED = "identity:user:import"
    ROLE_GIVEN = "identity:role:give"
    UNIT_OPENED = "identity:unit:open"
