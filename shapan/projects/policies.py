"""Everything here is open with the opportunity it hangs on."""

from datetime import date

from django.db.models import QuerySet

from shapan.foundation.models import Scope
from shapan.opportunities import policies as opportunities
from shapan.projects.models import OpportunityUnit


def units_open_to(actor, today: date) -> QuerySet[OpportunityUnit]:
    return _open_to(OpportunityUnit, actor, today)


def _open_to(model, actor, today: date) -> QuerySet:
    reached = opportunities.opportunities_open_to(actor, today).values("pk")
    return model.objects.scope(Scope.POLICY).filter(opportunity__in=reached)
