"""What we know of a customer is open with the account."""

from datetime import date

from django.db.models import QuerySet

from shapan.access import policies as access
from shapan.foundation.models import Scope
from shapan.intelligence.models import CompetitorStanding


def standings_open_to(actor, today: date) -> QuerySet[CompetitorStanding]:
    return access.within_reach(CompetitorStanding.objects.scope(Scope.POLICY), actor=actor, today=today)
