"""Where money is: what an invoice still asks for, what of a receipt is still free. Nothing is made, nothing is lost."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shapan.fulfilment.terms import Payment


@dataclass(frozen=True, slots=True)
class Billed:
    """An issued invoice: amount = allocated + open."""

    amount: Decimal
    allocated: Decimal

    @property
    def open(self) -> Decimal:
        return self.amount - self.allocated

    def payment(self, due_on: date, today: date) -> Payment:
        if not self.open:
            return Payment.RECEIVED
        if due_on < today:
            return Payment.OVERDUE
        return Payment.PARTIAL if self.allocated else Payment.DUE


@dataclass(frozen=True, slots=True)
class Received:
    """A receipt: received = allocated + refunded + free."""

    amount: Decimal
    allocated: Decimal
    refunded: Decimal

    @property
    def free(self) -> Decimal:
        return self.amount - self.allocated - self.refunded


def most(billed: Billed, received: Received) -> Decimal:
    """The most of a receipt that an invoice can take; what is paid beyond it stays free."""
    return min(billed.open, received.free)
