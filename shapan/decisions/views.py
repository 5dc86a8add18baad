"""Naming who holds a seat in the customer's decisions: from the seat, or from the person."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.accounts import queries as accounts
from shapan.decisions import actions, forms
from shapan.foundation.doors import carry, form_page, way_back
from shapan.people import queries as people


@require_http_methods(["GET", "POST"])
@login_required
def seat(request, account_id, code):
    return _name_holder(request, account_id, {"code": code})


@require_http_methods(["GET", "POST"])
@login_required
def holder(request, account_id, person_id):
    return _name_holder(request, account_id, {"person_id": person_id})


def _name_holder(request, account_id, initial):
    who = {"actor": request.user, "account_id": account_id, "today": localdate()}
    facts = accounts.account(**who)
    if facts is None:
        raise Http404
    here = {row.person_id: f"{row.person} · {row.title}" for row in people.people_in_posts(**who, on=who["today"])}
    if "person_id" in initial and initial["person_id"] not in here:
        raise Http404
    form = forms.NameHolder(request.POST or None, initial=initial, people=list(here.items()))
    back = way_back(request, reverse("insight:house", args=[account_id]))
    if request.method == "POST" and carry(form, lambda **told: actions.name_holder(**who, **told)):
        messages.success(request, _("The seat has a holder."))
        return redirect(back)
    return form_page(request, form, title=_("Who holds the seat"), back=back, context=facts.name)
