"""Evidence, claims and targets as they stood on a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from shapan.people.policies import History
from shapan.relationships import parameters, policies
from shapan.relationships.rules import levels
from shapan.relationships.terms import Criterion


@dataclass(frozen=True, slots=True)
class PieceOfEvidence:
    """One piece as a page shows it; `days_left` counts down to its expiry and goes negative after it."""

    id: int
    account_id: int
    criterion: str
    level: int
    statement: str
    observed_on: date
    interaction_id: int | None
    recorded_by_id: int
    recorded_by: str
    verified_by: str
    verified_on: date | None
    days_left: int


@dataclass(frozen=True, slots=True)
class Claimed:
    level: int
    by: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Targeted:
    level: int
    due_on: date | None


def evidence_of_person(history: History, on: date) -> list[PieceOfEvidence]:
    """All evidence up to that day about the person whose history this is, the latest first."""
    found = policies.evidence_in(history).filter(observed_on__lte=on)
    rows = found.order_by("-observed_on", "-pk").values_list(
        "pk",
        "account_id",
        "criterion",
        "level",
        "statement",
        "observed_on",
        "interaction_id",
        "recorded_by_id",
        "recorded_by__name",
        "verified_by__name",
        "verified_on",
    )
    valid = parameters.in_force().evidence_days
    return [
        PieceOfEvidence(*row[:9], row[9] or "", row[10], valid[Criterion(row[2])] - (on - row[5]).days) for row in rows
    ]


def evidence_by_person(history: History, on: date) -> dict[int, list[levels.Evidence]]:
    """Each person's evidence as rules.levels takes it, as things stood on that day."""
    settled = _settled(history, on)
    rows = policies.evidence_in(history).filter(observed_on__lte=on)
    by_person = defaultdict(list)
    for person_id, pk, criterion, level, observed_on, verified_on in rows.order_by("pk").values_list(
        "person_id", "pk", "criterion", "level", "observed_on", "verified_on"
    ):
        last = settled.get(person_id)
        by_person[person_id].append(
            levels.Evidence(
                id=pk,
                criterion=Criterion(criterion),
                level=level,
                days=(on - observed_on).days,
                verified=verified_on is not None and verified_on <= on,
                settled=last is not None and observed_on <= last,
            )
        )
    return by_person


def claims_by_person(history: History, on: date) -> dict[int, Claimed]:
    """What was last claimed of each person by that day."""
    rows = policies.claims_in(history).filter(claimed_on__lte=on)
    rows = rows.order_by("claimed_on", "pk").values_list(
        "person_id", "level", "claimed_by__name", "claimed_on", "reason"
    )
    return {row[0]: Claimed(*row[1:]) for row in rows}


def targets(*, actor, account_ids, on: date, today: date) -> dict[tuple[int, int], Targeted]:
    """The last target set for each (account, person) by that day."""
    rows = policies.targets_open_to(actor, today).filter(account_id__in=account_ids, set_on__lte=on)
    rows = rows.order_by("set_on", "pk").values_list("account_id", "person_id", "level", "due_on")
    return {(row[0], row[1]): Targeted(*row[2:]) for row in rows}


def _settled(history: History, on: date) -> dict[int, date]:
    rows = policies.settlements_in(history).filter(settled_on__lte=on)
    return dict(rows.values_list("person_id").annotate(last=Max("settled_on")))
