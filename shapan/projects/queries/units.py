"""The decision unit of an opportunity: how it stands, and what the customer's way of deciding would make of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shapan.decisions import queries as decisions
from shapan.decisions.queries import SeatFacts
from shapan.decisions.terms import Confidence, SeatCode
from shapan.opportunities import queries as opportunities
from shapan.opportunities.queries import OpportunityFacts
from shapan.opportunities.rules.money import Money, Sum
from shapan.people import queries as people
from shapan.projects import policies
from shapan.projects.rules import units
from shapan.projects.rules.units import Change, Seat
from shapan.relationships import queries as relationships
from shapan.relationships.queries import Deciding, UnitStanding

GOOD_SOURCES = frozenset("AB")  # reliable enough to call a holder confirmed


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of an opportunity with its standing on a day."""

    unit_id: int
    derived_on: date
    derived_by: str
    standing: UnitStanding


@dataclass(frozen=True, slots=True)
class Offered:
    """One change as a person reads it: at which company, in which post, who."""

    change: Change
    account: str
    title: str
    person: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """`deciding` None: a fact of the opportunity is missing that says who decides."""

    deciding: Deciding | None
    changes: tuple[Offered, ...]


def unit_of(*, actor, facts: OpportunityFacts, today: date) -> Unit | None:
    """None while nobody has derived it."""
    found = policies.units_open_to(actor, today).filter(opportunity_id=facts.id)
    row = found.values_list("unit_id", "derived_on", "derived_by__name", "unit__account_id").first()
    if row is None:
        return None
    *said, account_id = row
    who = {"actor": actor, "on": today, "today": today}
    return Unit(*said, relationships.unit_standing(account_id=account_id, unit_id=row[0], **who))


def seat_of(*, actor, facts: OpportunityFacts, seat_id: int, today: date) -> SeatFacts | None:
    """A seat of this opportunity's unit; None when there is none by that number."""
    unit_id = _unit_id(facts.id, actor, today)
    if unit_id is None:
        return None
    seats = decisions.unit_seats(actor=actor, unit_id=unit_id, on=today, today=today)
    return next((seat for seat in seats if seat.id == seat_id), None)


def deciding(*, actor, facts: OpportunityFacts, today: date) -> Deciding | None:
    """Who decides on this opportunity by what is recorded of the customer; None while its customer or its amount is not
    known, or its currency has no rate.
    """
    amount = reported_amount(facts, today)
    if facts.account_id is None or amount is None:
        return None
    return relationships.who_decides(
        actor=actor, account_id=facts.account_id, amount=amount, category=facts.category, today=today
    )


def reported_amount(facts: OpportunityFacts, today: date) -> Decimal | None:
    """In the reporting currency, in which amounts of bands, classes and authority are compared."""
    if facts.amount is None:
        return None
    return opportunities.rates().total([Sum(Money(facts.amount, facts.currency), today)]).value


def derivation(*, actor, facts: OpportunityFacts, today: date) -> Derivation:
    who = {"actor": actor, "today": today}
    answer = deciding(facts=facts, **who)
    if answer is None or answer.mode is None:
        return Derivation(answer, ())
    offered = units.changes(_proposed(answer, who), _present(facts.id, who))
    names = people.names({change.person_id for change in offered if change.person_id}, **who)
    titles = people.post_names({change.seat.post_id for change in offered if change.seat.post_id}, **who)
    places = {step.account_id: step.account for step in answer.path if step.above}
    return Derivation(
        answer,
        tuple(
            Offered(
                change,
                places.get(change.seat.account_id or 0, ""),
                titles.get(change.seat.post_id, change.seat.label),
                names.get(change.person_id, ""),
            )
            for change in offered
        ),
    )


def _proposed(answer: Deciding, who) -> list[Seat]:
    """The path of approval; beside it the seats of the procedure, with those who hold them in general."""
    seats = [
        Seat(
            SeatCode(step.role),
            (step.account_id or None) if step.above else None,
            step.post_id,
            person_ids=(step.person.person_id,) if step.person else (),
        )
        for step in answer.path
    ]
    account_id = answer.account.id
    general = decisions.default_seats(account_ids=[account_id], on=who["today"], **who)[account_id]
    for code in units.beside(answer.mode.procedure if answer.mode else ""):
        known = [seat for seat in general if seat.code == code] or [None]
        seats += [
            Seat(
                code,
                label=seat.label if seat else "",
                person_ids=tuple(holder.person_id for holder in seat.holders) if seat else (),
            )
            for seat in known
        ]
    return seats


def _present(opportunity_id: int, who) -> list[Seat]:
    unit_id = _unit_id(opportunity_id, **who)
    if unit_id is None:
        return []
    return [
        Seat(
            SeatCode(seat.code), seat.account_id, seat.post_id, seat.label,
            tuple(holder.person_id for holder in seat.holders), seat.id,
        )
        for seat in decisions.unit_seats(unit_id=unit_id, on=who["today"], **who)
    ]  # fmt: skip


def _unit_id(opportunity_id: int, actor, today: date) -> int | None:
    found = policies.units_open_to(actor, today).filter(opportunity_id=opportunity_id)
    return found.values_list("unit_id", flat=True).first()


def what_is_known(*, actor, answer: Deciding, seat: Seat, person_id: int, today: date) -> dict:
    """Influence, source and how sure we are of somebody who sits down in a seat: as recorded of the customer."""
    if seat.post_id and answer.mode:
        sure = answer.mode.grade[:1] in GOOD_SOURCES
        return {"confidence": Confidence.CONFIRMED if sure else Confidence.INFERRED, "source": answer.mode.source}
    account_id = answer.account.id
    general = decisions.default_seats(actor=actor, account_ids=[account_id], on=today, today=today)[account_id]
    for known in general:
        for holder in known.holders:
            if known.code == seat.code and known.label == seat.label and holder.person_id == person_id:
                return {"influence": holder.influence, "confidence": holder.confidence, "source": holder.source}
    return {}
