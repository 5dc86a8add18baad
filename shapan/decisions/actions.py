"""Defining seats and naming who holds them."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.decisions import rules
from shapan.decisions.models import DecisionSeat, DecisionUnit, SeatHolder
from shapan.decisions.terms import Confidence, Influence, SeatCode, Tag
from shapan.foundation.models import Scope, in_force
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused
from shapan.people import queries as people


class DecisionRefused(Refused):
    """The message is fit to show to the person who asked."""


@transaction.atomic
def define_seat(
    *,
    actor,
    account_id: int,
    code: SeatCode,
    today: date,
    chain: str = "",
    label: str = "",
    weight: float | None = None,
    required: bool = True,
) -> DecisionSeat:
    """Add a seat to the account's default unit."""
    unit = default_unit(actor=actor, account_id=account_id, today=today)
    return _add_seat(actor, unit, code=code, chain=chain, label=label, weight=weight, required=required)


@transaction.atomic
def name_holder(
    *,
    actor,
    account_id: int,
    code: SeatCode,
    person_id: int,
    today: date,
    influence: Influence | None = None,
    confidence: Confidence = Confidence.INFERRED,
    share: float = 1.0,
    source: str = "",
    label: str = "",
    started_on: date | None = None,
) -> SeatHolder:
    """Say that a person now in a post at the account holds this seat of its default unit."""
    in_posts = people.people_in_posts(actor=actor, account_id=account_id, on=started_on or today, today=today)
    if person_id not in {held.person_id for held in in_posts}:
        raise DecisionRefused(_("This person has no post at this company."), field="person")
    unit = default_unit(actor=actor, account_id=account_id, today=today)
    seats = DecisionSeat.objects.scope(Scope.WRITE).filter(unit=unit, code=code)
    seat = (seats.filter(label=label) if label else seats).order_by("pk").first()
    if seat is None:
        seat = _add_seat(actor, unit, code=code, label=label)
    held = SeatHolder.objects.scope(Scope.WRITE).filter(in_force(today), seat=seat, person_id=person_id)
    if held.exists():
        raise DecisionRefused(_("This person holds the seat already."), field="person")
    holder = SeatHolder(
        seat=seat, person_id=person_id, influence=influence, share=share, confidence=confidence, source=source,
        started_on=started_on or today,
    )  # fmt: skip
    holder.full_clean()
    holder.save()
    journal.record(
        actor=actor,
        tag=Tag.HOLDER_NAMED,
        subject=holder,
        account_id=account_id,
        person_id=person_id,
        person=person_id,
        seat=code,
    )
    return holder


def default_unit(*, actor, account_id: int, today: date) -> DecisionUnit:
    """The account's default unit, with the five seats every purchase has when nobody has defined it yet."""
    if not accounts.may_edit(actor, account_id, today):
        raise DecisionRefused(_("You hold no seat on this account team."))
    unit = DecisionUnit.objects.scope(Scope.WRITE).filter(account_id=account_id, is_default=True).first()
    if unit is None:
        unit = DecisionUnit(account_id=account_id, name=_("Purchases in general"), is_default=True)
        unit.save()
        journal.record(actor=actor, tag=Tag.UNIT_OPENED, subject=unit, account_id=account_id)
        for code in rules.DEFAULT_SEATS:
            DecisionSeat(unit=unit, code=code).save()
    return unit


def _add_seat(actor, unit: DecisionUnit, **facts) -> DecisionSeat:
    seat = DecisionSeat(unit=unit, **facts)
    seat.full_clean()
    seat.save()
    journal.record(actor=actor, tag=Tag.SEAT_DEFINED, subject=seat, account_id=unit.account_id, seat=seat.code)
    return seat
