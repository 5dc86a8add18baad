"""Changes to our own organisation: one at a time from the pages, in batches from files."""

from shapan.identity.actions.staff import IdentityRefused, enrol_user, fill_post, give_role, open_unit

__all__ = ["IdentityRefused", "enrol_user", "fill_post", "give_role", "open_unit"]
