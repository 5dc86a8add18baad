"""Opportunities side by side by their stage, and one after another in a list; each with what it adds up to."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet

from shapan.opportunities import policies
from shapan.opportunities.queries.one import COLUMNS, OpportunityFacts, facts
from shapan.opportunities.queries.totals import totals
from shapan.opportunities.rules.health import OFTEN, STILL
from shapan.opportunities.rules.money import Total
from shapan.opportunities.terms import CLOSED, OPEN, Stage

PAGE = 50
RECENT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in their order; `next` is where the following ones begin, empty when there are none."""

    rows: tuple[OpportunityFacts, ...]
    next: str


@dataclass(frozen=True, slots=True)
class Column:
    stage: Stage
    page: Page
    total: Total


def board(*, actor, today: date) -> list[Column]:
    """A column for each stage: what is open, and what was decided in the last ninety days."""
    shown = _on_board(policies.opportunities_open_to(actor, today), today)
    added = totals(shown, today=today)
    return [Column(stage, _page(shown, stage, ""), added[stage]) for stage in Stage]


def coming(*, actor, today: date, after: str = "") -> Page:
    """What is open and has an expected day, the soonest first."""
    found = policies.opportunities_open_to(actor, today).filter(
        stage__in=[stage.value for stage in OPEN], expected_on__isnull=False
    )
    said, _mark, place = after.partition("~")
    if place.isdecimal():
        found = found.filter(_behind("expected_on", Stage.DISCOVERY, said, int(place[:18])))
    return _cut(found.order_by("expected_on", "-pk"), "expected_on")


def totals_at(*, actor, account_id: int, today: date) -> dict[Stage, Total]:
    """What a customer's opportunities add up to, by stage."""
    return totals(policies.opportunities_open_to(actor, today).filter(account_id=account_id), today=today)


def owners_at(*, actor, account_id: int, today: date) -> list[tuple[int, str]]:
    """(id, name) of those who answer for opportunities or leads at a customer."""
    found: dict[int, str] = {}
    for rows in (policies.opportunities_open_to(actor, today), policies.leads_open_to(actor, today)):
        at = rows.filter(account_id=account_id, owner__isnull=False).order_by()
        found |= dict(at.values_list("owner_id", "owner__name").distinct())
    return sorted(found.items(), key=lambda item: item[1])


def column(*, actor, today: date, stage: Stage, after: str) -> Page:
    """What follows in one column of the board."""
    return _page(_on_board(policies.opportunities_open_to(actor, today), today), stage, after)


def listing(
    *,
    actor,
    today: date,
    stage: Stage | None = None,
    search: str = "",
    mine: bool = False,
    show: str = "",
    account_id: int | None = None,
    after: str = "",
) -> Page:
    """Of every stage, the latest first, or of one stage in the order of its column. `show`: of the open ones, those
    that pipeline health counts as late, undated, pushed or still.
    """
    found = policies.opportunities_open_to(actor, today)
    if show:
        found = found.filter(_shown(show, actor, today), stage__in=[stage.value for stage in OPEN])
    if account_id is not None:
        found = found.filter(account_id=account_id)
    if search:
        found = found.filter(Q(name__icontains=search) | Q(account__name__icontains=search))
    if mine:
        found = found.filter(owner=actor)
    if stage:
        return _page(found, stage, after)
    place = after.rpartition("~")[2]
    if place.isdecimal():
        found = found.filter(pk__lt=int(place[:18]))
    return _cut(found.order_by("-pk"), "")


def _shown(show: str, actor, today: date) -> Q:
    if show == "late":
        return Q(expected_on__lt=today)
    if show == "undated":
        return Q(expected_on__isnull=True)
    if show == "pushed":
        moved = policies.pushes_open_to(actor, today).filter(before__isnull=False, after__isnull=False)
        often = moved.order_by().values("opportunity_id").annotate(times=Count("pk")).filter(times__gte=OFTEN)
        return Q(pk__in=often.values("opportunity_id"))
    lately = policies.stage_changes_open_to(actor, today).filter(on__gte=today - timedelta(days=STILL))
    return ~Q(pk__in=lately.values("opportunity_id"))


def _on_board(found: QuerySet, today: date) -> QuerySet:
    ended = [stage.value for stage in CLOSED]
    return found.filter(~Q(stage__in=ended) | Q(decided_on__gt=today - RECENT))


def _page(found: QuerySet, stage: Stage, after: str) -> Page:
    """What is open by the expected day, the soonest first; what is decided, the latest first; unknown days last."""
    name = "decided_on" if stage in CLOSED else "expected_on"
    found = found.filter(stage=stage.value)
    said, _mark, place = after.partition("~")
    if place.isdecimal():
        found = found.filter(_behind(name, stage, said, int(place[:18])))
    order = F(name).desc(nulls_last=True) if stage in CLOSED else F(name).asc(nulls_last=True)
    return _cut(found.order_by(order, "-pk"), name)


def _behind(name: str, stage: Stage, said: str, pk: int) -> Q:
    unknown = Q(**{f"{name}__isnull": True})
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return unknown & Q(pk__lt=pk)
    later = "lt" if stage in CLOSED else "gt"
    return Q(**{f"{name}__{later}": day}) | Q(**{name: day, "pk__lt": pk}) | unknown


def _cut(found: QuerySet, name: str) -> Page:
    rows = [facts(row) for row in found.values_list(*COLUMNS)[: PAGE + 1]]
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    day = getattr(last, name) if last and name else None
    return Page(tuple(rows[:PAGE]), f"{day or ''}~{last.id}" if last else "")
