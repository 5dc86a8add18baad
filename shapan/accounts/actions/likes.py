"""Keeping companies findable by what their names have in common (see duplicates)."""

from collections.abc import Iterable

from shapan.accounts.models import Account
from shapan.duplicates import actions as duplicates
from shapan.duplicates.rules.likeness import Look
from shapan.foundation import bulk


def note_accounts(ids: Iterable[int]) -> None:
    """Write the keys of these companies again. Call it in the transaction that changes their names."""
    ids = list(ids)
    looks = {pk: Look(facts["name"], is_person=False) for pk, facts in bulk.by_id(Account, ids, ("name",)).items()}
    duplicates.note_keys("account", dict.fromkeys(ids) | looks)
