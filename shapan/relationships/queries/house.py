"""The house of one account on any day: pillars, foundation and roof, each with its parts (method 8)."""

from dataclasses import dataclass
from datetime import date, timedelta

from shapan.accounts import queries as accounts
from shapan.accounts.queries import AccountFacts
from shapan.decisions.queries import Holder, SeatFacts
from shapan.intelligence import queries as intelligence
from shapan.intelligence.queries import Standing
from shapan.interactions import queries as interactions
from shapan.interactions.terms import Kind
from shapan.people.rules import is_executive
from shapan.relationships import parameters
from shapan.relationships.queries import evidence
from shapan.relationships.queries.evidence import Targeted
from shapan.relationships.queries.indicators import indicator_readings
from shapan.relationships.queries.standing import AccountStanding, PersonStanding, standings
from shapan.relationships.rules import general as foundation
from shapan.relationships.rules import pillars
from shapan.relationships.rules import roof as top
from shapan.relationships.rules.findings import Finding
from shapan.relationships.rules.readings import Reading
from shapan.relationships.terms import General, Roof

QUARTER, HALF_YEAR, YEAR = timedelta(days=90), timedelta(days=180), timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Pillar:
    """One seat with one holder, or empty. `weight` is w_p in points, `share` its part of all required weight."""

    seat: SeatFacts
    holder: Holder | None
    standing: PersonStanding | None
    weight: float
    share: float
    target: Targeted | None
    rival: Standing | None


@dataclass(frozen=True, slots=True)
class TileFacts:
    """One relevant department of the foundation: the people known there and those who count as covered."""

    department_id: int
    name: str
    tile: foundation.Tile
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class House:
    """Everything the house shows, with the version of the policy that made its numbers."""

    account: AccountFacts
    as_of: date
    policy_version: str
    key: pillars.KeyReadings
    findings: tuple[Finding, ...]
    pillars: tuple[Pillar, ...]
    people: tuple[PersonStanding, ...]
    executives: Reading
    general: foundation.GeneralReading
    tiles: tuple[TileFacts, ...]
    roof: top.RoofReading


def house(*, actor, account_id: int, on: date, today: date) -> House | None:
    """None when there is no such account, or none that this actor may know of."""
    facts = accounts.account(actor=actor, account_id=account_id, today=today)
    if facts is None:
        return None
    who = {"actor": actor, "on": on, "today": today}
    standing = standings(account_ids=[account_id], **who)[account_id]
    people = tuple(standing.people.values())
    tiles = _tiles(accounts.departments(actor=actor, account_id=account_id, today=today), people)
    read = indicator_readings(actor=actor, account_id=account_id, on=on, today=today)
    readings = {which: reading.value for which, reading in read.items()}
    measured = _measured(actor, account_id, on, today, tiles)
    policy = parameters.in_force()
    return House(
        account=facts,
        as_of=on,
        policy_version=policy.version,
        key=standing.key,
        findings=tuple(standing.findings),
        pillars=_pillars(standing, who),
        people=people,
        executives=_executives(people),
        general=foundation.general(_chosen(General, readings, measured), policy),
        tiles=tiles,
        roof=top.roof(_chosen(Roof, readings, measured), facts.tier, policy),
    )


def _pillars(standing: AccountStanding, who) -> tuple[Pillar, ...]:
    """A pillar for each holder and one for each empty required seat, heaviest first."""
    account_id = standing.account_id
    rivals = intelligence.strongest_rivals(account_ids=[account_id], **who)
    targets = evidence.targets(account_ids=[account_id], **who)
    total = standing.key.si.denominator / 3
    rows = []
    for seat, state in zip(standing.seats, standing.states, strict=True):
        weights = {placed.held.person_id: placed.weight for placed in pillars.placed([state])}
        if not seat.holders and seat.required:
            rows.append(Pillar(seat, None, None, state.weight, _part(state.weight, total), None, None))
        rows += [
            Pillar(
                seat,
                holder,
                standing.people[holder.person_id],
                weights.get(holder.person_id, 0.0),
                _part(weights.get(holder.person_id, 0.0), total),
                targets.get((account_id, holder.person_id)),
                rivals.get((account_id, holder.person_id)),
            )
            for holder in seat.holders
        ]
    return tuple(sorted(rows, key=lambda pillar: -pillar.weight))


def _part(weight: float, total: float) -> float:
    return weight / total if total else 0.0


def _tiles(departments, people: tuple[PersonStanding, ...]) -> tuple[TileFacts, ...]:
    rows = []
    for department in departments:
        if department.relevant:
            here = [p for p in people if any(post.department_id == department.id for post in p.posts)]
            covered = sum(foundation.is_covered(p.level, p.days) for p in here)
            tile = foundation.Tile(department.id, len(here), covered)
            rows.append(TileFacts(department.id, department.name, tile, tuple(p.person_id for p in here)))
    return tuple(rows)


def _executives(people: tuple[PersonStanding, ...]) -> Reading:
    """CXO and VP met within 180 days over all of them (domain.md §2.5)."""
    days = [p.days for p in people if any(is_executive(post.grade, post.title) for post in p.posts)]
    return pillars.executive_coverage(days)


def _measured(actor, account_id: int, on: date, today: date, tiles: tuple[TileFacts, ...]) -> dict[str, float | None]:
    """The indicators that the data itself answers."""
    days = interactions.days_by_kind(actor=actor, account_id=account_id, since=on - YEAR, on=on, today=today)
    ours = interactions.colleagues_in_touch(
        actor=actor, account_id=account_id, since=on - HALF_YEAR, on=on, today=today
    )
    return {
        General.DEPARTMENT_COVERAGE: foundation.department_coverage(tuple(row.tile for row in tiles)),
        General.EXCHANGES: _since(days, Kind.TECHNICAL_EXCHANGE, on - QUARTER),
        General.ENABLEMENT: _since(days, Kind.TRAINING, on - HALF_YEAR),
        General.BACKUP: ours,
        Roof.EXECUTIVES: _since(days, Kind.EXECUTIVE_MEETING, on - YEAR),
    }


def _since(days: dict[str, list[date]], kind: Kind, first: date) -> int:
    return sum(day >= first for day in days.get(kind, ()))


def _chosen(indicators, readings, measured) -> dict:
    return {which: measured[which] if which in measured else readings.get(which) for which in indicators}
