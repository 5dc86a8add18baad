"""The page of a project."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from shapan.projects import queries
from shapan.projects.views.doors import may_change, seen_or_404


@require_GET
@login_required
def one(request, opportunity_id):
    who, facts = seen_or_404(request, opportunity_id)
    context = {
        "facts": facts,
        "may_change": may_change(who, facts),
        "unit": queries.unit_of(**who, facts=facts),
        "looks": queries.assessments(**who, facts=facts),
        "today": who["today"],
    }
    return render(request, "projects/one.html", context)
