"""Everything here is open with the opportunity it hangs on."""

from datetime import date

from django.db.models import QuerySet

from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.opportunities import policies as opportunities
from shapan.projects.models import (
    Assessment,
    AuthorityTable,
    Delegation,
    ElementScore,
    Gate,
    OpportunityUnit,
    Project,
    Question,
)


def units_open_to(actor, today: date) -> QuerySet[OpportunityUnit]:
    return _open_to(OpportunityUnit, actor, today)


def assessments_open_to(actor, today: date) -> QuerySet[Assessment]:
    return _open_to(Assessment, actor, today)


def scores_open_to(actor, today: date) -> QuerySet[ElementScore]:
    found = assessments_open_to(actor, today).values("pk")
    return ElementScore.objects.scope(Scope.POLICY).filter(assessment__in=found)


def projects_open_to(actor, today: date) -> QuerySet[Project]:
    return _open_to(Project, actor, today)


def questions_open_to(actor, today: date) -> QuerySet[Question]:
    return _open_to(Question, actor, today)


def gates_open_to(actor, today: date) -> QuerySet[Gate]:
    return _open_to(Gate, actor, today)


def authority_tables() -> QuerySet[AuthorityTable]:
    """Who decides what is known to every colleague."""
    return AuthorityTable.objects.scope(Scope.POLICY)


def delegations() -> QuerySet[Delegation]:
    """So is who stands in for whom."""
    return Delegation.objects.scope(Scope.POLICY)


def may_set_authority(actor, today: date) -> bool:
    return identity.may_enrol(actor, today)


def _open_to(model, actor, today: date) -> QuerySet:
    reached = opportunities.opportunities_open_to(actor, today).values("pk")
    return model.objects.scope(Scope.POLICY).filter(opportunity__in=reached)
