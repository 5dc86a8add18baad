"""How these actions refuse, how they find and lock what they may change, and how they tell the journal."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from shapan.access.terms import Level
from shapan.foundation.models import Scope
from shapan.fulfilment import policies
from shapan.fulfilment.models import Contract
from shapan.fulfilment.phrases import MISSING
from shapan.fulfilment.terms import ENDED, ContractState, Fact, Tag
from shapan.identity import queries as identity
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused


class FulfilmentRefused(Refused):
    """The message is fit to show to the person who asked; `missing` says what a step still needs."""

    def __init__(self, message: object, *, field: str = "", missing: tuple[Fact, ...] = ()) -> None:
        super().__init__(message, field=field)
        self.missing = missing


def refuse_missing(missing: tuple[Fact, ...] | None) -> None:
    """Say what a step needs; nothing to say when nothing is missing."""
    if missing is None:
        raise FulfilmentRefused(_("This step does not lead on from where it stands."))
    if missing:
        named = _(", ").join(str(MISSING[fact]) for fact in missing)
        field = {Fact.REASON: "why", Fact.CONFIRMED_BY: "confirmed_by_id"}.get(missing[0], missing[0].value)
        raise FulfilmentRefused(_("Still missing: {facts}.").format(facts=named), field=field, missing=missing)


def to_change(model, pk: int, *, actor, today: date):
    """The row, locked; refused to whoever may not edit its customer."""
    if not policies.open_to(model, actor, today, Level.EDIT).filter(pk=pk).exists():
        raise FulfilmentRefused(_("This is not yours to change."))
    return model.objects.scope(Scope.WRITE).select_for_update().get(pk=pk)


def contract_in(contract_id: int, *states: ContractState) -> Contract:
    """The contract of a row that may be changed, locked first of all; refused outside these states."""
    contract = Contract.objects.scope(Scope.WRITE).select_for_update().get(pk=contract_id)
    if contract.state not in states:
        told = _("The contract has ended.") if contract.state in ENDED else _("The contract does not stand there yet.")
        raise FulfilmentRefused(told)
    return contract


def contract_of(model, pk: int, *, actor, today: date) -> int:
    """The contract a row hangs on, for locking it before the row."""
    found = (
        policies.open_to(model, actor, today, Level.EDIT).filter(pk=pk).values_list("contract_id", flat=True).first()
    )
    if found is None:
        raise FulfilmentRefused(_("This is not yours to change."))
    return found


def refuse_absent(owner_id: int) -> None:
    """An owner works here."""
    if not identity.colleagues(ids=[owner_id]):
        raise FulfilmentRefused(_("There is no such colleague."), field="owner_id")


def refuse_to_come(day: date | None, today: date, field: str) -> None:
    if day is not None and day > today:
        raise FulfilmentRefused(_("A day to come cannot be the day of what was done."), field=field)


def refuse_amount(amount: Decimal, most: Decimal | None = None) -> None:
    """Money is more than nothing, and no more than there is."""
    if amount <= 0:
        raise FulfilmentRefused(_("An amount is more than nothing."), field="amount")
    if most is not None and amount > most:
        raise FulfilmentRefused(_("At most {amount} is left.").format(amount=f"{most:,.2f}"), field="amount")


def tell(actor, tag: Tag, subject, contract: Contract, **particulars) -> None:
    journal.record(
        actor=actor, tag=tag, subject=subject, account_id=contract.account_id, contract=contract.pk, **particulars
    )
