"""Changes to companies: one at a time from the pages, in batches from files."""

from shapan.accounts.actions.companies import (
    AccountRefused,
    change_account,
    name_competitor,
    open_account,
    open_department,
)
from shapan.accounts.actions.likes import note_accounts
from shapan.accounts.actions.several import set_tiers, take_tiers_back

__all__ = [
    "AccountRefused",
    "change_account",
    "name_competitor",
    "note_accounts",
    "open_account",
    "open_department",
    "set_tiers",
    "take_tiers_back",
]
