"""Opening opportunities and changing what is known of them. Stages: see `stages`."""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from shapan.access.terms import Level
from shapan.accounts import policies as accounts
from shapan.foundation.models import Scope, change, listed
from shapan.journal import actions as journal
from shapan.opportunities import policies
from shapan.opportunities.actions.refusals import OpportunityRefused, opportunity_to_change, refuse_absent
from shapan.opportunities.models import DatePush, Lead, Opportunity, StageChange
from shapan.opportunities.terms import CLOSED, Stage, Tag
from shapan.search import actions as search


@transaction.atomic
def open_opportunity(
    *,
    actor,
    name: str,
    today: date,
    account_id: int | None = None,
    owner_id: int | None = None,
    expected_on: date | None = None,
    **facts,
) -> Opportunity:
    """A new opportunity in discovery. Without an owner named it is the actor's. `facts`: amount, currency, …"""
    owner_id = owner_id or actor.pk
    _refuse_place(actor, account_id, owner_id, today)
    refuse_absent(owner_id)
    opportunity = Opportunity(
        name=name, account_id=account_id, owner_id=owner_id, expected_on=expected_on, opened_on=today, **facts
    )
    _refuse_money(opportunity.amount, opportunity.currency)
    opportunity.full_clean()
    opportunity.save()
    StageChange(opportunity=opportunity, after=Stage.DISCOVERY, on=today, by=actor).save()
    search.index("opportunity", [opportunity.pk])
    _tell(actor, Tag.OPENED, opportunity)
    return opportunity


@transaction.atomic
def change_facts(*, actor, opportunity_id: int, version: int, today: date, **facts) -> Opportunity:
    """Name, customer, amount, currency, category, route. The stage, the dates and the owner have acts of their own."""
    opportunity = opportunity_to_change(actor, opportunity_id, today)
    if "account_id" in facts:
        facts["account"] = facts.pop("account_id")
        if facts["account"] != opportunity.account_id:
            _refuse_place(actor, facts["account"], opportunity.owner_id, today)
    _refuse_money(facts.get("amount", opportunity.amount), facts.get("currency", opportunity.currency))
    changed = change(opportunity, version=version, **facts)
    if changed:
        search.index("opportunity", [opportunity.pk])
        _tell(actor, Tag.CHANGED, opportunity, changed=changed)
    return opportunity


@transaction.atomic
def push_date(
    *, actor, opportunity_id: int, version: int, expected_on: date | None, today: date, why: str = ""
) -> Opportunity:
    """Move the day of the expected decision. Once it was known, who moves it says why."""
    opportunity = opportunity_to_change(actor, opportunity_id, today)
    before = opportunity.expected_on
    if opportunity.stage in CLOSED:
        raise OpportunityRefused(_("It is decided: there is nothing left to expect."), field="expected_on")
    if before is not None and before != expected_on and not why.strip():
        raise OpportunityRefused(_("Say why the day moves."), field="why")
    if change(opportunity, version=version, expected_on=expected_on):
        DatePush(opportunity=opportunity, before=before, after=expected_on, on=today, by=actor, why=why.strip()).save()
        days = [str(before) if before else None, str(expected_on) if expected_on else None]
        _tell(actor, Tag.PUSHED, opportunity, before=days[0] or "—", after=days[1] or "—", why=why.strip())
    return opportunity


@transaction.atomic
def assign_owner(*, actor, opportunity_id: int, version: int, owner_id: int, today: date) -> Opportunity:
    """Somebody else answers for it from now on. Stage, dates, lines and history stay as they are."""
    opportunity = opportunity_to_change(actor, opportunity_id, today)
    refuse_absent(owner_id)
    if opportunity.account_id is None and owner_id != opportunity.owner_id:
        _refuse_place(actor, None, owner_id, today)
    before = opportunity.owner_id
    if change(opportunity, version=version, owner=owner_id):
        _tell(actor, Tag.ASSIGNED, opportunity, before=before, after=owner_id)
    return opportunity


@transaction.atomic
def transfer_opportunities(*, actor, account_id: int, from_id: int, to_id: int, today: date) -> int:
    """Every opportunity and lead that a colleague answers for at a customer, open or decided, to another; how many.
    Nothing but the owner changes.
    """
    if not accounts.may_edit(actor, account_id, today):
        raise OpportunityRefused(_("You hold no seat on this account team."))
    refuse_absent(to_id)
    if from_id == to_id:
        raise OpportunityRefused(_("Name somebody else."), field="to_id")
    count = 0
    for rows, open_to in ((Opportunity, policies.opportunities_open_to), (Lead, policies.leads_open_to)):
        theirs = open_to(actor, today, Level.EDIT).filter(account_id=account_id, owner_id=from_id)
        ids = listed(theirs.values_list("pk", flat=True))
        found = rows.objects.scope(Scope.WRITE).filter(pk__in=ids)
        count += found.update(owner_id=to_id, version=F("version") + 1)
    if count:
        journal.record(
            actor=actor, tag=Tag.TRANSFERRED, account_id=account_id, account=account_id, count=count,
            before=from_id, after=to_id,
        )  # fmt: skip
    return count


def _refuse_place(actor, account_id: int | None, owner_id: int, today: date) -> None:
    if account_id is not None and not accounts.may_edit(actor, account_id, today):
        raise OpportunityRefused(_("You hold no seat on this account team."), field="account_id")
    if account_id is None and owner_id not in policies.may_own_unplaced(actor, [owner_id], today):
        told = _("Without a customer it can be yours, or belong to somebody you lead.")
        raise OpportunityRefused(told, field="owner_id")


def _refuse_money(amount, currency: str) -> None:
    if amount is not None and amount < 0:
        raise OpportunityRefused(_("An amount is not below nothing."), field="amount")
    if amount is not None and not currency:
        raise OpportunityRefused(_("Name the currency of the amount."), field="currency")


def _tell(actor, tag: Tag, opportunity: Opportunity, **particulars) -> None:
    journal.record(
        actor=actor, tag=tag, subject=opportunity, account_id=opportunity.account_id, opportunity=opportunity.pk,
        **particulars,
    )  # fmt: skip
