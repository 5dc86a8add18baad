"""Which columns of the lists may be asked about, and where they lie: nothing else can be named by a query string."""

from datetime import date

from django.db.models import Q

from shapan.accounts.phrases import OWNERSHIP
from shapan.accounts.terms import Tier
from shapan.foundation.models import in_force
from shapan.interactions import policies as interactions
from shapan.lists.queries import matching
from shapan.lists.rules.conditions import Askable, Condition, Conditions, Kind
from shapan.lists.terms import Op
from shapan.people.queries import ASKED
from shapan.teams import policies as teams
from shapan.teams.terms import SeatRole

TIERS = Askable(Kind.CHOICE, {tier.value: tier.value for tier in Tier})
TEXT, NUMBER = Askable(Kind.TEXT), Askable(Kind.NUMBER)
OWN = ("name", "tier", "industry", "ownership", "country", "revenue", "employees")  # columns of the company itself


def accounts() -> dict[str, Askable]:
    """Said anew for each request: words of choices are those of the reader's language."""
    ownership = {str(word): owned.value for owned, word in OWNERSHIP.items()}
    return {
        "name": TEXT,
        "tier": TIERS,
        "industry": TEXT,
        "ownership": Askable(Kind.CHOICE, ownership),
        "country": TEXT,
        "revenue": NUMBER,
        "employees": NUMBER,
        "owner": TEXT,
        "last": Askable(Kind.DAY),
    }


def people() -> dict[str, Askable]:
    return {name: TIERS if name == "tier" else TEXT for name in ASKED}


def of_accounts(conditions: Conditions, actor, today: date) -> Q:
    paths = {name: name for name in OWN}
    paths["owner"] = lambda condition: _owner(condition, actor, today)
    paths["last"] = lambda condition: _last(condition, actor, today)
    return matching(conditions, accounts(), paths)


def of_people(conditions: Conditions) -> Q:
    return matching(conditions, people(), ASKED)


def _owner(condition: Condition, actor, today: date) -> Q:
    """Any account manager, by name."""
    seats = teams.seats_open_to(actor, today).filter(in_force(today), role=SeatRole.AR)
    if condition.op in {Op.EMPTY, Op.FILLED}:
        seated = Q(pk__in=seats.values("account_id"))
        return ~seated if condition.op is Op.EMPTY else seated
    lookup = "holder__name__icontains" if condition.op is Op.CONTAINS else "holder__name"
    named = Q(pk__in=seats.filter(**{lookup: condition.value}).values("account_id"))
    return ~named if condition.op is Op.IS_NOT else named


def _last(condition: Condition, actor, today: date) -> Q:
    """By the day of the last effective contact: until a day means that there was one, and none after it."""
    met = interactions.interactions_at(actor, today).filter(effective=True, held_on__lte=today)
    ever = Q(pk__in=met.values("account_id"))
    if condition.op in {Op.EMPTY, Op.FILLED}:
        return ~ever if condition.op is Op.EMPTY else ever
    since = Q(pk__in=met.filter(held_on__gte=condition.value).values("account_id"))
    after = Q(pk__in=met.filter(held_on__gt=condition.value).values("account_id"))
    if condition.op is Op.AT_LEAST:
        return since
    return ever & ~after if condition.op is Op.AT_MOST else since & ~after
