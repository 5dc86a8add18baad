"""One acceptance with its items and issues, and what is done to it."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from shapan.fulfilment import actions, policies, queries
from shapan.fulfilment.forms import acceptances as forms
from shapan.fulfilment.phrases import KINDS
from shapan.fulfilment.steps import ways_of_acceptance
from shapan.fulfilment.terms import UNDER_TEST, AcceptanceState
from shapan.fulfilment.views.doors import (
    asking,
    carried,
    contract_or_404,
    found_or_404,
    people_at,
    stepped,
    to_contract,
)

both = require_http_methods(["GET", "POST"])


@require_GET
@login_required
def one(request, acceptance_id):
    who = asking(request)
    row = found_or_404(queries.acceptance(acceptance_id=acceptance_id, **who))
    may_change = policies.may_change(request.user, row.contract_id, who["today"])
    context = {
        "row": row,
        "may_change": may_change,
        "ways": ways_of_acceptance(row.state) if may_change else [],
        "under_test": row.state in UNDER_TEST,
        "issuing": row.state not in {AcceptanceState.DRAFT, AcceptanceState.PENDING, AcceptanceState.COMPLETED},
        "steps": queries.acceptance_steps(acceptance_id=row.id, **who),
        "contract": queries.contract(contract_id=row.contract_id, **who),
    }
    return render(request, "fulfilment/acceptance.html", context)


@both
@login_required
def plan(request, contract_id):
    facts = contract_or_404(request, contract_id, changing=True)
    form = forms.PlanAcceptance(request.POST or None, offers=_offers(request, facts.id))
    act = partial(actions.plan_acceptance, contract_id=facts.id)
    back = to_contract(facts.id)
    return carried(request, form, act, title=_("Plan an acceptance"), back=back, context=facts.name)


@both
@login_required
def change(request, acceptance_id):
    row = _changeable_or_404(request, acceptance_id)
    standing = {"deliverable_ids": [pk for pk, _name in row.deliverables]}
    standing["items"] = "\n".join(item.name for item in row.items)
    offers = _offers(request, row.contract_id)
    form = forms.ChangeAcceptance(request.POST or None, current=row, initial=standing, offers=offers)
    return _carried(request, row, form, actions.change_acceptance, KINDS[row.kind], acceptance_id=row.id)


@both
@login_required
def step(request, acceptance_id, to):
    row = _changeable_or_404(request, acceptance_id)
    told = {"context": str(KINDS[row.kind]), "back": _address(row), "acceptance_id": row.id}
    offers = {"confirmed_by_id": people_at(request, row.account_id)}
    days = {"completed_on": localdate()}
    return stepped(request, ways_of_acceptance(row.state), to, row, offers=offers, initial=days, **told)


@both
@login_required
def judge(request, item_id):
    found = queries.acceptance_of_item(item_id=item_id, **asking(request))
    row = _changeable_or_404(request, found_or_404(found))
    item = next(item for item in row.items if item.id == item_id)
    form = forms.Judge(request.POST or None, current=row, initial={"result": item.result, "note": item.note})
    return _carried(request, row, form, actions.judge_item, item.name, item_id=item.id)


@both
@login_required
def raise_issue(request, acceptance_id):
    row = _changeable_or_404(request, acceptance_id)
    form = forms.Raise(request.POST or None, current=row)
    return _carried(request, row, form, actions.raise_issue, _("Raise an issue"), acceptance_id=row.id)


@both
@login_required
def close_issue(request, issue_id):
    found = queries.acceptance_of_issue(issue_id=issue_id, **asking(request))
    row = _changeable_or_404(request, found_or_404(found))
    issue = next(issue for issue in row.issues if issue.id == issue_id)
    form = forms.CloseIssue(request.POST or None, current=row)
    return _carried(request, row, form, actions.close_issue, issue.words, issue_id=issue.id)


def _changeable_or_404(request, acceptance_id):
    row = found_or_404(queries.acceptance(acceptance_id=acceptance_id, **asking(request)))
    contract_or_404(request, row.contract_id, changing=True)
    return row


def _offers(request, contract_id):
    found = queries.plan(contract_id=contract_id, **asking(request))
    return {"deliverable_ids": [(row.id, row.name) for row in found.deliverables]}


def _address(row) -> str:
    return reverse("fulfilment:acceptance", args=[row.id])


def _carried(request, row, form, act, title, **subject):
    return carried(
        request, form, partial(act, **subject), title=title, back=_address(row), context=str(KINDS[row.kind])
    )
