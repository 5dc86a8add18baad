"""Which form a step of a contract, an acceptance or an invoice is asked with, and which act it is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from shapan.fulfilment import actions
from shapan.fulfilment.forms import acceptances, contracts, money
from shapan.fulfilment.phrases import ACCEPTANCE_STATES, CONTRACT_STATES, INVOICE_STATES
from shapan.fulfilment.rules.steps import ACCEPTANCES, CONTRACTS, INVOICES
from shapan.fulfilment.terms import AcceptanceState, ContractState, Fact, InvoiceState


@dataclass(frozen=True, slots=True)
class Way:
    """A step that leads on: `asks` when it needs words or a day before it can be taken."""

    to: str
    label: object
    form: type
    act: Callable

    @property
    def asks(self) -> bool:
        return self.form is not contracts.Step


ACTS = {
    ContractState.DRAFT: actions.return_to_draft,
    ContractState.IN_REVIEW: actions.submit,
    ContractState.SIGNED: actions.sign,
    ContractState.ACTIVE: actions.activate,
    ContractState.CLOSED: actions.close,
    ContractState.CANCELLED: actions.cancel,
}
BILLS = {
    InvoiceState.DRAFT: actions.return_invoice,
    InvoiceState.APPLIED: actions.apply_for_invoice,
    InvoiceState.APPROVED: actions.approve_invoice,
    InvoiceState.ISSUED: actions.issue_invoice,
    InvoiceState.VOID: actions.void_invoice,
}
FORMS = {
    ContractState.SIGNED: contracts.Signed,
    ContractState.CLOSED: contracts.Closed,
    AcceptanceState.COMPLETED: acceptances.Confirmed,
    InvoiceState.ISSUED: money.Issue,
}


def ways_of_contract(state: ContractState) -> list[Way]:
    return [Way(to.value, CONTRACT_STATES[to], _form(to, asked), ACTS[to]) for to, asked in CONTRACTS[state].items()]


def ways_of_acceptance(state: AcceptanceState) -> list[Way]:
    return [
        Way(to.value, ACCEPTANCE_STATES[to], _form(to, asked), partial(actions.step_acceptance, to=to))
        for to, asked in ACCEPTANCES[state].items()
    ]


def ways_of_invoice(state: InvoiceState) -> list[Way]:
    return [Way(to.value, INVOICE_STATES[to], _form(to, asked), BILLS[to]) for to, asked in INVOICES[state].items()]


def _form(to, asked: tuple[Fact, ...]) -> type:
    return FORMS.get(to) or (contracts.Reasoned if Fact.REASON in asked else contracts.Step)
