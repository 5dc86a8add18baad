"""Quarantine for tests of other apps."""

import pytest

from shapan.compliance import actions
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind


def something(actor, account_id, person_id, today):
    """One report, and one contact that was not stored."""
    actions.report(actor=actor, what="w", how="h", today=today)
    with pytest.raises(actions.Withheld):
        interactions.log_interaction(
            actor=actor, account_id=account_id, kind=Kind.CALL, held_on=today, today=today, person_ids=(person_id,),
            outcome="标底",
        )  # fmt: skip


def asked(quarantine_id):
    """Every address of compliance, for the tables of all routes."""
    return {
        "compliance:desk": [([], ""), ([], "?show=all")],
        "compliance:report": [([], "")],
        **{f"compliance:{name}": [([quarantine_id], "")] for name in ("one", "release", "destroy")},
    }
