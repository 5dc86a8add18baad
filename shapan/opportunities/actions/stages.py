"""The steps of an opportunity. Each checks its guard, keeps who, when and why, and tells the journal.

Every step takes actor, opportunity_id, version and today, as `_step` has them.
"""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope, change
from shapan.journal import actions as journal
from shapan.kernel.steps import missing
from shapan.opportunities.actions.refusals import OpportunityRefused, opportunity_to_change, refuse_missing
from shapan.opportunities.models import Opportunity, StageChange
from shapan.opportunities.rules.steps import DEALS, is_further
from shapan.opportunities.terms import OPEN, Fact, Stage, Tag


def advance(*, why: str = "", **step) -> Opportunity:
    """One stage on."""
    return _step(Tag.ADVANCED, _following, why=why, **step)


def return_to(*, to: Stage, why: str, **step) -> Opportunity:
    """Back to an earlier stage, for a reason."""

    def earlier(opportunity: Opportunity) -> Stage | None:
        ahead = opportunity.stage not in OPEN or is_further(Stage(opportunity.stage), to)
        return None if ahead else to

    return _step(Tag.RETURNED, earlier, why=why, **step)


def hold(*, why: str, **step) -> Opportunity:
    """It rests, for a reason."""
    return _step(Tag.HELD, lambda _row: Stage.ON_HOLD, why=why, **step)


def resume(**step) -> Opportunity:
    """It goes on in the stage it was held in."""
    return _step(Tag.RESUMED, _held_in, **step)


def win(*, decided_on: date, **step) -> Opportunity:
    """The customer decided for us on that day."""
    return _step(Tag.WON, lambda _row: Stage.WON, decided_on=decided_on, **step)


def lose(*, why: str, decided_on: date, ending: str = "", **step) -> Opportunity:
    """The customer decided against us, or not at all, on that day; the reason is what the owner knows now."""
    return _step(Tag.LOST, lambda _row: Stage.LOST, why=why, decided_on=decided_on, ending=ending, **step)


@transaction.atomic
def _step(
    tag: Tag,
    leads_to: Callable[[Opportunity], Stage | None],
    *,
    actor,
    opportunity_id: int,
    version: int,
    today: date,
    why: str = "",
    decided_on: date | None = None,
    ending: str = "",
) -> Opportunity:
    opportunity = opportunity_to_change(actor, opportunity_id, today)
    before, to, why = Stage(opportunity.stage), leads_to(opportunity), why.strip()
    known = known_facts(opportunity, why=why, decided_on=decided_on)
    refuse_missing(None if to is None else missing(DEALS, before, to, known))
    _refuse_days(opportunity, decided_on, today)
    change(opportunity, version=version, stage=to, decided_on=decided_on, ending=ending)
    on = decided_on or today
    StageChange(opportunity=opportunity, before=before, after=to, on=on, by=actor, why=why).save()
    journal.record(
        actor=actor, tag=tag, subject=opportunity, account_id=opportunity.account_id, opportunity=opportunity.pk,
        before=before, after=to, why=why, on=str(on),
    )  # fmt: skip
    return opportunity


def known_facts(opportunity: Opportunity, *, why: str = "", decided_on: date | None = None) -> frozenset[Fact]:
    said = {
        Fact.OWNER: opportunity.owner_id,
        Fact.CUSTOMER: opportunity.account_id,
        Fact.AMOUNT: opportunity.amount is not None,
        Fact.CATEGORY: opportunity.category,
        Fact.EXPECTED_ON: opportunity.expected_on,
        Fact.DECIDED_ON: decided_on,
        Fact.REASON: why,
    }
    return frozenset(fact for fact, value in said.items() if value)


def _following(opportunity: Opportunity) -> Stage | None:
    place = OPEN.index(opportunity.stage) + 1 if opportunity.stage in OPEN else len(OPEN)
    return OPEN[place] if place < len(OPEN) else None


def _held_in(opportunity: Opportunity) -> Stage | None:
    if opportunity.stage != Stage.ON_HOLD:
        return None
    held = StageChange.objects.scope(Scope.WRITE).filter(opportunity=opportunity, after=Stage.ON_HOLD)
    last = held.order_by("-pk").first()
    return Stage(last.before) if last and last.before in OPEN else Stage.DISCOVERY


def _refuse_days(opportunity: Opportunity, decided_on: date | None, today: date) -> None:
    if decided_on is None:
        return
    if decided_on > today:
        raise OpportunityRefused(_("A day to come cannot be the day of a decision."), field="decided_on")
    if opportunity.opened_on and decided_on < opportunity.opened_on:
        raise OpportunityRefused(_("It cannot be decided before it was opened."), field="decided_on")
