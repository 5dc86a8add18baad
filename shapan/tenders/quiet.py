"""Which tenders are quiet on a day, and whom of the customer that concerns: asked by compliance before a contact."""

from datetime import date

from shapan.compliance.rules.quiet import Quiet
from shapan.decisions import queries as decisions
from shapan.tenders import queries
from shapan.tenders.queries import TenderFacts
from shapan.tenders.rules.steps import is_bound_to_quiet
from shapan.tenders.terms import OwnRule, Procurement


def quiet(*, actor, since: date, until: date, today: date, account_ids=None) -> list[Quiet]:
    """The quiet tenders the actor may know of. Where nobody is named in the decision, it concerns everybody there."""
    span = {"since": since, "until": until, "today": today}
    found = [row for row in queries.under_way(actor=actor, account_ids=account_ids, **span) if _binds(row)]
    accounts = {row.account_id for row in found}
    seats = decisions.default_seats(actor=actor, account_ids=accounts, on=until, today=today) if found else {}
    people = {
        account_id: frozenset(holder.person_id for seat in held for holder in seat.holders)
        for account_id, held in seats.items()
    }
    return [
        Quiet(
            row.id, row.name, row.account_id, row.account, row.published_on, row.ended_on, row.official_channel,
            people[row.account_id] or None,
        )
        for row in found
    ]  # fmt: skip


def _binds(row: TenderFacts) -> bool:
    procurement = Procurement(row.procurement) if row.procurement else None
    return row.account_id is not None and is_bound_to_quiet(
        procurement, OwnRule(row.own_rule) if row.own_rule else None
    )
