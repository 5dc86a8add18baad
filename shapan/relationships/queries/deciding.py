"""Who decides at this amount in this category, and how we stand with each of them (method 10, domain.md §7)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shapan.accounts import queries as accounts
from shapan.accounts.queries import AccountFacts
from shapan.decisions import queries as decisions
from shapan.decisions import rules
from shapan.decisions.queries import ModeFacts
from shapan.decisions.terms import Authority, Entry, Gap, PurchasingModel, SeatCode
from shapan.people import queries as people
from shapan.relationships import parameters
from shapan.relationships.queries.owners import owners_at
from shapan.relationships.queries.standing import AccountStanding, PersonStanding
from shapan.relationships.queries.standing import standings as standings_of


@dataclass(frozen=True, slots=True)
class Step:
    """One seat of the path. `above`: at headquarters. `post_id` None: nobody has said which post it is."""

    role: SeatCode
    above: bool
    account_id: int
    account: str
    post_id: int | None
    title: str
    person: PersonStanding | None
    owner: str
    gap: Gap | None
    amount_from: Decimal
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Deciding:
    """The answer. `mode` None: nobody has recorded how they decide. `path` runs in the order of the decision."""

    account: AccountFacts
    amount: Decimal
    category: str
    mode: ModeFacts | None
    collective: bool
    expired: bool
    entry: Entry
    path: tuple[Step, ...]

    @property
    def gaps(self) -> tuple[Step, ...]:
        return tuple(step for step in self.path if step.gap is not None)

    @property
    def posts(self) -> str:
        """The posts of this customer's own path, as the sand table lights them."""
        return ".".join(str(step.post_id) for step in self.path if step.post_id and not step.above)


def who_decides(*, actor, account_id: int, amount: Decimal, category: str, today: date) -> Deciding | None:
    """None when there is no such account, or none that this actor may know of."""
    who = {"actor": actor, "today": today}
    facts = accounts.account(account_id=account_id, **who)
    if facts is None:
        return None
    mode = decisions.modes_for(account_ids=[account_id], category=category, **who).get(account_id)
    if mode is None:
        return Deciding(facts, amount, category, None, False, False, Entry.NOT_NEEDED, ())
    shortlist = mode.model == PurchasingModel.SHORTLIST
    above = mode.headquarters_id if shortlist else None
    beyond = decisions.modes_for(account_ids=[above], category=category, **who).get(above) if above else None
    known = _known([account_id, *([above] if above else [])], who)
    path = [_step(band, account_id, known, n == last) for n, band, last in _numbered(mode, amount)]
    if shortlist:
        path += _shortlist(mode, beyond, amount, known)
    return Deciding(
        account=facts,
        amount=amount,
        category=category,
        mode=mode,
        collective=rules.is_collective(
            Authority(mode.authority) if mode.authority else None, mode.collective_threshold, amount
        ),
        expired=mode.valid_to is not None and mode.valid_to < today,
        entry=rules.entry(PurchasingModel(mode.model) if mode.model else None, mode.shortlisted, mode.reported),
        path=tuple(path),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What the path needs of the accounts it runs through."""

    standings: dict[int, AccountStanding]
    holders: dict[int, PersonStanding]
    titles: dict[int, str]
    owners: dict[int, str]


def _known(ids: list[int], who) -> _Known:
    day = who["today"]
    standings = standings_of(account_ids=ids, on=day, **who)
    holders, titles, owners = {}, {}, {}
    for pk in ids:  # one or two: the branch and its headquarters
        titles |= {post.id: post.title for post in people.posts(account_id=pk, **who)}
        owners |= owners_at(account_id=pk, on=day, **who)
        if pk in standings:
            for person in standings[pk].people.values():
                holders |= {held.post_id: person for held in person.posts if held.account_id == pk}
    return _Known(standings, holders, titles, owners)


def _numbered(mode: ModeFacts, amount: Decimal):
    bands = rules.approvers(mode.bands, amount)
    return [(n, band, len(bands) - 1) for n, band in enumerate(bands)]


def _step(band: rules.Band, account_id: int, known: _Known, decides: bool, above: bool = False) -> Step:
    person = known.holders.get(band.post_id) if band.post_id else None
    standing = known.standings[account_id]
    return Step(
        role=SeatCode.DECIDER if decides else SeatCode.APPROVER,
        above=above,
        account_id=account_id,
        account=standing.name,
        post_id=band.post_id,
        title=known.titles.get(band.post_id, "") if band.post_id else "",
        person=person,
        owner=known.owners.get(person.person_id, "") if person else "",
        gap=rules.gap(
            person is not None, person.level if person else None, person.warmth if person else None,
            warm_enough=parameters.in_force().covered_warmth,
        ),
        amount_from=band.amount_from,
    )  # fmt: skip


def _shortlist(mode: ModeFacts, beyond: ModeFacts | None, amount: Decimal, known: _Known) -> list[Step]:
    """Whoever decides at headquarters on its shortlist; one step that says so where nobody knows."""
    bands = rules.approvers(beyond.bands, amount) if beyond else ()
    if not bands or mode.headquarters_id not in known.standings:
        name = mode.headquarters
        return [
            Step(
                SeatCode.APPROVER, True, mode.headquarters_id or 0, name, None, "", None, "", Gap.VACANT, Decimal(0),
                seen=bool(name),
            )
        ]  # fmt: skip
    return [_step(band, mode.headquarters_id, known, decides=False, above=True) for band in bands]
