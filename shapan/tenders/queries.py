"""Reads of tenders: one with its calendar and lots, those of an opportunity, and which are quiet."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shapan.foundation.models import listed
from shapan.opportunities import policies as opportunities
from shapan.tenders import policies
from shapan.tenders.rules import calendar
from shapan.tenders.terms import Bond, Calendar, Day, State


@dataclass(frozen=True, slots=True)
class TenderFacts:
    id: int
    version: int
    opportunity_id: int
    opportunity: str
    account_id: int | None
    account: str
    name: str
    reference: str
    procurement: str
    own_rule: str
    official_channel: str
    authorship: str
    calendar: str
    bid_bond: Decimal | None
    performance_bond: Decimal | None
    state: str
    published_on: date | None
    ended_on: date | None
    retender_of_id: int | None


@dataclass(frozen=True, slots=True)
class StepRow:
    before: str
    after: str
    on: date
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class LotRow:
    """`bidder` is empty while nobody is supported."""

    id: int
    name: str
    bidder: str
    named_on: date | None
    named_by: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """The days of a tender, and what of them falls short of the rules."""

    preset: calendar.Preset | None
    days: tuple[tuple[Day, date | None], ...]
    breaches: tuple[calendar.Breach, ...]


COLUMNS = (
    "pk", "version", "opportunity_id", "opportunity__name", "opportunity__account_id", "opportunity__account__name",
    "name", "reference", "procurement", "own_rule", "official_channel", "authorship", "calendar", "bid_bond",
    "performance_bond", "state", "published_on", "ended_on", "retender_of_id",
)  # fmt: skip


def tender(*, actor, tender_id: int, today: date) -> TenderFacts | None:
    """None when there is no such tender, or none that this actor may know of."""
    return next(iter(_facts(policies.tenders_open_to(actor, today).filter(pk=tender_id))), None)


def tenders_of(*, actor, opportunity_id: int, today: date) -> list[TenderFacts]:
    found = policies.tenders_open_to(actor, today).filter(opportunity_id=opportunity_id)
    return _facts(found.order_by("-pk"))


def beside(*, actor, opportunity_id: int, today: date) -> dict:
    """What its page shows of an opportunity's tenders."""
    who = {"actor": actor, "opportunity_id": opportunity_id, "today": today}
    return {"id": opportunity_id, "rows": tenders_of(**who), "may_change": opportunities.may_change(**who)}


def names(ids, *, actor, today: date) -> dict[int, str]:
    return dict(policies.tenders_open_to(actor, today).filter(pk__in=ids).values_list("pk", "name"))


def under_way(*, actor, since: date, until: date, today: date, account_ids=None) -> list[TenderFacts]:
    """Those published and not yet awarded on some day of [since, until], at these customers or at all."""
    found = policies.tenders_open_to(actor, today).filter(published_on__lte=until).exclude(ended_on__lte=since)
    if account_ids is not None:
        found = found.filter(opportunity__account_id__in=listed(account_ids))
    return _facts(found.order_by("pk"))


def steps(*, tender_id: int) -> list[StepRow]:
    """The way it went, the latest step first; the caller has fetched the tender through its policy."""
    rows = policies.steps_of([tender_id]).order_by("-pk").values_list("before", "after", "on", "by__name", "why")
    return [StepRow(*row) for row in rows]


def lots(*, tender_id: int) -> list[LotRow]:
    """The same."""
    rows = list(policies.lots_of([tender_id]).order_by("pk").values_list("pk", "name"))
    held = policies.bidders_of([pk for pk, _name in rows]).filter(ended_on=None)
    bidders = {pk: tuple(rest) for pk, *rest in held.values_list("lot_id", "bidder", "named_on", "named_by__name")}
    return [LotRow(pk, name, *bidders.get(pk, ("", None, ""))) for pk, name in rows]


def lot(*, actor, lot_id: int, today: date) -> tuple[int, str] | None:
    """(tender id, name) of a lot the actor may know of."""
    return policies.lots_open_to(actor, today).filter(pk=lot_id).values_list("tender_id", "name").first()


def schedule(facts: TenderFacts) -> Schedule:
    """Every day of its calendar, known or not, and further days that were set."""
    known = {Day(code): day for code, day in policies.days_of([facts.id]).values_list("code", "day")}
    if not facts.calendar:
        return Schedule(None, tuple((day, known[day]) for day in Day if day in known), ())
    preset = calendar.PRESETS[Calendar(facts.calendar)]
    codes = [*preset.days, *(day for day in Day if day in known and day not in preset.days)]
    bonds = {Bond.BID: facts.bid_bond, Bond.PERFORMANCE: facts.performance_bond}
    given = {bond: float(percent) for bond, percent in bonds.items() if percent is not None}
    return Schedule(
        preset,
        tuple((code, known.get(code)) for code in codes),
        calendar.breaches(Calendar(facts.calendar), known, given),
    )


def _facts(rows) -> list[TenderFacts]:
    return [
        TenderFacts(*row[:5], row[5] or "", *row[6:15], State(row[15]), *row[16:]) for row in rows.values_list(*COLUMNS)
    ]
