"""Leads: captured, distributed, asked after, nurtured, put back, turned into opportunities, discarded."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.foundation.models import change
from shapan.journal import actions as journal
from shapan.kernel.steps import missing
from shapan.opportunities.actions.opportunities import open_opportunity
from shapan.opportunities.actions.refusals import OpportunityRefused, lead_to_change, refuse_absent, refuse_missing
from shapan.opportunities.models import Lead, LeadChange, Opportunity
from shapan.opportunities.rules.steps import LEADS
from shapan.opportunities.terms import Fact, LeadState, Tag


@transaction.atomic
def capture_lead(
    *, actor, name: str, today: date, account_id: int | None = None, owner_id: int | None = None, **facts
) -> Lead:
    """Write a lead down. Without an owner it lies in the pool. `facts`: company, origin, note."""
    if not actor.is_active:
        raise OpportunityRefused(_("Your account is closed."))
    if account_id is not None and not accounts.may_edit(actor, account_id, today):
        raise OpportunityRefused(_("You hold no seat on this account team."), field="account_id")
    if owner_id is not None:
        refuse_absent(owner_id)
    lead = Lead(name=name, account_id=account_id, owner_id=owner_id, captured_on=today, captured_by=actor, **facts)
    lead.full_clean()
    lead.save()
    _record(lead, Tag.LEAD_CAPTURED, actor, today, before="")
    return lead


@transaction.atomic
def assign_lead(*, actor, lead_id: int, version: int, owner_id: int, today: date) -> Lead:
    """Somebody takes it on; where it stands does not change."""
    lead = lead_to_change(actor, lead_id, today)
    if lead.state in {LeadState.CONVERTED, LeadState.INVALID}:
        raise OpportunityRefused(_("This step does not lead on from where it stands."))
    refuse_absent(owner_id)
    before = lead.owner_id
    if change(lead, version=version, owner=owner_id):
        _tell(actor, Tag.LEAD_ASSIGNED, lead, before=before, after=owner_id)
    return lead


def qualify_lead(*, actor, lead_id: int, version: int, today: date) -> Lead:
    """Its owner begins to find out."""
    who = {"actor": actor, "lead_id": lead_id, "version": version, "today": today}
    return _step(Tag.LEAD_QUALIFYING, LeadState.QUALIFYING, **who, wake_on=None)


def nurture_lead(*, actor, lead_id: int, version: int, why: str, wake_on: date, today: date) -> Lead:
    """Not yet: it is looked at again on that day."""
    if wake_on is not None and wake_on <= today:
        raise OpportunityRefused(_("Name a day to come."), field="wake_on")
    who = {"actor": actor, "lead_id": lead_id, "version": version, "today": today}
    return _step(Tag.LEAD_NURTURED, LeadState.NURTURING, **who, why=why, wake_on=wake_on)


def return_lead(*, actor, lead_id: int, version: int, why: str, today: date) -> Lead:
    """Back into the pool: nobody owns it."""
    who = {"actor": actor, "lead_id": lead_id, "version": version, "today": today}
    return _step(Tag.LEAD_RETURNED, LeadState.NEW, **who, why=why, owner=None, wake_on=None)


def discard_lead(*, actor, lead_id: int, version: int, why: str, today: date) -> Lead:
    """Nothing will come of it, for a reason."""
    who = {"actor": actor, "lead_id": lead_id, "version": version, "today": today}
    return _step(Tag.LEAD_DISCARDED, LeadState.INVALID, **who, why=why)


@transaction.atomic
def convert_lead(
    *, actor, lead_id: int, version: int, today: date, account_id: int | None = None, **facts
) -> Opportunity:
    """It becomes an opportunity of the same owner; `facts` as `open_opportunity` takes them."""
    lead = lead_to_change(actor, lead_id, today)
    account_id = account_id or lead.account_id
    refuse_missing(missing(LEADS, LeadState(lead.state), LeadState.CONVERTED, _known(lead, account_id=account_id)))
    facts = {"name": lead.name, "account_id": account_id, "owner_id": lead.owner_id} | facts
    opportunity = open_opportunity(actor=actor, today=today, **facts)
    before = lead.state
    change(lead, version=version, state=LeadState.CONVERTED, opportunity=opportunity, account=account_id)
    _record(lead, Tag.LEAD_CONVERTED, actor, today, before=before)
    return opportunity


@transaction.atomic
def _step(tag: Tag, to: LeadState, *, actor, lead_id: int, version: int, today: date, why: str = "", **values) -> Lead:
    lead, why = lead_to_change(actor, lead_id, today), why.strip()
    before = LeadState(lead.state)
    known = _known(lead, account_id=lead.account_id, why=why, wake_on=values.get("wake_on"))
    refuse_missing(missing(LEADS, before, to, known))
    change(lead, version=version, state=to, **values)
    _record(lead, tag, actor, today, before=before, why=why)
    return lead


def _known(lead: Lead, *, account_id: int | None, why: str = "", wake_on: date | None = None) -> frozenset[Fact]:
    said = {Fact.OWNER: lead.owner_id, Fact.CUSTOMER: account_id, Fact.REASON: why, Fact.WAKE_ON: wake_on}
    return frozenset(fact for fact, value in said.items() if value)


def _record(lead: Lead, tag: Tag, actor, today: date, *, before: str, why: str = "") -> None:
    LeadChange(lead=lead, before=before, after=lead.state, on=today, by=actor, why=why).save()
    _tell(actor, tag, lead, before=before, after=lead.state, why=why)


def _tell(actor, tag: Tag, lead: Lead, **particulars) -> None:
    journal.record(actor=actor, tag=tag, subject=lead, account_id=lead.account_id, lead=lead.pk, **particulars)
