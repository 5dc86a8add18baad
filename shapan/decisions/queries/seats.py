"""Decision seats with those who hold them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from shapan.decisions import policies, rules
from shapan.decisions.terms import SeatCode
from shapan.foundation.models import in_force, listed
from shapan.people import policies as people
from shapan.people import queries as people_reads


@dataclass(frozen=True, slots=True)
class Holder:
    id: int
    person_id: int
    influence: str | None
    share: float
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """One seat with its holders on a day. `id` None: the default seats of a unit nobody has defined yet."""

    id: int | None
    code: str
    chain: str
    label: str
    weight: float
    required: bool
    holders: tuple[Holder, ...]
    account_id: int | None = None  # of the company it stands at; None: the unit's own
    post_id: int | None = None
    version: int = 1
    own_weight: float | None = None  # as somebody set it; None: the weight of its part


@dataclass(frozen=True, slots=True)
class SeatPlace:
    """A seat, and where it stands."""

    id: int
    account_id: int
    account: str
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class HolderPlace:
    """Who holds which seat, and where."""

    id: int
    account_id: int
    person_id: int
    person: str
    code: str
    label: str


UNDEFINED = tuple(SeatFacts(None, code, "", "", rules.seat_weight(code), True, ()) for code in rules.DEFAULT_SEATS)


def default_seats(*, actor, account_ids, on: date, today: date) -> dict[int, tuple[SeatFacts, ...]]:
    """The seats of each account's default unit with those who hold them on that day, heaviest first.

    An account whose unit nobody has defined has the five seats every purchase has, all empty.
    """
    rows = policies.seats_open_to(actor, today).filter(unit__account_id__in=listed(account_ids), unit__is_default=True)
    rows = rows.exclude(ended_on__lte=on)
    rows = rows.values_list("unit__account_id", "pk", "code", "chain", "label", "weight", "required")
    found = list(rows)
    holders = _holders(actor, [row[1] for row in found], on, today)
    seats = defaultdict(list)
    for account_id, pk, code, chain, label, own, required in found:
        weight = rules.seat_weight(SeatCode(code), chain, own)
        seats[account_id].append(SeatFacts(pk, code, chain, label, weight, required, tuple(holders[pk])))
    return {
        account_id: tuple(sorted(seats[account_id], key=_heaviest)) if account_id in seats else UNDEFINED
        for account_id in account_ids
    }


def unit_seats(*, actor, unit_id: int, on: date, today: date) -> tuple[SeatFacts, ...]:
    """The seats of one unit with those who hold them on that day, heaviest first."""
    rows = policies.seats_open_to(actor, today).filter(unit_id=unit_id).exclude(ended_on__lte=on)
    columns = ("pk", "code", "chain", "label", "weight", "required", "account_id", "post_id", "version")
    found = list(rows.values_list(*columns))
    holders = _holders(actor, [row[0] for row in found], on, today)
    seats = [
        SeatFacts(
            pk, code, chain, label, rules.seat_weight(SeatCode(code), chain, own), required, tuple(holders[pk]), *place,
            own,
        )
        for pk, code, chain, label, own, required, *place in found
    ]  # fmt: skip
    return tuple(sorted(seats, key=_heaviest))


def seat_holders_of(*, actor, person_id: int, on: date, today: date) -> list[tuple[int, str]]:
    """(account id, seat code) of the default-unit seats this person holds."""
    held = policies.holders_open_to(actor, today).filter(in_force(on), person_id=person_id, seat__unit__is_default=True)
    return list(held.values_list("seat__unit__account_id", "seat__code"))


def seat(*, actor, seat_id: int, today: date) -> SeatPlace | None:
    """None when there is no such seat, or none that this actor may know of."""
    row = policies.seats_open_to(actor, today).filter(pk=seat_id, ended_on=None)
    row = row.values_list("pk", "unit__account_id", "unit__account__name", "code", "label").first()
    return SeatPlace(*row) if row else None


def holder(*, actor, holder_id: int, today: date) -> HolderPlace | None:
    """None when nobody holds a seat by that number any more, or nobody that this actor may know of."""
    row = policies.holders_open_to(actor, today).filter(pk=holder_id, ended_on=None)
    row = row.values_list("pk", "seat__unit__account_id", "person_id", "seat__code", "seat__label").first()
    names = people_reads.names([row[2]], actor=actor, today=today) if row else {}
    return HolderPlace(*row[:3], names[row[2]], *row[3:]) if names else None


def _heaviest(seat: SeatFacts):
    return (-seat.weight, seat.id or 0)


def _holders(actor, seat_ids, on, today) -> dict[int, list[Holder]]:
    """Whoever has left the company's posts by that day has left the seat: no second book is kept of that."""
    place = Coalesce(OuterRef("seat__account_id"), OuterRef("seat__unit__account_id"))
    in_post = people.in_post_at(place, OuterRef("person_id"), on)
    held = policies.holders_open_to(actor, today).filter(in_force(on), Exists(in_post), seat_id__in=listed(seat_ids))
    by_seat = defaultdict(list)
    for row in held.order_by("pk").values_list(
        "seat_id", "pk", "person_id", "influence", "share", "confidence", "source"
    ):
        by_seat[row[0]].append(Holder(*row[1:]))
    return by_seat
