"""The four elements of an opportunity."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.foundation.doors import carry
from shapan.opportunities.rules.elements import relationship_anchor
from shapan.projects import actions, forms, queries
from shapan.projects.views.doors import changeable_or_404


@require_http_methods(["GET", "POST"])
@login_required
def assess(request, opportunity_id):
    who, facts = changeable_or_404(request, opportunity_id)
    seen = queries.assessments(**who, facts=facts)
    form = forms.Assess(request.POST or None, before=seen[0] if seen else None)
    if form.is_bound and carry(form, lambda **told: actions.assess(**who, opportunity_id=facts.id, **told)):
        messages.success(request, _("It is recorded."))
        return redirect("projects:one", facts.id)
    unit = queries.unit_of(**who, facts=facts)
    support = unit.standing.key.si.value if unit else None
    context = {"form": form, "facts": facts, "support": support, "anchor": relationship_anchor(support)}
    return render(request, "projects/assess.html", context, status=422 if form.is_bound else 200)
