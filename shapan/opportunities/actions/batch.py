"""Many opportunities at once, as files bring them: where another system says each stands is kept as a step."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.access.terms import Level
from shapan.accounts import policies as accounts
from shapan.foundation import bulk
from shapan.journal import actions as journal
from shapan.kernel.batches import Outcome, Row, Tally
from shapan.opportunities import policies
from shapan.opportunities.actions.refusals import OpportunityRefused
from shapan.opportunities.models import DatePush, Opportunity, OpportunityLine, StageChange
from shapan.opportunities.terms import CLOSED, Route, Stage, Tag
from shapan.search import actions as search

FACTS = {"name": "", "amount": None, "currency": "", "category": "", "route": Route.DIRECT, "opened_on": None}
STANDING = ("account_id", "owner_id", "stage", "expected_on", "decided_on", *FACTS)


@dataclass(slots=True, eq=False, kw_only=True)
class OpportunityRow(Row):
    """One opportunity. `facts` holds what the file says, nothing for what it leaves open."""

    owner_id: int
    stage: Stage
    account_id: int | None = None
    expected_on: date | None = None
    decided_on: date | None = None
    product_id: int | None = None
    why: str = ""
    facts: dict[str, object] = field(default_factory=dict)


@transaction.atomic
def save_opportunities(*, actor, rows: list[OpportunityRow], today: date) -> Tally:
    """Open the new and change the known. Rows that are refused say so; the others stand."""
    _refuse(actor, rows, today)
    standing = [row for row in rows if row.outcome is not Outcome.REJECTED]
    new = [row for row in standing if row.id is None]
    _change(actor, [row for row in standing if row.id is not None], today)
    _insert(actor, new, today)
    _lines(standing)
    written = {Outcome.CREATED, Outcome.UPDATED}
    search.index("opportunity", [row.id for row in standing if row.id and row.outcome in written])
    tally = Tally()
    tally.count(rows)
    if tally.counts:
        journal.record(actor=actor, tag=Tag.IMPORTED, created=tally.created, updated=tally.updated)
    return tally


def _refuse(actor, rows: list[OpportunityRow], today: date) -> None:
    found = accounts.accounts_open_to(actor, today, Level.EDIT)
    placed = {row.account_id for row in rows if row.account_id}
    mine = {pk for part in bulk.parts(placed) for pk in found.filter(pk__in=part).values_list("pk", flat=True)}
    led = policies.may_own_unplaced(actor, {row.owner_id for row in rows if not row.account_id}, today)
    known = policies.changeable(actor, {row.id for row in rows if row.id}, today)
    for row in rows:
        wrong = _wrong(row, today)
        if wrong:
            row.refuse(wrong)
        elif row.id and row.id not in known:
            row.refuse(OpportunityRefused(_("This opportunity is not yours to change.")))
        elif row.account_id and row.account_id not in mine:
            row.refuse(OpportunityRefused(_("You hold no seat on this account team."), field="account"))
        elif not row.account_id and row.owner_id not in led:
            told = _("Without a customer it can be yours, or belong to somebody you lead.")
            row.refuse(OpportunityRefused(told, field="owner"))


def _wrong(row: OpportunityRow, today: date) -> OpportunityRefused | None:
    complaint = bulk.complaint(Opportunity, row.facts)
    amount, opened, decided = row.facts.get("amount"), row.facts.get("opened_on"), row.decided_on
    if complaint:
        return OpportunityRefused(complaint[1], field=complaint[0])
    if amount is not None and amount < 0:
        return OpportunityRefused(_("An amount is not below nothing."), field="amount")
    if decided and row.stage not in CLOSED:
        told = _("Only what is won or lost has a day of decision: leave it empty, or name the stage.")
        return OpportunityRefused(told, field="decided")
    if decided and decided > today:
        return OpportunityRefused(_("A day to come cannot be the day of a decision."), field="decided")
    if decided and opened and decided < opened:
        return OpportunityRefused(_("It cannot be decided before it was opened."), field="decided")
    return None


def _insert(actor, rows: list[OpportunityRow], today: date) -> None:
    if not rows:
        return
    keys = bulk.insert(
        Opportunity,
        **{name: [row.facts.get(name, empty) for row in rows] for name, empty in FACTS.items()},
        account=[row.account_id for row in rows],
        owner=[row.owner_id for row in rows],
        stage=[row.stage.value for row in rows],
        expected_on=[row.expected_on for row in rows],
        decided_on=[row.decided_on for row in rows],
    )
    for row, key in zip(rows, keys, strict=True):
        row.id, row.outcome = key, Outcome.CREATED
    _steps(actor, [(row, "") for row in rows], today)


def _change(actor, rows: list[OpportunityRow], today: date) -> None:
    """What the file says otherwise than we do; what it leaves empty stays."""
    before = bulk.by_id(Opportunity, [row.id for row in rows], STANDING)
    changes, steps, pushes = {}, [], []
    for row in rows:
        stands = before[row.id]
        said = {"account_id": row.account_id, "owner_id": row.owner_id, "stage": row.stage.value, **row.facts}
        said |= {"expected_on": row.expected_on, "decided_on": row.decided_on}
        differs = {name: value for name, value in said.items() if value is not None and stands[name] != value}
        if row.stage not in CLOSED and stands["decided_on"]:
            differs["decided_on"] = None
        if not differs:
            continue
        changes[row.id], row.outcome = {name.removesuffix("_id"): v for name, v in differs.items()}, Outcome.UPDATED
        if "stage" in differs:
            steps.append((row, stands["stage"]))
        if "expected_on" in differs:
            pushes.append((row, stands["expected_on"]))
    bulk.update(Opportunity, changes)
    _steps(actor, steps, today)
    if pushes:
        bulk.insert(
            DatePush,
            opportunity=[row.id for row, _day in pushes],
            before=[day for _row, day in pushes],
            after=[row.expected_on for row, _day in pushes],
            on=[today] * len(pushes),
            by=[actor.pk] * len(pushes),
        )


def _steps(actor, steps: list[tuple[OpportunityRow, str]], today: date) -> None:
    """One step for each row: when it was decided, else when it was opened, else today."""
    if not steps:
        return
    days = [row.decided_on or (today if before else row.facts.get("opened_on") or today) for row, before in steps]
    bulk.insert(
        StageChange,
        opportunity=[row.id for row, _before in steps],
        before=[before for _row, before in steps],
        after=[row.stage.value for row, _before in steps],
        on=days,
        by=[actor.pk] * len(steps),
        why=[row.why for row, _before in steps],
    )


def _lines(rows: list[OpportunityRow]) -> None:
    named = {(row.id, row.product_id): row for row in rows if row.product_id}
    fields = ("opportunity_id", "product_id")
    known = set(bulk.rows(OpportunityLine, "opportunity_id", [pk for pk, _product in named], fields))
    fresh = [pair for pair in named if pair not in known]
    if fresh:
        bulk.insert(
            OpportunityLine, opportunity=[pk for pk, _product in fresh], product=[product for _pk, product in fresh]
        )
    for pair in fresh:
        if named[pair].outcome is Outcome.UNCHANGED:
            named[pair].outcome = Outcome.UPDATED
