"""Logging contacts, making and keeping promises: one at a time from the pages, contacts in batches from files."""

from shapan.interactions.actions.contacts import log_interaction, tell_outcome
from shapan.interactions.actions.promises import InteractionRefused, Promised, keep_promise, reopen_promise

__all__ = ["InteractionRefused", "Promised", "keep_promise", "log_interaction", "reopen_promise", "tell_outcome"]
