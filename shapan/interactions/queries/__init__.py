"""Reads of contacts: timelines, last contacts, promises, and what is left to do."""

from shapan.interactions.queries.agenda import Step, Untold, steps_due, untold, without_outcome
from shapan.interactions.queries.contacts import (
    NEVER,
    Contact,
    Touch,
    colleagues_in_touch,
    contact,
    contacts_of_account,
    contacts_of_person,
    days_by_kind,
    last_effective,
    last_effective_by_account,
    last_met,
    next_steps,
    touches,
    touches_between,
    touches_without,
)
from shapan.interactions.queries.promises import PromiseDue, PromiseKept, kept_promises, open_promises

__all__ = [
    "NEVER",
    "Contact",
    "PromiseDue",
    "PromiseKept",
    "Step",
    "Touch",
    "Untold",
    "colleagues_in_touch",
    "contact",
    "contacts_of_account",
    "contacts_of_person",
    "days_by_kind",
    "kept_promises",
    "last_effective",
    "last_effective_by_account",
    "last_met",
    "next_steps",
    "open_promises",
    "steps_due",
    "touches",
    "touches_between",
    "touches_without",
    "untold",
    "without_outcome",
]
