"""What is to be won."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope
from shapan.journal import actions as journal
from shapan.kernel.periods import quarter_start
from shapan.opportunities import policies
from shapan.opportunities.actions.refusals import OpportunityRefused
from shapan.opportunities.models import SalesTarget
from shapan.opportunities.terms import Tag


@transaction.atomic
def set_target(*, actor, owner_id: int, quarter: date, amount: Decimal, today: date) -> SalesTarget:
    """What the colleague, with everybody led, is to win in the quarter; anew, it takes the place of the old one."""
    if owner_id not in {row.id for row in policies.colleagues_to_set_targets(actor, today)}:
        raise OpportunityRefused(_("You set targets for people you lead."), field="owner_id")
    if amount <= 0:
        raise OpportunityRefused(_("A target is above nothing."), field="amount")
    known = SalesTarget.objects.scope(Scope.WRITE).filter(owner_id=owner_id, quarter=quarter_start(quarter)).first()
    target = known or SalesTarget(owner_id=owner_id, quarter=quarter_start(quarter))
    target.amount = amount
    target.full_clean()
    target.save()
    journal.record(
        actor=actor, tag=Tag.TARGET_SET, subject=target, owner=owner_id, quarter=str(target.quarter),
        amount=str(amount), currency=settings.REPORTING_CURRENCY,
    )  # fmt: skip
    return target
