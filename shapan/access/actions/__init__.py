"""Who may see what: grants, and the colleagues and units that rights follow."""

from shapan.access.actions.colleagues import (
    ColleagueRefused,
    activate_colleague,
    add_colleague,
    add_unit,
    change_colleague,
    deactivate_colleague,
    invite_colleague,
)
from shapan.access.actions.grants import open_to_unit, sync_user_grants

__all__ = [
    "ColleagueRefused",
    "activate_colleague",
    "add_colleague",
    "add_unit",
    "change_colleague",
    "deactivate_colleague",
    "invite_colleague",
    "open_to_unit",
    "sync_user_grants",
]
