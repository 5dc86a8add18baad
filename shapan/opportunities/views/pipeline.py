"""The pipeline as a whole: its health, its targets, and what was learnt from what was decided."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from shapan.foundation.doors import carry, form_page
from shapan.kernel.periods import quarter_start, quarters_on
from shapan.opportunities import actions, forms, policies, queries

AHEAD = 4  # quarters for which a target can be set, this one and those after


@require_GET
@login_required
def health(request):
    who = {"actor": request.user, "today": localdate()}
    found = queries.health(**who)
    may_set = bool(policies.colleagues_to_set_targets(request.user, who["today"]))
    return render(request, "opportunities/health.html", {"health": found, "may_set": may_set})


@require_http_methods(["GET", "POST"])
@login_required
def targets(request):
    who = {"actor": request.user, "today": localdate()}
    colleagues = [(row.id, row.name) for row in policies.colleagues_to_set_targets(request.user, who["today"])]
    if not colleagues:
        raise Http404
    first = quarter_start(who["today"])
    days = [quarters_on(first, n) for n in range(AHEAD)]
    quarters = [(str(day), _("{year} Q{n}").format(year=day.year, n=(day.month + 2) // 3)) for day in days]
    form = forms.SetTarget(request.POST or None, colleagues=colleagues, quarters=quarters)
    back = reverse("opportunities:health")
    if request.method == "POST" and carry(form, lambda **told: actions.set_target(**who, **told)):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    note = _("In {currency}; a target counts for the colleague and everybody the colleague leads.")
    told = note.format(currency=queries.reporting_currency())
    return form_page(request, form, title=_("Set a target"), back=back, context=_("Pipeline health"), note=told)


@require_GET
@login_required
def chances(request):
    count, calibrated = queries.chances(actor=request.user, today=localdate())
    return render(request, "opportunities/chances.html", {"count": count, "calibrated": calibrated})


@require_GET
@login_required
def chance(request, opportunity_id):
    """What the decided ones say of this one; asked for, as it takes longer than a page may."""
    who = {"actor": request.user, "opportunity_id": opportunity_id, "today": localdate()}
    found, facts = queries.chance_of(**who), queries.opportunity(**who)
    if found is None or facts is None:
        raise Http404
    page = "opportunities/chance.html#chance" if request.headers.get("HX-Request") else "opportunities/chance.html"
    return render(request, page, {"found": found, "facts": facts})
