"""What is judged of a person travels forward with the person (see people.policies); what is read of a company is open
with the company.
"""

from datetime import date

from django.db.models import QuerySet

from shapan.access import policies as access
from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.people import policies as people
from shapan.relationships.models import Claim, Evidence, IndicatorReading, KindTag, Settlement, Target


def evidence_open_to(actor, today: date) -> QuerySet[Evidence]:
    everything = Evidence.objects.scope(Scope.POLICY)
    return people.history_within_reach(everything, actor=actor, today=today, day="observed_on")


def claims_open_to(actor, today: date) -> QuerySet[Claim]:
    everything = Claim.objects.scope(Scope.POLICY)
    return people.history_within_reach(everything, actor=actor, today=today, day="claimed_on")


def settlements_open_to(actor, today: date) -> QuerySet[Settlement]:
    everything = Settlement.objects.scope(Scope.POLICY)
    return people.history_within_reach(everything, actor=actor, today=today, day="settled_on")


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
