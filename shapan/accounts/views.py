"""Adding companies and departments; changing facts of companies."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.accounts import actions, cells, forms, policies, queries
from shapan.accounts.phrases import FACTS
from shapan.foundation.doors import carry, form_page, way_back


@require_http_methods(["GET", "POST"])
@login_required
def open_account(request):
    today = localdate()
    if not policies.may_open_accounts(request.user, today):
        raise Http404
    parents = queries.parents_to_choose(actor=request.user, today=today)
    form = forms.OpenAccount(request.POST or None, parents=parents)
    back = way_back(request, reverse("insight:accounts"))
    who = {"actor": request.user, "today": today}
    if request.method == "POST" and carry(form, lambda **told: actions.open_account(**who, **told)):
        messages.success(request, _("The company is added. Put a colleague on its team next."))
        return redirect(back)
    hints = reverse("duplicates:hints", args=["account"])
    return form_page(request, form, title=_("New customer"), back=back, context=_("Customers"), hints=hints)


@require_http_methods(["GET", "POST"])
@login_required
def change_account(request, account_id):
    who = {"actor": request.user, "account_id": account_id, "today": localdate()}
    facts = queries.account(**who)
    if facts is None or not policies.may_edit(**who):
        raise Http404
    parents = queries.parents_to_choose(actor=request.user, today=who["today"])
    others = [(pk, name) for pk, name in parents if pk != account_id]
    form = forms.ChangeAccount(request.POST or None, current=facts, parents=others)
    back = way_back(request, reverse("insight:house", args=[account_id]))
    if request.method == "POST" and carry(form, lambda **told: actions.change_account(**who, **told)):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    return form_page(request, form, title=_("Change facts"), back=back, context=facts.name)


@require_http_methods(["GET", "POST"])
@login_required
def change_cell(request, account_id, field):
    """One fact of a company where it stands in a list; without htmx on a page of its own."""
    who = {"actor": request.user, "account_id": account_id, "today": localdate()}
    facts = queries.account(**who)
    if facts is None or field not in forms.CELLS or not policies.may_edit(**who):
        raise Http404
    form = forms.CELLS[field](request.POST or None, current=facts)
    back = way_back(request, reverse("insight:accounts"))
    in_place = bool(request.headers.get("HX-Request"))
    done = request.method == "POST" and carry(form, lambda **told: actions.change_account(**who, **told))
    if in_place and (done or "still" in request.GET):
        return HttpResponse(cells.shown(field, queries.account(**who)))
    if done:
        messages.success(request, _("It is recorded."))
        return redirect(back)
    if not in_place:
        return form_page(request, form, title=FACTS[field], back=back, context=facts.name)
    context = {"form": form, "field": form[field], "address": request.path, "name": facts.name}
    return render(request, "accounts/cell.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def open_department(request, account_id):
    today = localdate()
    facts = queries.account(actor=request.user, account_id=account_id, today=today)
    if facts is None:
        raise Http404
    form = forms.OpenDepartment(request.POST or None)
    back = way_back(request, reverse("insight:account_people", args=[account_id]))
    who = {"actor": request.user, "account_id": account_id, "today": today}
    if request.method == "POST" and carry(form, lambda **told: actions.open_department(**who, **told)):
        messages.success(request, _("The department is added."))
        return redirect(back)
    return form_page(request, form, title=_("Add a department"), back=back, context=facts.name)
