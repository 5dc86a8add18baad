"""Defining seats and naming who holds them."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.decisions import policies, rules
from shapan.decisions.models import DecisionSeat, DecisionUnit, SeatHolder
from shapan.decisions.terms import Confidence, Influence, SeatCode, Tag
from shapan.foundation.models import Scope, change, in_force
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
    """Say that a person now in a post at the account holds this seat of its default unit. `label` tells several seats
    of one kind apart; a new one adds a seat.
    """
    in_posts = people.people_in_posts(actor=actor, account_id=account_id, on=started_on or today, today=today)
    if person_id not in {held.person_id for held in in_posts}:
        raise DecisionRefused(_("This person has no post at this company."), field="person")
    unit = default_unit(actor=actor, account_id=account_id, today=today)
    seat = _seat(unit, code, label) or _add_seat(actor, unit, code=code, label=label)
    facts = {"influence": influence, "share": share, "confidence": confidence, "source": source}
    return hold(actor, seat, account_id, person_id, today, started_on=started_on or today, **facts)


def hold(actor, seat: DecisionSeat, account_id: int, person_id: int, today: date, **facts) -> SeatHolder:
    """The row and its event; the caller has checked the right and that the person is in a post there."""
    held = SeatHolder.objects.scope(Scope.WRITE).filter(in_force(today), seat=seat, person_id=person_id)
    if held.exists():
        raise DecisionRefused(_("This person holds the seat already."), field="person")
    holder = SeatHolder(seat=seat, person_id=person_id, **facts)
    holder.full_clean()
    holder.save()
    journal.record(
        actor=actor,
        tag=Tag.HOLDER_NAMED,
        subject=holder,
        account_id=account_id,
        person_id=person_id,
        person=person_id,
        seat=seat.code,
    )
    return holder


@transaction.atomic
def end_holder(*, actor, holder_id: int, ended_on: date, today: date) -> SeatHolder:
    """The person keeps the post and leaves the seat in the decision on that day."""
    held = policies.holders_open_to(actor, today).select_related("seat__unit").filter(pk=holder_id, ended_on=None)
    holder = held.first()
    if holder is None or not accounts.may_edit(actor, holder.seat.unit.account_id, today):
        raise DecisionRefused(_("Nobody you know of holds this seat."))
    if holder.started_on is not None and ended_on < holder.started_on:
        raise DecisionRefused(_("A seat cannot end before it began."), field="ended_on")
    SeatHolder.objects.scope(Scope.WRITE).filter(pk=holder.pk).update(ended_on=ended_on)
    holder.ended_on = ended_on
    journal.record(
        actor=actor,
        tag=Tag.HOLDER_LEFT,
        subject=holder,
        account_id=holder.seat.unit.account_id,
        person_id=holder.person_id,
        person=holder.person_id,
        seat=holder.seat.code,
        on=str(ended_on),
    )
    return holder


@transaction.atomic
def end_seat(*, actor, seat_id: int, ended_on: date, today: date) -> DecisionSeat:
    """From that day the customer decides without this seat; the houses of the days before keep it."""
    seat = policies.seats_open_to(actor, today).select_related("unit").filter(pk=seat_id, ended_on=None).first()
    if seat is None or not accounts.may_edit(actor, seat.unit.account_id, today):
        raise DecisionRefused(_("There is no such seat in the decision."))
    held = SeatHolder.objects.scope(Scope.WRITE).filter(seat=seat)
    if held.exclude(ended_on__lte=ended_on).filter(person__in=_in_posts(actor, seat, ended_on, today)).exists():
        raise DecisionRefused(_("Somebody holds this seat: record first that the person leaves it."))
    change(seat, ended_on=ended_on)
    journal.record(
        actor=actor, tag=Tag.SEAT_ENDED, subject=seat, account_id=seat.unit.account_id, seat=seat.code, on=str(ended_on)
    )
    return seat


def _in_posts(actor, seat: DecisionSeat, on: date, today: date) -> set[int]:
    """Whoever has left the company's posts has left the seat."""
    here = people.people_in_posts(actor=actor, account_id=seat.account_id or seat.unit.account_id, on=on, today=today)
    return {held.person_id for held in here}


def _seat(unit: DecisionUnit, code: SeatCode, label: str) -> DecisionSeat | None:
    """The seat of that kind and label; without a label, the only one of its kind there is."""
    seats = list(DecisionSeat.objects.scope(Scope.WRITE).filter(unit=unit, code=code, ended_on=None).order_by("pk"))
    found = next((seat for seat in seats if seat.label == label), None)
    if found is None and not label and len(seats) > 1:
        named = ", ".join(seat.label for seat in seats)
        raise DecisionRefused(_("There are several such seats: {names}. Say which.").format(names=named), field="label")
    return found or (seats[0] if seats and not label else None)


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
