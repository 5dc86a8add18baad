"""The account's frame: who it is, where it stands in its group, who of us serves it."""

from dataclasses import dataclass
from datetime import date

from shapan.accounts import policies as account_policies
from shapan.accounts import queries as accounts
from shapan.accounts.queries import AccountFacts, Branch
from shapan.compliance import queries as compliance
from shapan.compliance.rules.quiet import Quiet
from shapan.teams import policies as team_policies
from shapan.teams import queries as teams
from shapan.teams.queries import SeatHeld
from shapan.teams.rules import Lineup, lineup
from shapan.teams.terms import SeatRole


@dataclass(frozen=True, slots=True)
class AccountHead:
    """What stands above every page of an account."""

    facts: AccountFacts
    trail: tuple[Branch, ...]
    family: tuple[Branch, ...]
    team: tuple[SeatHeld, ...]
    lineup: Lineup
    quiet: tuple[Quiet, ...]
    may_edit: bool
    may_seat: bool
    on: date
    today: date

    @property
    def at(self) -> str:
        """The query string that keeps another day in view; empty for today."""
        return "" if self.on == self.today else f"?at={self.on.isoformat()}"


def head(*, actor, account_id: int, on: date, today: date) -> AccountHead | None:
    """None when there is no such account, or none that this actor may know of."""
    facts = accounts.account(actor=actor, account_id=account_id, today=today)
    if facts is None:
        return None
    family = accounts.family(actor=actor, account_id=account_id, today=today)
    seats = teams.seats(actor=actor, account_ids=[account_id], on=on, today=today)
    quiet = compliance.quiet(actor=actor, account_ids=[account_id], today=today, since=on)
    return AccountHead(
        facts=facts,
        trail=_above(family),
        family=tuple(family),
        team=tuple(seats),
        lineup=lineup(frozenset(SeatRole(seat.role) for seat in seats), facts.tier),
        quiet=tuple(one for one in quiet if one.covers(on)),
        may_edit=account_policies.may_edit(actor, account_id, today),
        may_seat=team_policies.may_seat(actor, account_id, today),
        on=on,
        today=today,
    )


def _above(family: list[Branch]) -> tuple[Branch, ...]:
    """The companies on the way from the top of the tree down to this one."""
    trail: list[Branch] = []
    for branch in family:
        del trail[branch.depth :]
        if branch.here:
            break
        trail.append(branch)
    return tuple(trail)
