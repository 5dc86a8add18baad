"""Acceptances with their items, issues and steps."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from shapan.fulfilment import policies
from shapan.fulfilment.models import Acceptance, AcceptanceItem, AcceptanceStep, Covered, Issue
from shapan.fulfilment.queries.contracts import Step
from shapan.fulfilment.terms import AcceptanceKind, AcceptanceState, Result


@dataclass(frozen=True, slots=True)
class ItemRow:
    id: int
    name: str
    result: Result | None
    note: str
    judged_on: date | None
    judged_by: str


@dataclass(frozen=True, slots=True)
class IssueRow:
    id: int
    words: str
    raised_on: date
    raised_by: str
    closed_on: date | None
    outcome: str


@dataclass(frozen=True, slots=True)
class AcceptanceRow:
    """`deliverables`: (id, name) of what it covers."""

    id: int
    version: int
    contract_id: int
    contract: str
    account_id: int
    account: str
    owner_id: int
    owner: str
    kind: AcceptanceKind
    state: AcceptanceState
    planned_on: date | None
    completed_on: date | None
    confirmed_by_id: int | None
    confirmed_by: str
    deliverables: tuple[tuple[int, str], ...] = ()
    items: tuple[ItemRow, ...] = ()
    issues: tuple[IssueRow, ...] = ()

    @property
    def judged(self) -> int:
        return sum(1 for item in self.items if item.result)

    @property
    def failed(self) -> int:
        return sum(1 for item in self.items if item.result is Result.FAILED)

    @property
    def open_issues(self) -> int:
        return sum(1 for issue in self.issues if not issue.closed_on)


COLUMNS = (
    "pk", "version", "contract_id", "contract__name", "contract__account_id", "contract__account__name",
    "contract__owner_id", "contract__owner__name", "kind", "state", "planned_on", "completed_on", "confirmed_by_id",
    "confirmed_by__name",
)  # fmt: skip


def acceptances(*, actor, contract_id: int, today: date) -> list[AcceptanceRow]:
    """Of a contract, in the order of their days."""
    found = policies.open_to(Acceptance, actor, today).filter(contract_id=contract_id)
    return _whole(found, actor, today)


def acceptance(*, actor, acceptance_id: int, today: date) -> AcceptanceRow | None:
    """None when there is no such acceptance, or none that this actor may know of."""
    found = policies.open_to(Acceptance, actor, today).filter(pk=acceptance_id)
    return next(iter(_whole(found, actor, today)), None)


def acceptance_of_item(*, actor, item_id: int, today: date) -> int | None:
    return _acceptance_of(AcceptanceItem, actor, item_id, today)


def acceptance_of_issue(*, actor, issue_id: int, today: date) -> int | None:
    return _acceptance_of(Issue, actor, issue_id, today)


def waiting(*, actor, until: date, today: date, owner_ids=None) -> list[AcceptanceRow]:
    """Acceptances that are not completed and whose day is up to that one, the earliest first."""
    found = policies.open_to(Acceptance, actor, today).exclude(state=AcceptanceState.COMPLETED)
    found = found.filter(planned_on__lte=until, contract__state="active")
    if owner_ids is not None:
        found = found.filter(contract__owner_id__in=owner_ids)
    return [_row(row) for row in found.order_by("planned_on", "pk").values_list(*COLUMNS)]


def completed(*, actor, today: date) -> list[AcceptanceRow]:
    found = policies.open_to(Acceptance, actor, today).filter(state=AcceptanceState.COMPLETED)
    return [_row(row) for row in found.order_by("-completed_on", "-pk").values_list(*COLUMNS)]


def acceptance_steps(*, actor, acceptance_id: int, today: date) -> list[Step]:
    """The way it went, the latest step first."""
    found = policies.open_to(AcceptanceStep, actor, today).filter(acceptance_id=acceptance_id).order_by("-pk")
    return [Step(*row) for row in found.values_list("before", "after", "on", "by__name", "why")]


def _acceptance_of(model, actor, pk: int, today: date) -> int | None:
    return policies.open_to(model, actor, today).filter(pk=pk).values_list("acceptance_id", flat=True).first()


def _whole(found, actor, today: date) -> list[AcceptanceRow]:
    rows = list(found.order_by("planned_on", "pk").values_list(*COLUMNS))
    ids = [row[0] for row in rows]
    covered, items, issues = defaultdict(list), defaultdict(list), defaultdict(list)

    def parts(model, *columns):
        asked = policies.open_to(model, actor, today).filter(acceptance_id__in=ids).order_by("pk")
        return asked.values_list("acceptance_id", *columns)

    for of, pk, name in parts(Covered, "deliverable_id", "deliverable__name"):
        covered[of].append((pk, name))
    for of, pk, name, result, *more, by in parts(
        AcceptanceItem, "pk", "name", "result", "note", "judged_on", "judged_by__name"
    ):
        items[of].append(ItemRow(pk, name, Result(result) if result else None, *more, by or ""))
    for of, *told in parts(Issue, "pk", "words", "raised_on", "raised_by__name", "closed_on", "outcome"):
        issues[of].append(IssueRow(*told))
    return [_row(row, tuple(covered[row[0]]), tuple(items[row[0]]), tuple(issues[row[0]])) for row in rows]


def _row(row: tuple, *parts) -> AcceptanceRow:
    *facts, kind, state, planned_on, completed_on, confirmed_by_id, confirmed_by = row
    return AcceptanceRow(
        *facts, AcceptanceKind(kind), AcceptanceState(state), planned_on, completed_on, confirmed_by_id,
        confirmed_by or "", *parts,
    )  # fmt: skip
