"""Deliverables and payments, and milestones that move."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.fulfilment import actions, queries
from shapan.fulfilment.forms import contracts as forms
from shapan.fulfilment.views.doors import asking, carried, contract_or_404, found_or_404, to_contract

both = require_http_methods(["GET", "POST"])


@both
@login_required
def add_deliverable(request, contract_id):
    facts = contract_or_404(request, contract_id, changing=True)
    form = forms.Deliverable(request.POST or None, current=facts, initial={"name": ""})
    return _carried(request, facts, form, actions.add_deliverable, _("New deliverable"), contract_id=facts.id)


@both
@login_required
def change_deliverable(request, deliverable_id):
    facts, row, _plan = _deliverable(request, deliverable_id)
    standing = {"name": row.name, "due_on": row.due_on}
    form = forms.Deliverable(request.POST or None, current=facts, initial=standing)
    return _carried(request, facts, form, actions.change_deliverable, row.name, deliverable_id=row.id)


@both
@login_required
def remove_deliverable(request, deliverable_id):
    facts, row, _plan = _deliverable(request, deliverable_id)
    title = _("Take “{name}” out of the plan").format(name=row.name)
    form = forms.Step(request.POST or None, current=facts)
    return _carried(request, facts, form, actions.remove_deliverable, title, deliverable_id=row.id)


@both
@login_required
def deliver(request, deliverable_id):
    facts, row, _plan = _deliverable(request, deliverable_id)
    form = forms.Ready(request.POST or None, current=facts, initial={"ready_on": localdate()})
    title = _("“{name}” is delivered").format(name=row.name)
    return _carried(request, facts, form, actions.deliver, title, deliverable_id=row.id)


@both
@login_required
def move(request, deliverable_id):
    """First what it moves is shown; only then is it confirmed."""
    facts, row, plan = _deliverable(request, deliverable_id)
    form = forms.Move(request.POST or None, current=facts, initial={"to": row.due_on})
    title = _("Move “{name}”").format(name=row.name)
    if request.method == "POST" and "confirmed" not in request.POST and form.is_valid():
        moved = queries.moving(plan, deliverable_id=row.id, to=form.cleaned_data["to"])
        return render(request, "fulfilment/move.html", {"facts": facts, "row": row, "form": form, "moved": moved})
    return _carried(request, facts, form, actions.move_deliverable, title, deliverable_id=row.id)


@both
@login_required
def add_node(request, contract_id):
    facts = contract_or_404(request, contract_id, changing=True)
    plan = queries.plan(contract_id=facts.id, **asking(request))
    left = (facts.amount or 0) - plan.total
    form = _node_form(request, facts, plan, {"name": "", "amount": left if left > 0 else None})
    return _carried(request, facts, form, actions.add_node, _("New payment"), contract_id=facts.id)


@both
@login_required
def change_node(request, node_id):
    facts, row, plan = _node(request, node_id)
    bound = list(row.node.deliveries)
    standing = {"name": row.name, "amount": row.amount, "due_on": row.due_on, "needs": row.needs}
    form = _node_form(request, facts, plan, standing | {"deliverable_ids": bound})
    return _carried(request, facts, form, actions.change_node, row.name, node_id=row.id)


@both
@login_required
def remove_node(request, node_id):
    facts, row, _plan = _node(request, node_id)
    title = _("Take “{name}” out of the plan").format(name=row.name)
    form = forms.Step(request.POST or None, current=facts)
    return _carried(request, facts, form, actions.remove_node, title, node_id=row.id)


def _node_form(request, facts, plan, initial):
    offers = {"deliverable_ids": [(row.id, row.name) for row in plan.deliverables]}
    return forms.Node(request.POST or None, current=facts, initial=initial, offers=offers)


def _deliverable(request, deliverable_id):
    found = queries.contract_of_deliverable(deliverable_id=deliverable_id, **asking(request))
    return _of_plan(request, found, "deliverables", deliverable_id)


def _node(request, node_id):
    return _of_plan(request, queries.contract_of_node(node_id=node_id, **asking(request)), "nodes", node_id)


def _of_plan(request, contract_id, kind, pk):
    facts = contract_or_404(request, found_or_404(contract_id), changing=True)
    plan = queries.plan(contract_id=facts.id, **asking(request))
    row = next((row for row in getattr(plan, kind) if row.id == pk), None)
    if row is None:
        raise Http404
    return facts, row, plan


def _carried(request, facts, form, act, title, **subject):
    act = partial(act, **subject)
    return carried(request, form, act, title=title, back=to_contract(facts.id), context=facts.name)
