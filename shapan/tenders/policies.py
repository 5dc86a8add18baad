"""A tender is open with its opportunity."""

from datetime import date

from django.db.models import QuerySet

from shapan.access.terms import Level
from shapan.foundation.models import Scope, listed
from shapan.opportunities import policies as opportunities
from shapan.tenders.models import Lot, SupportedBidder, Tender, TenderDay, TenderStep


def tenders_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Tender]:
    open_deals = opportunities.opportunities_open_to(actor, today, level).values("pk")
    return Tender.objects.scope(Scope.POLICY).filter(opportunity__in=open_deals)


def lots_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Lot]:
    return Lot.objects.scope(Scope.POLICY).filter(tender__in=tenders_open_to(actor, today, level).values("pk"))


def may_change(actor, tender_id: int, today: date) -> bool:
    return tenders_open_to(actor, today, Level.EDIT).filter(pk=tender_id).exists()


def days_of(tender_ids) -> QuerySet[TenderDay]:
    """Of tenders already open to the actor; so below."""
    return TenderDay.objects.scope(Scope.POLICY).filter(tender__in=listed(tender_ids))


def steps_of(tender_ids) -> QuerySet[TenderStep]:
    return TenderStep.objects.scope(Scope.POLICY).filter(tender__in=listed(tender_ids))


def lots_of(tender_ids) -> QuerySet[Lot]:
    return Lot.objects.scope(Scope.POLICY).filter(tender__in=listed(tender_ids))


def bidders_of(lot_ids) -> QuerySet[SupportedBidder]:
    return SupportedBidder.objects.scope(Scope.POLICY).filter(lot__in=listed(lot_ids))
