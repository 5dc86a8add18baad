"""The decision unit of an opportunity: derived from the customer's way of deciding, then kept by people."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.decisions import actions as decisions
from shapan.decisions import policies as decision_policies
from shapan.decisions import queries as decision_reads
from shapan.decisions.terms import SeatCode
from shapan.foundation.models import Scope
from shapan.journal import actions as journal
from shapan.opportunities.queries import OpportunityFacts
from shapan.projects import queries
from shapan.projects.actions.refusals import ProjectRefused, facts_to_change
from shapan.projects.models import OpportunityUnit
from shapan.projects.rules.units import Change
from shapan.projects.terms import Move, Tag
from shapan.relationships.queries import Deciding


@transaction.atomic
def derive_unit(*, actor, opportunity_id: int, today: date, chosen: Collection[str] | None = None) -> OpportunityUnit:
    """Make the unit what the customer's way of deciding says; `chosen` are the keys of the changes to make, None: all.

    A unit that stands is changed by nothing but the changes that somebody chose.
    """
    facts = facts_to_change(actor, opportunity_id, today)
    offered = queries.derivation(actor=actor, facts=facts, today=today)
    if offered.deciding is None:
        raise ProjectRefused(_("Who decides follows from the customer and the amount: enter both first."))
    if offered.deciding.mode is None:
        raise ProjectRefused(_("Nobody has recorded how this customer decides on this category."))
    made = OpportunityUnit.objects.scope(Scope.WRITE).filter(opportunity_id=opportunity_id).first()
    if made is None:
        made = _open(actor, facts, today)
    elif chosen is None:
        raise ProjectRefused(_("The unit stands already: say which of the changes to make."))
    done = [one.change for one in offered.changes if chosen is None or one.change.key in chosen]
    _carry_out(actor, made, done, offered.deciding, today)
    journal.record(
        actor=actor, tag=Tag.UNIT_DERIVED, subject=made, account_id=facts.account_id, opportunity=opportunity_id,
        seats=_count(done, Move.ADD), holders=_count(done, Move.SEAT), ended=_count(done, Move.LEAVE, Move.DROP),
    )  # fmt: skip
    return made


def add_seat(*, actor, opportunity_id: int, today: date, code: SeatCode, label: str = "", required: bool = True):
    """A seat that the customer's rules do not name, as somebody has seen it."""
    facts_to_change(actor, opportunity_id, today)
    unit_id = _unit_of(opportunity_id)
    return decisions.add_seat(actor=actor, unit_id=unit_id, code=code, label=label, required=required, today=today)


def change_seat(*, actor, opportunity_id: int, seat_id: int, today: date, **facts):
    _own(actor, opportunity_id, seat_id, today)
    return decisions.change_seat(actor=actor, seat_id=seat_id, today=today, **facts)


def seat_person(*, actor, opportunity_id: int, seat_id: int, today: date, **facts):
    _own(actor, opportunity_id, seat_id, today)
    return decisions.seat_person(actor=actor, seat_id=seat_id, today=today, **facts)


def _open(actor, facts: OpportunityFacts, today: date) -> OpportunityUnit:
    unit = decisions.open_unit(actor=actor, account_id=facts.account_id, name=facts.name, today=today)
    made = OpportunityUnit(opportunity_id=facts.id, unit=unit, derived_on=today, derived_by=actor)
    made.save()
    return made


def _carry_out(actor, made: OpportunityUnit, done: list[Change], answer: Deciding, today: date) -> None:
    """Who leaves first, so that a seat without a holder can end; seats before those who sit down in them."""
    who = {"actor": actor, "today": today}
    held = {
        (seat.id, holder.person_id): holder.id
        for seat in decision_reads.unit_seats(unit_id=made.unit_id, on=today, **who)
        for holder in seat.holders
    }
    new = {}
    for change in sorted(done, key=lambda one: (Move.LEAVE, Move.DROP, Move.ADD, Move.SEAT).index(one.move)):
        seat = change.seat
        if change.move is Move.LEAVE:
            decisions.end_holder(holder_id=held[seat.id, change.person_id], ended_on=today, **who)
        elif change.move is Move.DROP:
            for person_id in seat.person_ids:
                decisions.end_holder(holder_id=held[seat.id, person_id], ended_on=today, **who)
            decisions.end_seat(seat_id=seat.id, ended_on=today, **who)
        elif change.move is Move.ADD:
            new[seat.place] = decisions.add_seat(
                unit_id=made.unit_id, code=seat.code, label=seat.label, account_id=seat.account_id,
                post_id=seat.post_id, **who,
            ).pk  # fmt: skip
        elif seat.id or seat.place in new:
            known = queries.what_is_known(answer=answer, seat=seat, person_id=change.person_id, **who)
            decisions.seat_person(seat_id=seat.id or new[seat.place], person_id=change.person_id, **known, **who)


def _unit_of(opportunity_id: int) -> int:
    found = OpportunityUnit.objects.scope(Scope.WRITE).filter(opportunity_id=opportunity_id)
    unit_id = found.values_list("unit_id", flat=True).first()
    if unit_id is None:
        raise ProjectRefused(_("Derive the decision unit first."))
    return unit_id


def _own(actor, opportunity_id: int, seat_id: int, today: date) -> None:
    """The seat is one of this opportunity's unit."""
    facts_to_change(actor, opportunity_id, today)
    seats = decision_policies.seats_open_to(actor, today).filter(pk=seat_id, unit_id=_unit_of(opportunity_id))
    if not seats.exists():
        raise ProjectRefused(_("There is no such seat in the decision."))


def _count(done: list[Change], *moves: Move) -> int:
    return sum(change.move in moves for change in done)
