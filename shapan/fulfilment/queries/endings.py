"""What stands between a contract and its end."""

from datetime import date

from shapan.fulfilment.queries.contracts import of_opportunity
from shapan.fulfilment.queries.money import invoices_of
from shapan.fulfilment.queries.plan import plan
from shapan.fulfilment.terms import ContractState, Fact, InvoiceState, Standing


def settled(*, actor, contract_id: int, today: date) -> frozenset[Fact]:
    """Which of these hold: everything accepted for good, everything invoiced, every invoice paid, no dispute open."""
    who = {"actor": actor, "contract_id": contract_id, "today": today}
    planned, invoices = plan(**who), invoices_of(**who)
    paid = all(
        row.state is InvoiceState.ISSUED and not row.open for row in invoices if row.state is not InvoiceState.VOID
    )
    said = {
        Fact.FINAL: all(row.standing is Standing.FINAL for row in planned.deliverables),
        Fact.INVOICED: all(row.issued == row.amount for row in planned.nodes),
        Fact.PAID: paid,
        Fact.SETTLED: paid,
        Fact.TICKETS: not any(row.ticket for row in invoices),
    }
    return frozenset(fact for fact, holds in said.items() if holds)


def settled_of(*, actor, opportunity_id: int, today: date) -> frozenset[Fact] | None:
    """What holds of every contract of an opportunity; None while there is none."""
    found = of_opportunity(actor=actor, opportunity_id=opportunity_id, today=today)
    standing = [row.id for row in found if row.state is not ContractState.CANCELLED]
    if not standing:
        return None
    first, *rest = (settled(actor=actor, contract_id=pk, today=today) for pk in standing)
    return first.intersection(*rest)
