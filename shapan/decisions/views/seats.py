"""Naming who holds a seat in the customer's decisions, from the seat or from the person; ending either."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.accounts import queries as accounts
from shapan.decisions import actions, forms, queries
from shapan.decisions.phrases import SEATS
from shapan.decisions.terms import SeatCode
from shapan.foundation.doors import carry, form_page, way_back
from shapan.people import queries as people


@require_http_methods(["GET", "POST"])
@login_required
def seat(request, account_id, code):
    return _name_holder(request, account_id, {"code": code, "label": request.GET.get("label", "")})


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


@require_http_methods(["GET", "POST"])
@login_required
def end_seat(request, seat_id):
    who = {"actor": request.user, "seat_id": seat_id, "today": localdate()}
    place = queries.seat(**who)
    if place is None:
        raise Http404
    title = _("The seat exists no longer")
    return _end(request, place, lambda **told: actions.end_seat(**who, **told), title=title, context=place.account)


@require_http_methods(["GET", "POST"])
@login_required
def end_holder(request, holder_id):
    who = {"actor": request.user, "holder_id": holder_id, "today": localdate()}
    place = queries.holder(**who)
    if place is None:
        raise Http404
    title = _("Leaves the seat in the decision")
    return _end(request, place, lambda **told: actions.end_holder(**who, **told), title=title, context=place.person)


def _end(request, place, act, *, title, context):
    form = forms.EndSeat(request.POST or None, initial={"ended_on": localdate()})
    back = way_back(request, reverse("insight:house", args=[place.account_id]))
    if request.method == "POST" and carry(form, act):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    note = " · ".join(filter(None, [place.code, str(SEATS[SeatCode(place.code)]), place.label]))
    return form_page(request, form, title=title, back=back, context=context, note=note)
