"""Acceptances: planned, tested item by item, their issues closed, confirmed by the customer."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope, change, touch
from shapan.fulfilment import queries
from shapan.fulfilment.actions.common import (
    FulfilmentRefused,
    contract_in,
    contract_of,
    refuse_missing,
    refuse_to_come,
    tell,
    to_change,
)
from shapan.fulfilment.models import Acceptance, AcceptanceItem, AcceptanceStep, Contract, Covered, Deliverable, Issue
from shapan.fulfilment.rules.steps import ACCEPTANCES
from shapan.fulfilment.terms import (
    UNDER_TEST,
    AcceptanceKind,
    AcceptanceState,
    ContractState,
    Fact,
    Result,
    Tag,
)
from shapan.kernel.steps import missing
from shapan.people import queries as people


@transaction.atomic
def plan_acceptance(
    *, actor, contract_id: int, kind: AcceptanceKind, today: date, planned_on: date | None = None,
    deliverable_ids: tuple[int, ...] = (), items: tuple[str, ...] = (),
) -> Acceptance:  # fmt: skip
    """What is tested, on which deliverables, on which day."""
    to_change(Contract, contract_id, actor=actor, today=today)
    contract = contract_in(contract_id, ContractState.ACTIVE)
    row = Acceptance(contract=contract, kind=kind, planned_on=planned_on)
    row.full_clean()
    row.save()
    _cover(row, deliverable_ids)
    _name_items(row, items)
    AcceptanceStep(acceptance=row, after=AcceptanceState.DRAFT, on=today, by=actor).save()
    tell(actor, Tag.ACCEPTANCE_PLANNED, row, contract, kind=kind)
    return row


@transaction.atomic
def change_acceptance(
    *, actor, acceptance_id: int, version: int, today: date, planned_on: date | None,
    deliverable_ids: tuple[int, ...], items: tuple[str, ...],
) -> Acceptance:  # fmt: skip
    """While it is a draft."""
    row, contract = _open(actor, acceptance_id, today, AcceptanceState.DRAFT)
    if not change(row, version=version, planned_on=planned_on):
        touch(row, version=version)
    _cover(row, deliverable_ids)
    _name_items(row, items)
    tell(actor, Tag.ACCEPTANCE_PLANNED, row, contract, kind=row.kind)
    return row


@transaction.atomic
def judge_item(*, actor, item_id: int, version: int, result: Result, today: date, note: str = "") -> AcceptanceItem:
    """What came out for one item, while it is under test. A condition says which."""
    row, contract = _open(actor, _acceptance_of(AcceptanceItem, item_id), today, *UNDER_TEST)
    if result in {Result.FAILED, Result.CONDITIONAL} and not note.strip():
        raise FulfilmentRefused(_("Say what is wrong, or on which condition it passed."), field="note")
    touch(row, version=version)
    item = AcceptanceItem.objects.scope(Scope.WRITE).get(pk=item_id)
    item.result, item.note, item.judged_on, item.judged_by = result, note.strip(), today, actor
    item.full_clean()
    item.save()
    tell(actor, Tag.ITEM_JUDGED, row, contract, what=item.name, result=result)
    return item


@transaction.atomic
def raise_issue(*, actor, acceptance_id: int, version: int, words: str, today: date) -> Issue:
    """Something to put right before the customer is asked to confirm."""
    row, contract = _open(
        actor, acceptance_id, today, *UNDER_TEST, AcceptanceState.PASSED, AcceptanceState.FAILED,
        AcceptanceState.CONFIRMING,
    )  # fmt: skip
    touch(row, version=version)
    issue = Issue(acceptance=row, words=words, raised_on=today, raised_by=actor)
    issue.full_clean()
    issue.save()
    tell(actor, Tag.ISSUE_RAISED, row, contract, what=words)
    return issue


@transaction.atomic
def close_issue(*, actor, issue_id: int, version: int, outcome: str, today: date) -> Issue:
    """It was put right."""
    under_way = [state for state in AcceptanceState if state is not AcceptanceState.COMPLETED]
    row, contract = _open(actor, _acceptance_of(Issue, issue_id), today, *under_way)
    issue = Issue.objects.scope(Scope.WRITE).get(pk=issue_id)
    if issue.closed_on:
        raise FulfilmentRefused(_("It is closed already."))
    touch(row, version=version)
    issue.closed_on, issue.closed_by, issue.outcome = today, actor, outcome.strip()
    issue.full_clean()
    issue.save()
    tell(actor, Tag.ISSUE_CLOSED, row, contract, what=issue.words)
    return issue


@transaction.atomic
def step_acceptance(
    *, actor, acceptance_id: int, version: int, to: AcceptanceState, today: date, why: str = "",
    completed_on: date | None = None, confirmed_by_id: int | None = None,
) -> Acceptance:  # fmt: skip
    """On to `to`, when everything is there that it needs; a failure, and a way back, for a reason."""
    row, contract = _open(actor, acceptance_id, today, *AcceptanceState)
    before, why = AcceptanceState(row.state), why.strip()
    seen = queries.acceptance(actor=actor, acceptance_id=row.pk, today=today)
    known = _facts(seen, queries.plan(actor=actor, contract_id=contract.pk, today=today), why)
    known |= {Fact.COMPLETED_ON} if completed_on else set()
    known |= {Fact.CONFIRMED_BY} if confirmed_by_id else set()
    refuse_missing(missing(ACCEPTANCES, before, to, frozenset(known)))
    values = {}
    if to is AcceptanceState.COMPLETED:
        refuse_to_come(completed_on, today, "completed_on")
        _refuse_outsider(actor, contract, confirmed_by_id, completed_on, today)
        values = {"completed_on": completed_on, "confirmed_by": confirmed_by_id}
    change(row, version=version, state=to, **values)
    AcceptanceStep(acceptance=row, before=before, after=to, on=completed_on or today, by=actor, why=why).save()
    tell(actor, Tag.ACCEPTANCE_STEP, row, contract, kind=row.kind, before=before, after=to, why=why)
    return row


def _facts(seen, plan, why: str) -> set[Fact]:
    deliveries = plan.deliveries
    said = {
        Fact.REASON: why,
        Fact.PLANNED_ON: seen.planned_on,
        Fact.DELIVERABLES: seen.deliverables,
        Fact.ITEMS: seen.items,
        Fact.READY: all(deliveries[pk].ready_on for pk, _name in seen.deliverables),
        Fact.JUDGED: seen.judged == len(seen.items),
        Fact.NONE_FAILED: not seen.failed,
        Fact.ISSUES: not seen.open_issues,
    }
    return {fact for fact, holds in said.items() if holds}


def _open(actor, acceptance_id: int, today: date, *states: AcceptanceState) -> tuple[Acceptance, Contract]:
    """The acceptance and its contract, both locked, the contract first."""
    contract = contract_in(contract_of(Acceptance, acceptance_id, actor=actor, today=today), ContractState.ACTIVE)
    row = to_change(Acceptance, acceptance_id, actor=actor, today=today)
    if row.state not in states:
        raise FulfilmentRefused(_("The acceptance does not stand there."))
    return row, contract


def _acceptance_of(model, pk: int) -> int:
    found = model.objects.scope(Scope.WRITE).filter(pk=pk).values_list("acceptance_id", flat=True).first()
    if found is None:
        raise FulfilmentRefused(_("This is not yours to change."))
    return found


def _cover(row: Acceptance, deliverable_ids) -> None:
    own = Deliverable.objects.scope(Scope.WRITE).filter(contract_id=row.contract_id, pk__in=list(deliverable_ids))
    covered = set(own.values_list("pk", flat=True))
    if covered != set(deliverable_ids):
        raise FulfilmentRefused(_("There is no such deliverable in this contract."), field="deliverable_ids")
    standing = Covered.objects.scope(Scope.WRITE).filter(acceptance=row)
    standing.exclude(deliverable_id__in=covered).delete()
    for pk in sorted(covered - set(standing.values_list("deliverable_id", flat=True))):
        Covered(acceptance=row, deliverable_id=pk).save()


def _name_items(row: Acceptance, items) -> None:
    """As named; those that stay keep their row."""
    wanted = list(dict.fromkeys(name.strip() for name in items if name.strip()))
    standing = AcceptanceItem.objects.scope(Scope.WRITE).filter(acceptance=row)
    standing.exclude(name__in=wanted).delete()
    there = set(standing.values_list("name", flat=True))
    for name in wanted:
        if name not in there:
            item = AcceptanceItem(acceptance=row, name=name)
            item.full_clean()
            item.save()


def _refuse_outsider(actor, contract: Contract, person_id: int, on: date, today: date) -> None:
    held = people.people_in_posts(actor=actor, account_id=contract.account_id, on=on, today=today)
    if person_id not in {post.person_id for post in held}:
        raise FulfilmentRefused(_("Nobody of that name held a post there then."), field="confirmed_by_id")
