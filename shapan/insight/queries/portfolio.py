"""Lists across accounts: the portfolio and the people directory."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q

from shapan.access.terms import Level
from shapan.accounts import policies as accounts
from shapan.accounts.terms import CompanyRole
from shapan.decisions import queries as decisions
from shapan.foundation.models import in_force
from shapan.insight.queries import asked
from shapan.interactions import queries as interactions
from shapan.lists.rules.conditions import Conditions
from shapan.people import queries as people
from shapan.relationships import queries as relationships
from shapan.relationships.queries import AccountStanding, PersonStanding
from shapan.teams import queries as teams

PAGE = 50
WHOLE = 500  # rows at a time where all are wanted
SORTS = {"name": "name", "tier": "tier", "revenue": "-revenue", "employees": "-employees"}
FIELDS = (
    "pk", "name", "parent_id", "tier", "industry",
    "ownership", "country", "revenue", "currency", "employees",
)  # fmt: skip
ANYTHING = Conditions()


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account in the portfolio."""

    id: int
    name: str
    parent: str
    tier: str
    industry: str
    owner: str
    last_on: date | None
    days: int | None
    standing: AccountStanding
    ownership: str
    country: str
    revenue: Decimal | None
    currency: str
    employees: int | None
    editable: bool


@dataclass(frozen=True, slots=True)
class AccountPage:
    rows: tuple[AccountRow, ...]
    next: str


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    rows: tuple[PersonStanding, ...]
    next: str


def portfolio(
    *,
    actor,
    today: date,
    search: str = "",
    role: str = CompanyRole.CUSTOMER,
    tier: str = "",
    mine: bool = False,
    sort: str = "name",
    conditions: Conditions = ANYTHING,
    after: str = "",
    most: int = PAGE,
) -> AccountPage:
    """A page of the accounts this actor may see; `after` is the `next` of the page before."""
    found = playing(role, actor, today)
    if search:
        found = found.filter(name__icontains=search)
    if tier:
        found = found.filter(tier="" if tier == "none" else tier)
    if mine:
        found = found.filter(pk__in=teams.accounts_seated(actor=actor, user_id=actor.pk, on=today, today=today))
    found = found.filter(asked.of_accounts(conditions, actor, today))
    rows, following = _page(found, SORTS.get(sort, "name"), after, most)
    return AccountPage(_account_rows(rows, actor, today), following)


def playing(role: str, actor, today: date):
    """Companies that play this part for us."""
    playing = accounts.roles_open_to(actor, today).filter(in_force(today), role=role)
    return accounts.accounts_open_to(actor, today).filter(pk__in=playing.values("account_id"))


def _page(found, order: str, after: str, most: int):
    """Keyset paging by (order column, name, id): nothing is counted and nothing skipped."""
    column = order.lstrip("-")
    place = F(column).desc(nulls_last=True) if order.startswith("-") else F(column).asc()
    if after:
        found = found.filter(_beyond(found, order, int(after)) if after.isdigit() else Q())
    rows = list(found.order_by(place, "name", "pk").values_list(*FIELDS)[: most + 1])
    return rows[:most], str(rows[most - 1][0]) if len(rows) > most else ""


def _beyond(found, order: str, last: int) -> Q:
    """Rows after the row with this id, which the actor must be able to see too."""
    column = order.lstrip("-")
    row = found.filter(pk=last).values(column, "name").first()
    if row is None:
        return Q(pk__in=[])
    value, name = row[column], row["name"]
    later = Q(name__gt=name) | Q(name=name, pk__gt=last)
    if value is None:
        return Q(**{f"{column}__isnull": True}) & later
    if order.startswith("-"):
        return Q(**{f"{column}__lt": value}) | Q(**{f"{column}__isnull": True}) | (Q(**{column: value}) & later)
    return Q(**{f"{column}__gt": value}) | (Q(**{column: value}) & later)


def _account_rows(rows, actor, today) -> tuple[AccountRow, ...]:
    ids = [row[0] for row in rows]
    who = {"actor": actor, "on": today, "today": today}
    standing = relationships.standings(account_ids=ids, seated_only=True, **who)
    last = interactions.last_effective_by_account(account_ids=ids, **who)
    owners = {
        seat.account_id: seat.holder for seat in reversed(teams.seats(account_ids=ids, **who)) if seat.role == "AR"
    }
    mine = set(accounts.accounts_open_to(actor, today, Level.EDIT).filter(pk__in=ids).values_list("pk", flat=True))
    parents = accounts.accounts_open_to(actor, today).filter(pk__in={row[2] for row in rows} - {None})
    names = dict(parents.values_list("pk", "name"))
    return tuple(
        AccountRow(
            id=pk,
            name=name,
            parent=names.get(parent_id, ""),
            tier=tier,
            industry=industry,
            owner=owners.get(pk, ""),
            last_on=last.get(pk),
            days=(today - last[pk]).days if pk in last else None,
            standing=standing[pk],
            editable=pk in mine,
            **dict(zip(FIELDS[5:], more, strict=True)),
        )
        for pk, name, parent_id, tier, industry, *more in rows
    )


def directory(
    *, actor, today: date, search: str = "", conditions: Conditions = ANYTHING, after: str = "", most: int = PAGE
) -> DirectoryPage:
    """A page of the people this actor may see, by name."""
    name, _, pk = after.rpartition("~")
    place = (name, int(pk)) if pk.isdigit() else None
    where = asked.of_people(conditions)
    held = people.directory(actor=actor, on=today, today=today, search=search, where=where, after=place, limit=most + 1)
    shown = held[:most]
    ids = {post.account_id for post in shown}
    tiers = dict(accounts.accounts_open_to(actor, today).filter(pk__in=ids).values_list("pk", "tier"))
    who = {"actor": actor, "on": today, "today": today}
    seats = decisions.default_seats(account_ids=list(ids), **who)
    rows = relationships.person_standings(posts=shown, seats=seats, tiers=tiers, **who)
    following = f"{shown[-1].person}~{shown[-1].appointment_id}" if len(held) > most else ""
    return DirectoryPage(tuple(rows), following)


def whole(read, limit: int) -> list:
    """All rows of a list that is read page by page, up to one more than `limit`."""
    rows, after = [], ""
    while len(rows) <= limit:
        page = read(after=after, most=WHOLE)
        rows += page.rows
        after = page.next
        if not after:
            break
    return rows[: limit + 1]
