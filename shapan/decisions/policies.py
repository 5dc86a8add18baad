"""Decision seats, their holders, and how the customer decides are open with the account."""

from datetime import date

from django.db.models import Q, QuerySet

from shapan.access import policies as access
from shapan.decisions.models import AmountBand, DecisionMode, DecisionSeat, SeatHolder
from shapan.foundation.models import Scope


def seats_open_to(actor, today: date) -> QuerySet[DecisionSeat]:
    everything = DecisionSeat.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="unit__account_id")


def holders_open_to(actor, today: date) -> QuerySet[SeatHolder]:
    """Who sits at headquarters is open with headquarters."""
    everything = SeatHolder.objects.scope(Scope.POLICY)
    found = access.within_reach(everything, actor=actor, today=today, account="seat__unit__account_id")
    if not actor.is_authenticated or access.sees_all_accounts(actor, today):
        return found
    beyond = Q(seat__account_id__in=access.accounts_reached(actor, today))
    return found.filter(Q(seat__account_id__isnull=True) | beyond)


def modes_open_to(actor, today: date) -> QuerySet[DecisionMode]:
    return access.within_reach(DecisionMode.objects.scope(Scope.POLICY), actor=actor, today=today)


def bands_open_to(actor, today: date) -> QuerySet[AmountBand]:
    everything = AmountBand.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="mode__account_id")
