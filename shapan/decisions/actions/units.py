"""Decision units beside the default one: those who decide together on one opportunity."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.decisions import policies
from shapan.decisions.actions.seats import DecisionRefused, hold
from shapan.decisions.models import DecisionSeat, DecisionUnit
from shapan.decisions.terms import Confidence, Influence, SeatCode, Tag
from shapan.foundation.models import Scope, change
from shapan.journal import actions as journal
from shapan.people import queries as people


@transaction.atomic
def open_unit(*, actor, account_id: int, name: str, today: date) -> DecisionUnit:
    """An empty unit at a customer."""
    _refuse_strangers(actor, account_id, today)
    unit = DecisionUnit(account_id=account_id, name=name[:200])
    unit.full_clean()
    unit.save()
    journal.record(actor=actor, tag=Tag.UNIT_OPENED, subject=unit, account_id=account_id)
    return unit


@transaction.atomic
def add_seat(
    *,
    actor,
    unit_id: int,
    code: SeatCode,
    today: date,
    label: str = "",
    required: bool = True,
    weight: float | None = None,
    account_id: int | None = None,
    post_id: int | None = None,
) -> DecisionSeat:
    """One more seat in a unit; with an account, it stands at another company of the group."""
    unit = DecisionUnit.objects.scope(Scope.WRITE).get(pk=unit_id)
    _refuse_strangers(actor, unit.account_id, today)
    elsewhere = account_id if account_id != unit.account_id else None
    if elsewhere is not None and not _is_headquarters(actor, unit.account_id, elsewhere, today):
        raise DecisionRefused(_("There is no such customer."), field="account_id")
    seat = DecisionSeat(
        unit=unit, code=code, label=label, required=required, weight=weight, account_id=elsewhere, post_id=post_id
    )
    seat.full_clean()
    seat.save()
    journal.record(actor=actor, tag=Tag.SEAT_DEFINED, subject=seat, account_id=unit.account_id, seat=seat.code)
    return seat


@transaction.atomic
def change_seat(*, actor, seat_id: int, today: date, version: int | None = None, **facts) -> DecisionSeat:
    """Its label, its weight, whether the decision needs it."""
    seat = _seat_to_change(actor, seat_id, today)
    changed = change(seat, version=version, **facts)
    if changed:
        journal.record(
            actor=actor, tag=Tag.SEAT_CHANGED, subject=seat, account_id=seat.unit.account_id, seat=seat.code,
            changed=changed,
        )  # fmt: skip
    return seat


@transaction.atomic
def seat_person(
    *,
    actor,
    seat_id: int,
    person_id: int,
    today: date,
    influence: Influence | None = None,
    confidence: Confidence = Confidence.INFERRED,
    source: str = "",
):
    """Somebody in a post at the company the seat stands at sits in it from today on."""
    seat = _seat_to_change(actor, seat_id, today)
    place = seat.account_id or seat.unit.account_id
    here = people.people_in_posts(actor=actor, account_id=place, on=today, today=today)
    if person_id not in {held.person_id for held in here}:
        raise DecisionRefused(_("This person has no post at this company."), field="person_id")
    facts = {"influence": influence, "confidence": confidence, "source": source, "started_on": today}
    return hold(actor, seat, seat.unit.account_id, person_id, today, **facts)


def _is_headquarters(actor, account_id: int, elsewhere: int, today: date) -> bool:
    """As a way of deciding of this customer names it, whether or not it is open to the actor itself."""
    modes = policies.modes_open_to(actor, today).filter(account_id=account_id, ended_on=None)
    return modes.filter(headquarters_id=elsewhere).exists()


def _seat_to_change(actor, seat_id: int, today: date) -> DecisionSeat:
    found = policies.seats_open_to(actor, today).select_related("unit").filter(pk=seat_id, ended_on=None).first()
    if found is None or not accounts.may_edit(actor, found.unit.account_id, today):
        raise DecisionRefused(_("There is no such seat in the decision."))
    return found


def _refuse_strangers(actor, account_id: int, today: date) -> None:
    if not accounts.may_edit(actor, account_id, today):
        raise DecisionRefused(_("You hold no seat on this account team."))
