"""Changes to our own organisation: one at a time from the pages, in batches from files.

They check no right and write no journal, for both stand above them: pages go through `access.actions`.
"""

from shapan.identity.actions.staff import (
    IdentityRefused,
    add_unit,
    change_user,
    enrol_user,
    fill_post,
    give_role,
    open_unit,
    sign_in_token,
)

__all__ = [
    "IdentityRefused",
    "add_unit",
    "change_user",
    "enrol_user",
    "fill_post",
    "give_role",
    "open_unit",
    "sign_in_token",
]
