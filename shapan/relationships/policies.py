"""What is judged of a person travels forward with the person (see people.policies); what is read of a company is open
with the company.
"""

from datetime import date

from django.db.models import QuerySet

from shapan.access import policies as access
from shapan.access.terms import Level
from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.people import policies as people
from shapan.relationships.models import Claim, Evidence, IndicatorReading, KindTag, Settlement, Target


def evidence_in(history: people.History) -> QuerySet[Evidence]:
    return history.rows(Evidence.objects.scope(Scope.POLICY), day="observed_on")


def evidence_editable_by(actor, today: date) -> QuerySet[Evidence]:
    return access.within_reach(Evidence.objects.scope(Scope.POLICY), actor=actor, today=today, level=Level.EDIT)


def claims_in(history: people.History) -> QuerySet[Claim]:
    return history.rows(Claim.objects.scope(Scope.POLICY), day="claimed_on")


def settlements_in(history: people.History) -> QuerySet[Settlement]:
    return history.rows(Settlement.objects.scope(Scope.POLICY), day="settled_on")


def targets_open_to(actor, today: date) -> QuerySet[Target]:
    everything = Target.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today)


def kinds_open_to(actor, today: date) -> QuerySet[KindTag]:
    return access.within_reach(KindTag.objects.scope(Scope.POLICY), actor=actor, today=today)


def indicators_open_to(actor, today: date) -> QuerySet[IndicatorReading]:
    everything = IndicatorReading.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today)


def may_settle(actor, today: date) -> bool:
    """Settling opposition is a manager's act (domain.md §2.1)."""
    return access.sees_all_accounts(actor, today) or identity.leads_anyone(actor)
