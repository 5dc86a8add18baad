"""Running an opportunity as a project: its class, and the questions its gates ask."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import queries as accounts
from shapan.foundation.models import Scope, change
from shapan.identity import queries as identity
from shapan.journal import actions as journal
from shapan.projects import parameters, queries
from shapan.projects.actions.refusals import ProjectRefused, facts_to_change
from shapan.projects.models import Project, Question
from shapan.projects.rules.classes import Classed, classify
from shapan.projects.rules.gates import ANSWERED, YES_NO, most
from shapan.projects.terms import Check, ProjectClass, Tag

LARGEST = Decimal(1000)


@transaction.atomic
def open_project(
    *,
    actor,
    opportunity_id: int,
    today: date,
    project_class: ProjectClass | None = None,
    first_of_kind: bool = False,
    why: str = "",
    version: int | None = None,
) -> Project:
    """The class follows by rule; another one needs a reason. Said again, it is classed anew."""
    facts = facts_to_change(actor, opportunity_id, today)
    ruled = _by_rule(actor, facts, today, first=first_of_kind)
    letter = project_class or ruled.letter
    if letter is not ruled.letter and not why.strip():
        raise ProjectRefused(_("By rule it is class {letter}: say why not.").format(letter=ruled.letter), field="why")
    said = {
        "project_class": letter, "by_rule": ruled.letter, "reason": ruled.reason, "first_of_kind": first_of_kind,
        "why": why.strip(),
    }  # fmt: skip
    tell = {"account_id": facts.account_id, "opportunity": opportunity_id, "letter": letter, "why": why.strip() or "—"}
    row = Project.objects.scope(Scope.WRITE).filter(opportunity_id=opportunity_id).first()
    if row is None:
        row = Project(opportunity_id=opportunity_id, opened_on=today, opened_by=actor, **said)
        row.full_clean()
        row.save()
        journal.record(actor=actor, tag=Tag.OPENED, subject=row, **tell)
    elif change(row, version=version, **said):
        journal.record(actor=actor, tag=Tag.CLASSED, subject=row, **tell)
    return row


@transaction.atomic
def answer(
    *, actor, opportunity_id: int, about: Check, value: Decimal | None, statement: str, today: date,
    version: int | None = None,
) -> Question:  # fmt: skip
    """What somebody found out, and what it stands on. None: nobody knows after all."""
    facts = facts_to_change(actor, opportunity_id, today)
    if about not in ANSWERED:
        raise ProjectRefused(_("This line is read from the data: nobody types it."))
    if value is not None and not statement.strip():
        raise ProjectRefused(_("Say what the answer stands on."), field="statement")
    limit = most(about) or (1 if about in YES_NO else LARGEST)
    if value is not None and (value > limit or (value < 0 and about is not Check.MARGIN)):
        raise ProjectRefused(_("The answer is out of range."), field="value")
    row = question(opportunity_id, about)
    told = {"answered_on": None, "answered_by": None} if value is None else {"answered_on": today, "answered_by": actor}
    if change(row, version=version, value=value, statement=statement.strip(), **told):
        journal.record(
            actor=actor, tag=Tag.ANSWERED, subject=row, account_id=facts.account_id, opportunity=opportunity_id,
            about=about, value="—" if value is None else str(value), statement=statement.strip(),
        )  # fmt: skip
    return row


@transaction.atomic
def entrust(
    *, actor, opportunity_id: int, about: Check, owner_id: int, due_on: date, today: date, version: int | None = None
) -> Question:
    """Somebody is to find it out by a day."""
    facts = facts_to_change(actor, opportunity_id, today)
    if not identity.colleagues(ids=[owner_id]):
        raise ProjectRefused(_("There is no such colleague."), field="owner_id")
    row = question(opportunity_id, about)
    if change(row, version=version, owner=owner_id, due_on=due_on):
        journal.record(
            actor=actor, tag=Tag.ENTRUSTED, subject=row, account_id=facts.account_id, opportunity=opportunity_id,
            about=about, owner=owner_id, on=str(due_on),
        )  # fmt: skip
    return row


def question(opportunity_id: int, about: Check) -> Question:
    """The row of a line, made when it is first asked."""
    found = Question.objects.scope(Scope.WRITE).filter(opportunity_id=opportunity_id, about=about).first()
    if found is None:
        found = Question(opportunity_id=opportunity_id, about=about)
        found.full_clean()
        found.save()
    return found


def _by_rule(actor, facts, today: date, *, first: bool) -> Classed:
    tier = ""
    if facts.account_id is not None:
        account = accounts.account(actor=actor, account_id=facts.account_id, today=today)
        tier = account.tier if account else ""
    amount = queries.reported_amount(facts, today)
    return classify(amount, tier, first=first, thresholds=parameters.thresholds())
