"""Lots, and the one bidder we support for each (domain.md §14): a second one is deemed collusion."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope
from shapan.tenders.actions.tenders import TenderRefused, tell, tender_to_change
from shapan.tenders.models import Lot, SupportedBidder
from shapan.tenders.terms import State, Tag

OVER = {State.CONTRACTED, State.CANCELLED}


@transaction.atomic
def add_lot(*, actor, tender_id: int, name: str, today: date) -> Lot:
    tender = tender_to_change(actor, tender_id, today)
    lot = Lot(tender=tender, name=" ".join(name.split()))
    lot.full_clean()
    try:
        with transaction.atomic():
            lot.save()
    except IntegrityError as twin:
        raise TenderRefused(_("This lot is there already."), field="name") from twin
    tell(actor, Tag.LOT_ADDED, tender, today, lot=lot.name)
    return lot


@transaction.atomic
def support(*, actor, lot_id: int, bidder: str, today: date) -> SupportedBidder:
    """Name the bidder, ourselves or a partner. While one is named no other can be, whoever asks."""
    lot = _lot_to_change(actor, lot_id, today)
    standing = SupportedBidder.objects.scope(Scope.WRITE).filter(lot=lot, ended_on=None).first()
    if standing is not None:
        raise TenderRefused(_second(standing.bidder), field="bidder")
    row = SupportedBidder(lot=lot, bidder=" ".join(bidder.split()), named_on=today, named_by=actor)
    row.full_clean()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as other:  # somebody named one at the same moment
        raise TenderRefused(_second("…"), field="bidder") from other
    tell(actor, Tag.SUPPORTED, lot.tender, today, lot=lot.name, bidder=row.bidder)
    return row


@transaction.atomic
def end_support(*, actor, lot_id: int, why: str, today: date) -> None:
    """Before publication only: a change of sides in a running tender is what the law calls collusion."""
    lot = _lot_to_change(actor, lot_id, today)
    row = SupportedBidder.objects.scope(Scope.WRITE).filter(lot=lot, ended_on=None).first()
    if row is None:
        raise TenderRefused(_("Nobody is supported for this lot."))
    if lot.tender.published_on:
        raise TenderRefused(_("It is published: whom we support no longer changes. Ask compliance."))
    if not why.strip():
        raise TenderRefused(_("Give the reason."), field="why")
    row.ended_on, row.why = today, why.strip()
    row.save(update_fields=["ended_on", "why"])
    tell(actor, Tag.SUPPORT_ENDED, lot.tender, today, lot=lot.name, bidder=row.bidder, why=row.why)


def _lot_to_change(actor, lot_id: int, today: date) -> Lot:
    lot = Lot.objects.scope(Scope.WRITE).select_related("tender").filter(pk=lot_id).first()
    if lot is None:
        raise TenderRefused(_("This tender is not yours to change."))
    tender_to_change(actor, lot.tender_id, today)
    if lot.tender.state in OVER:
        raise TenderRefused(_("This tender is over."))
    return lot


def _second(bidder: str) -> str:
    return _(
        "We support {bidder} for this lot already. One lot, one bidder: a second is deemed collusion and cannot be "
        "named."
    ).format(bidder=bidder)
