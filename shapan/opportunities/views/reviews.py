"""Reviews of what was won and lost."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from shapan.foundation.doors import carry, form_page
from shapan.opportunities import actions, forms, policies, queries
from shapan.opportunities.terms import CLOSED


@require_GET
@login_required
def reviews(request):
    today = localdate()
    found = queries.reviews(actor=request.user, today=today)
    return render(request, "opportunities/reviews.html", {"reviews": found, "late": today - queries.DUE})


@require_http_methods(["GET", "POST"])
@login_required
def review(request, opportunity_id):
    who = {"actor": request.user, "opportunity_id": opportunity_id, "today": localdate()}
    facts = queries.opportunity(**who)
    if facts is None or facts.stage not in CLOSED or not policies.may_change(**who):
        raise Http404
    known = queries.review(**who)
    standing = {name: getattr(known, name) for name in forms.ReviewIt.base_fields} if known else {}
    form = forms.ReviewIt(request.POST or None, initial=standing)
    back = reverse("opportunities:one", args=[facts.id])
    if request.method == "POST" and carry(form, lambda **told: actions.review(**who, **told)):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    note = _("Half an hour with those who decided. The three reasons stay apart: what sellers name is often not it.")
    return form_page(request, form, title=_("Review it"), back=back, context=facts.name, note=note)
