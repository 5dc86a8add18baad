"""What is worth doing now, for one of us: for an account manager at the customers of the own seats, for whoever leads
or oversees at all of theirs.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Case, When

from shapan.access import policies as access
from shapan.accounts.terms import CompanyRole
from shapan.compliance import queries as compliance
from shapan.compliance.queries import Notice
from shapan.compliance.rules.quiet import Quiet
from shapan.fulfilment import queries as fulfilment
from shapan.fulfilment.queries import AcceptanceRow, FollowUpRow, Waiting
from shapan.identity import queries as identity
from shapan.insight import phrases
from shapan.insight.queries.portfolio import playing
from shapan.insight.rules import worth
from shapan.interactions import queries as interactions
from shapan.interactions.queries import PromiseDue, Step, Untold
from shapan.interactions.rules import is_going_cold
from shapan.opportunities import queries as opportunities
from shapan.people import queries as people
from shapan.people.queries import PostHeld
from shapan.projects import queries as projects
from shapan.projects.queries import TaskDue
from shapan.relationships import queries as relationships
from shapan.relationships.queries import AccountStanding, PersonStanding
from shapan.teams import queries as teams

CARED_FOR = 60  # accounts weighed: the highest tiers first
FIRST = 3
LONG, SHORT = 12, 8  # rows of a list
WEEK, MONTH, HALF_YEAR = timedelta(days=7), timedelta(days=30), timedelta(days=180)
REMINDED = timedelta(days=14)
MILLION = 1_000_000
MOVED = 0.005  # a change of the support index that shows


@dataclass(frozen=True, slots=True)
class Worth:
    """One thing worth doing, with the figures it was ranked by."""

    account_id: int
    account: str
    tier: str
    words: str
    move: worth.Move


@dataclass(frozen=True, slots=True)
class PersonHere:
    """`days_left` until the cadence has passed, negative after it; None where it does not matter."""

    person: PersonStanding
    account: str
    days_left: int | None = None

    @property
    def days_late(self) -> int:
        return -(self.days_left or 0)


@dataclass(frozen=True, slots=True)
class UnknownSeat:
    """A required seat with nobody in it (`person_id` None), or with somebody whose stance we do not know."""

    account_id: int
    account: str
    code: str
    person_id: int | None
    person: str


@dataclass(frozen=True, slots=True)
class Mover:
    """An account whose support index has changed in a month."""

    account: AccountStanding
    before: AccountStanding

    @property
    def gained(self) -> float:
        return (self.account.key.si.value or 0.0) - (self.before.key.si.value or 0.0)


@dataclass(frozen=True, slots=True)
class Today:
    worth: tuple[Worth, ...]
    promises: tuple[PromiseDue, ...]
    steps: tuple[Step, ...]
    tasks: tuple[TaskDue, ...]
    untold: tuple[Untold, ...]
    cold: tuple[PersonHere, ...]
    unknown: tuple[UnknownSeat, ...]
    came_and_went: tuple[PostHeld, ...]
    single_threaded: tuple[AccountStanding, ...]
    over_claimed: tuple[PersonHere, ...]
    up: tuple[Mover, ...]
    down: tuple[Mover, ...]
    money: tuple[Waiting, ...]
    acceptances: tuple[AcceptanceRow, ...]
    follow_ups: tuple[FollowUpRow, ...]
    leads: bool
    accounts: int
    quiet: tuple[Quiet, ...]
    withheld: tuple[Notice, ...]
    to_decide: int
    more: bool  # customers beyond those weighed


def todays_work(*, actor, today: date) -> Today:
    leads = access.sees_all_accounts(actor, today) or identity.leads_anyone(actor)
    ids = _cared_for(actor, today, leads)
    more, ids = len(ids) > CARED_FOR, ids[:CARED_FOR]
    who = {"actor": actor, "today": today}
    lately = {} if leads else interactions.last_effective(account_ids=ids, since=today - HALF_YEAR, **who)
    besides = {person_id for _account, person_id in lately}
    found = relationships.standings(account_ids=ids, on=today, seated_only=True, besides=besides, **who)
    everybody = [PersonHere(p, account.name) for account in found.values() for p in account.people.values()]
    quiet = compliance.quiet(account_ids=ids, **who)
    waiting = _kept_waiting(found, quiet)
    owners = None if leads else [actor.pk]
    moved = _movers(found, who) if leads else []
    return Today(
        worth=tuple(_worth(found, who, waiting)[:FIRST]),
        promises=tuple(interactions.open_promises(owner_ids=owners, **who)[:LONG]),
        steps=tuple(interactions.steps_due(since=today - WEEK, until=today + WEEK, owner_ids=owners, **who)[:LONG]),
        tasks=tuple(projects.tasks_due(until=today + WEEK, owner_ids=owners, **who)[:SHORT]),
        untold=tuple(interactions.without_outcome(since=today - MONTH, owner_ids=owners, **who)[:SHORT]),
        cold=tuple(_going_cold([row for row in everybody if row.person.person_id not in waiting])[:LONG]),
        unknown=tuple(_unknown(found)[:LONG]),
        came_and_went=tuple(
            people.came_and_went(account_ids=ids, since=today - WEEK, until=today + WEEK, most=SHORT, **who)
        ),
        single_threaded=tuple(_single_threaded(found)[:SHORT]),
        over_claimed=tuple(_over_claimed(everybody)[:SHORT]),
        up=tuple(one for one in moved if one.gained > MOVED)[:SHORT],
        down=tuple(one for one in reversed(moved) if one.gained < -MOVED)[:SHORT],
        **_chain(who, owners),
        leads=leads,
        quiet=tuple(quiet),
        withheld=tuple(compliance.notices(**who)[:SHORT]),
        to_decide=len(compliance.waiting(**who)),
        accounts=len(ids),
        more=more,
    )


def _chain(who, owners) -> dict[str, tuple]:
    """What waits between contract and cash: money, acceptances, what follows a closed contract."""
    today, owner = who["today"], owners[0] if owners else None
    money = fulfilment.money_waiting(until=today + REMINDED, owner_id=owner, **who)
    return {
        "money": tuple(money[:LONG]),
        "acceptances": tuple(fulfilment.waiting(until=today + WEEK, owner_ids=owners, **who)[:SHORT]),
        "follow_ups": tuple(fulfilment.follow_ups_due(until=today + REMINDED, owner_ids=owners, **who)[:SHORT]),
    }


def _cared_for(actor, today: date, leads: bool) -> list[int]:
    """The actor's own seats; for those who lead or oversee, all they see; the highest tiers first."""
    rank = Case(*(When(tier=tier, then=n) for n, tier in enumerate("SABCD")), default=9)
    found = playing(CompanyRole.CUSTOMER, actor, today).order_by(rank, "name", "pk")
    if not leads:
        found = found.filter(pk__in=teams.accounts_seated(actor=actor, user_id=actor.pk, on=today, today=today))
    return list(found.values_list("pk", flat=True)[: CARED_FOR + 1])


def _kept_waiting(found: dict[int, AccountStanding], quiet: list[Quiet]) -> set[int]:
    """Whoever decides on a tender that is quiet: nobody is led to them until the award."""
    return {
        pk
        for one in quiet
        if one.account_id in found
        for pk in found[one.account_id].people
        if one.concerns(frozenset([pk]))
    }


def _worth(found: dict[int, AccountStanding], who, waiting: set[int]) -> list[Worth]:
    """Every step that would bring support, what is worth most first."""
    targets = relationships.targets(account_ids=list(found), on=who["today"], **who)
    alone = frozenset(people.who_objects({pk for account in found.values() for pk in account.people}, **who))
    alone |= waiting
    values = opportunities.open_values(account_ids=list(found), **who)
    rows = [
        Worth(account.account_id, account.name, account.tier, _words(move, account), move)
        for account in found.values()
        for move in worth.moves(_unit(account, targets, alone, values.get(account.account_id)))[:FIRST]
    ]
    return sorted(rows, key=lambda row: (-row.move.worth, row.account, row.account_id))


def _unit(account: AccountStanding, targets, alone: frozenset[int], open_value: Decimal | None) -> worth.Unit:
    return worth.Unit(
        seats=account.states,
        cadence={pk: person.cadence for pk, person in account.people.items()},
        targets={
            pk: targets[account.account_id, pk].level for pk in account.people if (account.account_id, pk) in targets
        },
        tier=account.tier,
        open_value=None if open_value is None else float(open_value / MILLION),
        left_alone=alone,
    )


def _words(move: worth.Move, account: AccountStanding) -> str:
    person = account.people[move.person_id].person if move.person_id else ""
    return phrases.move(move, person)


def _going_cold(everybody: list[PersonHere]) -> list[PersonHere]:
    """Whoever is met too rarely, or soon will be: seats first, then by how much of the cadence has passed."""
    due = [
        row for row in everybody if row.person.days is not None and is_going_cold(row.person.days, row.person.cadence)
    ]
    due.sort(key=lambda row: (not row.person.seats, -row.person.days / row.person.cadence, row.person.person))
    return [PersonHere(row.person, row.account, row.person.cadence - row.person.days) for row in due]


def _unknown(found: dict[int, AccountStanding]) -> list[UnknownSeat]:
    """The heaviest seats first."""
    rows = [
        (state.weight, UnknownSeat(account.account_id, account.name, state.code, held and held.person_id, name))
        for account in found.values()
        for state in account.states
        if state.required
        for held in state.holders or (None,)
        if held is None or held.level is None
        for name in [account.people[held.person_id].person if held else ""]
    ]
    return [row for _weight, row in sorted(rows, key=lambda row: (-row[0], row[1].account, row[1].code))]


def _single_threaded(found: dict[int, AccountStanding]) -> list[AccountStanding]:
    alone = [a for a in found.values() if a.key.single_threaded and any(seat.holders for seat in a.seats)]
    return sorted(alone, key=lambda account: (account.tier or "Z", account.name))


def _over_claimed(everybody: list[PersonHere]) -> list[PersonHere]:
    """The furthest above the evidence first; a claim without any evidence is further than any."""
    over = [row for row in everybody if row.person.over_claimed and row.person.seats]
    return sorted(over, key=lambda row: (-_excess(row.person), row.account, row.person.person))


def _excess(person: PersonStanding) -> int:
    return (person.claimed or 0) - (person.level if person.level is not None else -2)


def _movers(found: dict[int, AccountStanding], who) -> list[Mover]:
    """Accounts by the change of their support index in a month, the greatest gain first."""
    before = relationships.standings(account_ids=list(found), on=who["today"] - MONTH, seated_only=True, **who)
    rows = [Mover(account, before[pk]) for pk, account in found.items() if pk in before]
    known = [row for row in rows if row.account.key.si.value is not None and row.before.key.si.value is not None]
    return sorted(known, key=lambda row: (-row.gained, row.account.name))
