"""Putting colleagues on an account team, and taking them off."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.accounts import queries as accounts
from shapan.foundation.doors import carry, form_page, way_back
from shapan.identity import queries as identity
from shapan.teams import actions, forms, policies, queries


@require_http_methods(["GET", "POST"])
@login_required
def seats(request, account_id):
    today = localdate()
    who = {"actor": request.user, "today": today}
    facts = accounts.account(**who, account_id=account_id)
    if facts is None or not policies.may_seat(request.user, account_id, today):
        raise Http404
    colleagues = [(person.id, f"{person.name} · {person.title or person.unit}") for person in identity.colleagues()]
    form = forms.TakeSeat(request.POST or None, initial={"started_on": today}, colleagues=colleagues)
    if request.method == "POST" and carry(form, lambda **told: actions.take_seat(**who, account_id=account_id, **told)):
        messages.success(request, _("The colleague holds the seat."))
        return redirect("teams:seats", account_id)
    context = {
        "facts": facts,
        "form": form,
        "seats": queries.seats(**who, account_ids=[account_id], on=today),
        "back": reverse("insight:house", args=[account_id]),
    }
    return render(request, "teams/seats.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def leave(request, seat_id):
    today = localdate()
    who = {"actor": request.user, "today": today, "seat_id": seat_id}
    seat = queries.seat(**who)
    if seat is None or not policies.may_seat(request.user, seat.account_id, today):
        raise Http404
    form = forms.LeaveSeat(request.POST or None, initial={"ended_on": today})
    back = way_back(request, reverse("teams:seats", args=[seat.account_id]))
    if request.method == "POST" and carry(form, lambda **told: actions.leave_seat(**who, **told)):
        messages.success(request, _("The seat is free."))
        return redirect(back)
    return form_page(request, form, title=_("End the seat"), back=back, context=seat.holder)
