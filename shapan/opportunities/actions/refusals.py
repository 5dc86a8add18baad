"""How these actions refuse, and how they find the row they may change."""

from datetime import date

from django.utils.translation import gettext as _

from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.kernel.errors import Refused
from shapan.opportunities import policies
from shapan.opportunities.models import Lead, Opportunity
from shapan.opportunities.phrases import MISSING
from shapan.opportunities.terms import Fact


class OpportunityRefused(Refused):
    """The message is fit to show to the person who asked; `missing` says what a step still needs."""

    def __init__(self, message: object, *, field: str = "", missing: tuple[Fact, ...] = ()) -> None:
        super().__init__(message, field=field)
        self.missing = missing


FIELDS = {Fact.CUSTOMER: "account_id", Fact.OWNER: "owner_id"}


def refuse_missing(missing: tuple[Fact, ...] | None) -> None:
    """Say what a step needs; nothing to say when nothing is missing."""
    if missing is None:
        raise OpportunityRefused(_("This step does not lead on from where it stands."))
    if missing:
        named = _(", ").join(str(MISSING[fact]) for fact in missing)
        field = FIELDS.get(missing[0], missing[0].value)
        raise OpportunityRefused(_("Still missing: {facts}.").format(facts=named), field=field, missing=missing)


def opportunity_to_change(actor, opportunity_id: int, today: date) -> Opportunity:
    if not policies.may_change(actor, opportunity_id, today):
        raise OpportunityRefused(_("This opportunity is not yours to change."))
    return Opportunity.objects.scope(Scope.WRITE).select_for_update().get(pk=opportunity_id)


def lead_to_change(actor, lead_id: int, today: date) -> Lead:
    if not policies.may_change_lead(actor, lead_id, today):
        raise OpportunityRefused(_("This lead is not yours to change."))
    return Lead.objects.scope(Scope.WRITE).select_for_update().get(pk=lead_id)


def refuse_absent(owner_id: int) -> None:
    """An owner works here."""
    if not identity.colleagues(ids=[owner_id]):
        raise OpportunityRefused(_("There is no such colleague."), field="owner_id")
