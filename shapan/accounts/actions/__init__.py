"""Changes to companies: one at a time from the pages, in batches from files."""

from shapan.accounts.actions.companies import (
    AccountRefused,
    change_account,
    name_competitor,
    open_account,
    open_department,
)

__all__ = ["AccountRefused", "change_account", "name_competitor", "open_account", "open_department"]
