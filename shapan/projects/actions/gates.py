"""Asking for a gate, and deciding it."""

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope, change
from shapan.journal import actions as journal
from shapan.opportunities import queries as opportunities
from shapan.projects import parameters, queries
from shapan.projects.actions.projects import question
from shapan.projects.actions.refusals import ProjectRefused, facts_to_change
from shapan.projects.models import Gate
from shapan.projects.phrases import CHECKS, VETOES
from shapan.projects.queries import Deciders, Picture
from shapan.projects.rules.gates import Checklist
from shapan.projects.terms import GateKind, Outcome, Tag

A_WEEK = timedelta(days=7)
TAGS = {Outcome.PASS: Tag.PASSED, Outcome.CONDITIONAL: Tag.PASSED_ON_TERMS, Outcome.REFUSED: Tag.REFUSED}


@transaction.atomic
def ask_gate(*, actor, opportunity_id: int, kind: GateKind, today: date, note: str = "") -> Gate:
    """Ask for a decision. Every line that is missing becomes a question with an owner and a day."""
    facts = facts_to_change(actor, opportunity_id, today)
    asked = Gate.objects.scope(Scope.WRITE).filter(opportunity_id=opportunity_id, kind=kind, outcome="")
    if asked.exists():
        raise ProjectRefused(_("This gate is asked for already, and waits for its decision."))
    seen = queries.picture(actor=actor, facts=facts, today=today)
    if seen.project is None:
        raise ProjectRefused(_("Open the project first: its class says who decides."))
    for about in seen.checklist(kind).missing:
        row = question(opportunity_id, about)
        if row.owner_id is None:
            change(row, owner=facts.owner_id, due_on=today + A_WEEK)
    gate = Gate(opportunity_id=opportunity_id, kind=kind, asked_on=today, asked_by=actor, note=note.strip())
    gate.full_clean()
    gate.save()
    journal.record(
        actor=actor, tag=Tag.ASKED, subject=gate, account_id=facts.account_id, opportunity=opportunity_id, gate=kind
    )
    return gate


@transaction.atomic
def decide_gate(
    *,
    actor,
    gate_id: int,
    version: int,
    outcome: Outcome,
    why: str,
    today: date,
    conditions: str = "",
    exception_money: Decimal | None = None,
) -> Gate:
    """By whom the table of authority names, on the checklist as it stands now, which is kept with the decision.

    An exception names the money it puts at risk and the reason, and only the top level signs it.
    """
    found = queries.gate(actor=actor, gate_id=gate_id, today=today)
    if found is None or found.outcome is not None:
        raise ProjectRefused(_("There is no such gate to decide."))
    facts = opportunities.opportunity(actor=actor, opportunity_id=found.opportunity_id, today=today)
    seen = queries.picture(actor=actor, facts=facts, today=today)
    may = queries.who_may_decide(seen, found.kind, today)
    in_place_of = may.instead_of(actor.pk)
    if in_place_of is None:
        raise ProjectRefused(_("This gate is not yours to decide: the table of authority names who does."))
    listed = seen.checklist(found.kind)
    _refuse_words(outcome, why, conditions)
    exception = outcome is Outcome.CONDITIONAL and exception_money is not None
    if exception:
        _refuse_exception(in_place_of, seen)
    _refuse_outcome(listed, outcome, exception=exception)
    gate = Gate.objects.scope(Scope.WRITE).select_for_update().get(pk=gate_id)
    change(
        gate, version=version, outcome=outcome, decided_on=today, decided_by=actor,
        instead_of=in_place_of if in_place_of != actor.pk else None, level=may.authority.level, why=why.strip(),
        conditions=conditions.strip(), exception_money=exception_money if exception else None,
        snapshot=_snapshot(seen, listed, may, today),
    )  # fmt: skip
    journal.record(
        actor=actor, tag=TAGS[outcome], subject=gate, account_id=facts.account_id, opportunity=facts.id,
        gate=found.kind, why=why.strip(), conditions=conditions.strip() or "—",
    )  # fmt: skip
    return gate


def _refuse_words(outcome: Outcome, why: str, conditions: str) -> None:
    if not why.strip():
        raise ProjectRefused(_("Say why."), field="why")
    if outcome is Outcome.CONDITIONAL and not conditions.strip():
        raise ProjectRefused(_("Name the conditions."), field="conditions")


def _refuse_exception(user_id: int, seen: Picture) -> None:
    if user_id not in queries.top_level(seen.facts.owner_id):
        raise ProjectRefused(_("Only the top level signs an exception."), field="exception_money")


def _refuse_outcome(listed: Checklist, outcome: Outcome, *, exception: bool) -> None:
    if listed.allows(outcome, exception=exception):
        return
    held = [str(VETOES[veto]) for veto in listed.vetoes] + [str(CHECKS[check]) for check in listed.barred]
    if held:
        raise ProjectRefused(_("This keeps the gate shut: {reasons}.").format(reasons="; ".join(dict.fromkeys(held))))
    missing = "; ".join(str(CHECKS[check]) for check in listed.missing)
    raise ProjectRefused(_("Still missing: {facts}. Pass it with conditions, or not.").format(facts=missing))


def _snapshot(seen: Picture, listed: Checklist, may: Deciders, today: date) -> dict:
    """Words of closed lists and numbers, never a name: whoever reads it later may not know everybody."""
    return {
        "policy": parameters.in_force().version,
        "table": queries.table(today).id,
        "class": seen.project.project_class if seen.project else "",
        "level": may.authority.level,
        "score": listed.score.value,
        "lines": [
            {"check": line.check, "state": line.state, "value": line.value} for line in listed.lines
        ],
        "vetoes": list(listed.vetoes),
        "barred": list(listed.barred),
    }  # fmt: skip
