"""Contracts: opened from a won opportunity or by hand, changed, carried through review and signature to their end."""

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.foundation.models import Scope, change
from shapan.fulfilment import queries
from shapan.fulfilment.actions.common import (
    FulfilmentRefused,
    refuse_absent,
    refuse_missing,
    refuse_to_come,
    tell,
    to_change,
)
from shapan.fulfilment.models import Contract, ContractLine, ContractStep, FollowUp
from shapan.fulfilment.rules.overdue import POLICY
from shapan.fulfilment.rules.plan import whole_facts
from shapan.fulfilment.rules.steps import CONTRACTS
from shapan.fulfilment.terms import ENDED, ContractState, Fact, FollowUpKind, Tag
from shapan.kernel.steps import missing
from shapan.opportunities import actions as opportunities
from shapan.opportunities import policies as opportunity_policies
from shapan.opportunities import queries as opportunity_reads
from shapan.opportunities.terms import Stage

AGREED = (ContractState.DRAFT, ContractState.IN_REVIEW)  # until then the amount may change


@transaction.atomic
def open_contract(
    *, actor, today: date, account_id: int | None = None, opportunity_id: int | None = None,
    owner_id: int | None = None, **facts,
) -> Contract:  # fmt: skip
    """A draft. From a won opportunity it takes customer, owner, name, amount, currency, category and products; what
    `facts` say goes before.
    """
    won = _won(actor, opportunity_id, today) if opportunity_id else None
    if won:
        account_id = won.account_id
        carried = {"name": won.name, "amount": won.amount, "currency": won.currency, "category": won.category}
        facts = carried | {name: value for name, value in facts.items() if value not in {None, ""}}
    if account_id is None or not accounts.may_edit(actor, account_id, today):
        raise FulfilmentRefused(_("You hold no seat on this account team."), field="account_id")
    owner_id = owner_id or (won.owner_id if won else actor.pk)
    refuse_absent(owner_id)
    _refuse_money(facts.get("amount"), facts.get("currency", ""))
    contract = Contract(
        account_id=account_id, opportunity_id=opportunity_id, owner_id=owner_id, opened_on=today, **facts
    )
    contract.full_clean()
    contract.save()
    if won:
        _carry_lines(contract, opportunity_id, actor, today)
    ContractStep(contract=contract, after=ContractState.DRAFT, on=today, by=actor).save()
    tell(actor, Tag.OPENED, contract, contract)
    return contract


@transaction.atomic
def change_contract(*, actor, contract_id: int, version: int, today: date, **facts) -> Contract:
    """Name, number, owner, days to pay, warranty; the amount and its currency until it is signed."""
    contract = to_change(Contract, contract_id, actor=actor, today=today)
    if contract.state in ENDED:
        raise FulfilmentRefused(_("The contract has ended."))
    if "owner_id" in facts:
        refuse_absent(facts["owner_id"])
        facts["owner"] = facts.pop("owner_id")
    amount, currency = facts.get("amount", contract.amount), facts.get("currency", contract.currency)
    if contract.state not in AGREED and (amount, currency) != (contract.amount, contract.currency):
        raise FulfilmentRefused(_("What is signed keeps its amount."), field="amount")
    _refuse_money(amount, currency)
    changed = change(contract, version=version, **facts)
    if changed:
        tell(actor, Tag.CHANGED, contract, contract, changed=changed)
    return contract


def submit(**step) -> Contract:
    """It is looked at by whoever must agree here."""
    return _step(ContractState.IN_REVIEW, **step)


def return_to_draft(*, why: str, **step) -> Contract:
    return _step(ContractState.DRAFT, why=why, **step)


def sign(*, signed_on: date, **step) -> Contract:
    """Both have signed, on that day."""
    refuse_to_come(signed_on, step["today"], "signed_on")
    return _step(ContractState.SIGNED, known={Fact.SIGNED_ON}, on=signed_on, signed_on=signed_on, **step)


def activate(**step) -> Contract:
    """Delivery begins: the plan is whole, each payment bound to what it waits for."""
    return _step(ContractState.ACTIVE, **step)


def cancel(*, why: str, **step) -> Contract:
    return _step(ContractState.CANCELLED, why=why, **step)


@transaction.atomic
def close(*, closed_on: date, **step) -> Contract:
    """Everything is accepted, invoiced and paid. A survey and a retrospective become due, and a lead lies in the pool:
    what was delivered well opens the next sale.
    """
    refuse_to_come(closed_on, step["today"], "closed_on")
    contract = _step(ContractState.CLOSED, known={Fact.CLOSED_ON}, on=closed_on, closed_on=closed_on, **step)
    due = {FollowUpKind.SURVEY: POLICY.survey_days, FollowUpKind.RETROSPECTIVE: POLICY.retrospective_days}
    for kind, days in due.items():
        due_on = closed_on + timedelta(days=days)
        FollowUp(contract=contract, kind=kind, owner_id=contract.owner_id, due_on=due_on).save()
    lead = opportunities.capture_lead(
        actor=step["actor"], today=step["today"], account_id=contract.account_id,
        name=_("What comes after {contract}").format(contract=contract.name)[:200],
        origin=_("Contract {contract}, delivered").format(contract=contract.number)[:120],
    )  # fmt: skip
    change(contract, next_lead=lead)
    return contract


@transaction.atomic
def finish_follow_up(*, actor, follow_up_id: int, done_on: date, today: date) -> FollowUp:
    """It was held, on that day."""
    row = to_change(FollowUp, follow_up_id, actor=actor, today=today)
    refuse_to_come(done_on, today, "done_on")
    if row.done_on:
        raise FulfilmentRefused(_("It is done already."))
    row.done_on, row.done_by = done_on, actor
    row.save(update_fields=["done_on", "done_by"])
    contract = Contract.objects.scope(Scope.WRITE).get(pk=row.contract_id)
    tell(actor, Tag.FOLLOWED_UP, row, contract, kind=row.kind)
    return row


@transaction.atomic
def _step(
    to: ContractState, *, actor, contract_id: int, version: int, today: date, why: str = "", on: date | None = None,
    known: set[Fact] = frozenset(), **values,
) -> Contract:  # fmt: skip
    contract = to_change(Contract, contract_id, actor=actor, today=today)
    before, why = ContractState(contract.state), why.strip()
    facts = frozenset(known) | _facts(contract, actor, today, why)
    refuse_missing(missing(CONTRACTS, before, to, facts))
    if contract.signed_on and on and on < contract.signed_on:
        raise FulfilmentRefused(_("It cannot be closed before it was signed."), field="closed_on")
    change(contract, version=version, state=to, **values)
    ContractStep(contract=contract, before=before, after=to, on=on or today, by=actor, why=why).save()
    tag = Tag.CLOSED if to is ContractState.CLOSED else Tag.MOVED_ON
    tell(actor, tag, contract, contract, before=before, after=to, why=why)
    return contract


def _facts(contract: Contract, actor, today: date, why: str) -> frozenset[Fact]:
    who = {"actor": actor, "contract_id": contract.pk, "today": today}
    plan = queries.plan(**who)
    said = {
        Fact.OWNER: contract.owner_id,
        Fact.NUMBER: contract.number,
        Fact.AMOUNT: contract.amount,
        Fact.REASON: why,
    }
    deliveries = plan.deliveries.values()
    whole = whole_facts(contract.amount, [row.node for row in plan.nodes], deliveries)
    return whole | queries.settled(**who) | frozenset(fact for fact, holds in said.items() if holds)


def _won(actor, opportunity_id: int, today: date):
    if not opportunity_policies.may_change(actor, opportunity_id, today):
        raise FulfilmentRefused(_("This opportunity is not yours to change."), field="opportunity_id")
    found = opportunity_reads.opportunity(actor=actor, opportunity_id=opportunity_id, today=today)
    if found.stage is not Stage.WON:
        raise FulfilmentRefused(_("A contract comes from an opportunity that was won."), field="opportunity_id")
    return found


def _carry_lines(contract: Contract, opportunity_id: int, actor, today: date) -> None:
    for product_id, quantity, amount in opportunity_reads.lines_to_carry(
        actor=actor, opportunity_id=opportunity_id, today=today
    ):
        ContractLine(contract=contract, product_id=product_id, quantity=quantity, amount=amount).save()


def _refuse_money(amount: Decimal | None, currency: str) -> None:
    if amount is not None and amount <= 0:
        raise FulfilmentRefused(_("An amount is more than nothing."), field="amount")
    if amount is not None and not currency:
        raise FulfilmentRefused(_("Name the currency of the amount."), field="currency")
