"""Why an opportunity was won or lost (domain.md §11.6)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope
from shapan.journal import actions as journal
from shapan.opportunities.actions.refusals import OpportunityRefused, opportunity_to_change
from shapan.opportunities.models import Review
from shapan.opportunities.terms import CLOSED, Tag


@transaction.atomic
def review(
    *, actor, opportunity_id: int, spoke_with: str, reviewer_reason: str, reviewer_words: str, today: date, **said
) -> Review:
    """`said`: owner_reason, owner_words, customer_reason, customer_words, element. Anew, it replaces the first."""
    opportunity = opportunity_to_change(actor, opportunity_id, today)
    if opportunity.stage not in CLOSED:
        raise OpportunityRefused(_("Only what is decided is reviewed."))
    if opportunity.owner_id == actor.pk:
        raise OpportunityRefused(_("Its owner does not review it: ask a colleague."))
    known = Review.objects.scope(Scope.WRITE).filter(opportunity=opportunity).first()
    found = known or Review(opportunity=opportunity)
    facts = {"by": actor, "on": today, "spoke_with": spoke_with, "reviewer_reason": reviewer_reason}
    for name, value in (facts | {"reviewer_words": reviewer_words} | said).items():
        setattr(found, name, value)
    found.full_clean()
    found.save()
    journal.record(
        actor=actor, tag=Tag.REVIEWED, subject=opportunity, account_id=opportunity.account_id,
        opportunity=opportunity.pk, reason=reviewer_reason,
    )  # fmt: skip
    return found
