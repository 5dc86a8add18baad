"""How these actions refuse, and how they find the opportunity they may change."""

from datetime import date

from django.utils.translation import gettext as _

from shapan.kernel.errors import Refused
from shapan.opportunities import policies, queries
from shapan.opportunities.queries import OpportunityFacts


class ProjectRefused(Refused):
    """The message is fit to show to the person who asked."""


def facts_to_change(actor, opportunity_id: int, today: date) -> OpportunityFacts:
    found = queries.opportunity(actor=actor, opportunity_id=opportunity_id, today=today)
    if found is None or not policies.may_change(actor, opportunity_id, today):
        raise ProjectRefused(_("This opportunity is not yours to change."))
    return found
