"""The list of projects, and the page of one."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from shapan.foundation.doors import following
from shapan.projects import queries
from shapan.projects.rules.gates import worst_first
from shapan.projects.terms import GateKind, Outcome
from shapan.projects.views.doors import may_change, seen_or_404


@require_GET
@login_required
def every(request):
    page = queries.listing(actor=request.user, today=localdate(), after=request.GET.get("after", ""))
    return render(request, "projects/every.html", {"page": page, "next_url": following(request, "after", page.next)})


@require_GET
@login_required
def one(request, opportunity_id):
    who, facts = seen_or_404(request, opportunity_id)
    seen = queries.picture(**who, facts=facts)
    kind = _next_gate(seen)
    context = {
        "facts": facts,
        "seen": seen,
        "unit": seen.unit,
        "looks": seen.looks,
        "may_change": may_change(who, facts),
        "today": who["today"],
        "track": _track(seen),
        "next": kind,
        "list": seen.checklist(kind),
        "lines": [(line, seen.questions.get(line.check)) for line in worst_first(seen.checklist(kind).lines)],
        "deciders": queries.who_may_decide(seen, kind, who["today"]),
    }
    return render(request, "projects/one.html", context)


def _track(seen) -> list[tuple]:
    """(the gate, its last request, whether it may be asked for now)."""
    last = {gate.kind: gate for gate in reversed(seen.gates)}
    return [(kind, last.get(kind), not _waits(last.get(kind))) for kind in GateKind]


def _next_gate(seen) -> GateKind:
    """The one that waits, or else the first that nobody has passed; at the end the last."""
    waiting = [gate.kind for gate in seen.gates if gate.outcome is None]
    if waiting:
        return waiting[0]
    passed = {gate.kind for gate in seen.gates if gate.outcome in {Outcome.PASS, Outcome.CONDITIONAL}}
    left = [kind for kind in GateKind if kind not in passed and kind is not GateKind.ATAC]
    return left[0] if left else GateKind.ATCC


def _waits(gate) -> bool:
    return gate is not None and gate.outcome is None
