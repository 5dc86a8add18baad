"""Recording where a competitor stands with a person."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.foundation.doors import carry, form_page, way_back
from shapan.intelligence import actions, forms, queries
from shapan.people import queries as people


@require_http_methods(["GET", "POST"])
@login_required
def competitor(request, account_id, person_id):
    who = {"actor": request.user, "account_id": account_id, "today": localdate()}
    here = {post.person_id: post.person for post in people.people_in_posts(**who, on=who["today"])}
    if person_id not in here:
        raise Http404
    known = queries.competitors(actor=request.user, today=who["today"])
    form = forms.SeeCompetitor(request.POST or None, initial={"observed_on": who["today"]}, competitors=known)
    back = way_back(request, reverse("insight:part_person", args=[account_id, person_id]))
    told_of = {**who, "person_id": person_id}
    if request.method == "POST" and carry(form, lambda **told: actions.see_competitor(**told_of, **told)):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    return form_page(request, form, title=_("Competitor’s standing"), back=back, context=here[person_id])
