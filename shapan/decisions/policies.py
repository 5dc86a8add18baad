"""Decision seats, their holders, and how the customer decides are open with the account."""

from datetime import date

from django.db.models import QuerySet

from shapan.access import policies as access
from shapan.decisions.models import AmountBand, DecisionMode, DecisionSeat, SeatHolder
from shapan.foundation.models import Scope


def seats_open_to(actor, today: date) -> QuerySet[DecisionSeat]:
    everything = DecisionSeat.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="unit__account_id")


def holders_open_to(actor, today: date) -> QuerySet[SeatHolder]:
    everything = SeatHolder.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="seat__unit__account_id")


def modes_open_to(actor, today: date) -> QuerySet[DecisionMode]:
    return access.within_reach(DecisionMode.objects.scope(Scope.POLICY), actor=actor, today=today)


def bands_open_to(actor, today: date) -> QuerySet[AmountBand]:
    everything = AmountBand.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="mode__account_id")
