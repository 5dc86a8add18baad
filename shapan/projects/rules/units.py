"""The decision unit of one purchase: which seats it has by the customer's own way of deciding, and what has changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from shapan.decisions.terms import Procedure, SeatCode
from shapan.projects.terms import Move

E, P, U, L = SeatCode.EVALUATOR, SeatCode.PROCUREMENT, SeatCode.USER, SeatCode.LEGAL_FINANCE
UNKNOWN = (E, P, U)  # the seats every purchase has beside those who decide and approve
BESIDE = {
    Procedure.DIRECT: (U,),
    Procedure.SINGLE_SOURCE: (E, U),
    Procedure.INQUIRY: (P, U),
    Procedure.NEGOTIATION: (E, P, U, L),
    Procedure.INVITED_TENDER: (E, P, U),
    Procedure.OPEN_TENDER: (E, P, U),
    Procedure.FRAMEWORK: (P, U),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat as it should be, or as it is (then with its `id`). `account_id` None: at the customer itself."""

    code: SeatCode
    account_id: int | None = None
    post_id: int | None = None
    label: str = ""
    person_ids: tuple[int, ...] = ()
    id: int | None = None

    @property
    def place(self) -> tuple[str, int, int, str]:
        return self.code, self.account_id or 0, self.post_id or 0, self.label


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the unit as it is and as the customer's way of deciding has it."""

    move: Move
    seat: Seat
    person_id: int | None = None

    @property
    def key(self) -> str:
        place = "-".join(str(part) for part in self.seat.place)
        return f"{self.move}-{place}-{self.person_id or 0}"


def beside(procedure: str) -> tuple[SeatCode, ...]:
    """The seats a procedure has beside those of the approval path."""
    return BESIDE[Procedure(procedure)] if procedure else UNKNOWN


def changes(proposed: Sequence[Seat], present: Sequence[Seat]) -> tuple[Change, ...]:
    """What would make the present unit the proposed one. Seats that people added themselves, without a post, stay; so
    does what is known of a seat at headquarters that whoever asks cannot see.
    """
    here = {seat.place: seat for seat in present}
    wanted = {seat.place for seat in proposed}
    found = []
    for seat in proposed:
        stands = here.get(seat.place)
        known = _beyond_sight(seat, present)
        if known:
            wanted |= {one.place for one in known}
            continue
        if stands is None:
            found.append(Change(Move.ADD, seat))
        already = stands.person_ids if stands else ()
        found += [Change(Move.SEAT, stands or seat, person) for person in seat.person_ids if person not in already]
        if stands and stands.post_id and seat.person_ids:
            found += [Change(Move.LEAVE, stands, person) for person in already if person not in seat.person_ids]
    followed = [seat for seat in present if seat.post_id or seat.account_id]
    return (*found, *(Change(Move.DROP, seat) for seat in followed if seat.place not in wanted))


def _beyond_sight(seat: Seat, present: Sequence[Seat]) -> list[Seat]:
    """Seats that stand where this one only says: somewhere at headquarters."""
    if seat.account_id is None or seat.post_id is not None:
        return []
    return [one for one in present if (one.code, one.account_id) == (seat.code, seat.account_id)]
