"""Everything here is open with the opportunity it hangs on."""

from datetime import date

from django.db.models import QuerySet

from shapan.foundation.models import Scope
from shapan.opportunities import policies as opportunities
from shapan.projects.models import Assessment, ElementScore, OpportunityUnit


def units_open_to(actor, today: date) -> QuerySet[OpportunityUnit]:
    return _open_to(OpportunityUnit, actor, today)


def assessments_open_to(actor, today: date) -> QuerySet[Assessment]:
    return _open_to(Assessment, actor, today)


def scores_open_to(actor, today: date) -> QuerySet[ElementScore]:
    found = assessments_open_to(actor, today).values("pk")
    return ElementScore.objects.scope(Scope.POLICY).filter(assessment__in=found)


def _open_to(model, actor, today: date) -> QuerySet:
    reached = opportunities.opportunities_open_to(actor, today).values("pk")
    return model.objects.scope(Scope.POLICY).filter(opportunity__in=reached)
