"""The class of a project, its questions, its gates."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.foundation.doors import carry
from shapan.identity import queries as identity
from shapan.opportunities import queries as opportunities
from shapan.projects import actions, forms, queries
from shapan.projects.phrases import CHECKS, GATES
from shapan.projects.rules.gates import ANSWERED, Line, worst_first
from shapan.projects.terms import Check, GateKind, State
from shapan.projects.views.doors import carried, changeable_or_404


@require_http_methods(["GET", "POST"])
@login_required
def open_project(request, opportunity_id):
    who, facts = changeable_or_404(request, opportunity_id)
    now = queries.project(**who, facts=facts)
    initial = {"version": now.version, "first_of_kind": now.first_of_kind, "why": now.why} if now else {}
    form = forms.OpenProject(request.POST or None, initial=initial)
    title = _("Change the class") if now else _("Open the project")
    return carried(request, who, facts, form, actions.open_project, title=title)


@require_http_methods(["GET", "POST"])
@login_required
def ask(request, opportunity_id, kind):
    who, facts = changeable_or_404(request, opportunity_id)
    gate = _gate_or_404(kind)
    form = forms.AskGate(request.POST if request.method == "POST" else None)
    title = f"{gate} · {GATES[gate]}"
    return carried(
        request, who, facts, form, lambda **told: actions.ask_gate(kind=gate, **told), title=title,
        note=_("What is still missing becomes a question with an owner and a day."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def gate(request, gate_id):
    """One gate: asked for, with its checklist as it stands today; decided, with the one it was decided on."""
    who = {"actor": request.user, "today": localdate()}
    facts, now = _gate_and_facts(who, gate_id)
    seen = queries.picture(**who, facts=facts)
    may = queries.who_may_decide(seen, now.kind, who["today"])
    mine = now.outcome is None and may.instead_of(request.user.pk) is not None
    form = forms.DecideGate(request.POST or None, current=now) if mine else None
    if request.method == "POST":
        if form is None:
            raise Http404
        if carry(form, lambda **told: actions.decide_gate(**who, gate_id=gate_id, **told)):
            messages.success(request, _("It is recorded."))
            return redirect("projects:one", facts.id)
    context = {
        "gate": now, "facts": facts, "form": form, "may": may, "seen": seen, "list": seen.checklist(now.kind),
        "lines": _kept(now) if now.outcome else worst_first(seen.checklist(now.kind).lines),
    }  # fmt: skip
    return render(request, "projects/gate.html", context, status=422 if form is not None and form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def answer(request, opportunity_id, about):
    who, facts = changeable_or_404(request, opportunity_id)
    check = _check_or_404(about)
    if check not in ANSWERED:
        raise Http404
    form = forms.Answer(request.POST or None, current=_question(who, facts, check), about=check)
    return carried(
        request, who, facts, form, lambda **told: actions.answer(about=check, **told), title=str(CHECKS[check])
    )


@require_http_methods(["GET", "POST"])
@login_required
def entrust(request, opportunity_id, about):
    who, facts = changeable_or_404(request, opportunity_id)
    check = _check_or_404(about)
    colleagues = [(row.id, row.name) for row in identity.colleagues()]
    form = forms.Entrust(request.POST or None, current=_question(who, facts, check), colleagues=colleagues)
    return carried(
        request, who, facts, form, lambda **told: actions.entrust(about=check, **told),
        title=_("Who finds it out"), note=str(CHECKS[check]),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unasked:
    """A line that is no question yet, as the forms read it."""

    version: int = 1
    value: None = None
    statement: str = ""
    owner_id: None = None
    due_on: None = None


def _question(who, facts, check):
    return queries.questions(**who, facts=facts).get(check) or Unasked()


def _gate_or_404(kind: str) -> GateKind:
    if kind not in set(GateKind):
        raise Http404
    return GateKind(kind)


def _check_or_404(about: str) -> Check:
    if about not in set(Check):
        raise Http404
    return Check(about)


def _gate_and_facts(who, gate_id):
    now = queries.gate(**who, gate_id=gate_id)
    if now is None:
        raise Http404
    return opportunities.opportunity(opportunity_id=now.opportunity_id, **who), now


def _kept(now) -> list[Line]:
    lines = now.snapshot.get("lines", [])
    return worst_first([Line(Check(one["check"]), State(one["state"]), one["value"]) for one in lines])
