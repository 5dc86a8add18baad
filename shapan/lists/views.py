"""Keeping a view of a list, forgetting it; doing one thing to several rows, and taking it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shapan.foundation.doors import carry, way_back
from shapan.kernel.errors import Refused
from shapan.lists import actions, forms, queries, registry


@require_POST
@login_required
def keep(request, page):
    if page not in registry.PAGES:
        raise Http404
    form = forms.KeepView(request.POST)
    if carry(form, lambda **told: actions.keep_view(actor=request.user, page=page, **told)):
        messages.success(request, _("The view is kept above the list."))
    else:
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    query = form.cleaned_data.get("query", "")
    return redirect(f"{reverse(registry.PAGES[page])}?{query}")


@require_POST
@login_required
def forget(request, view_id):
    try:
        view = actions.forget_view(actor=request.user, view_id=view_id)
    except actions.ViewRefused as unknown:
        raise Http404 from unknown
    messages.success(request, _("The view is removed."))
    return redirect(registry.PAGES[view.page])


@require_POST
@login_required
def act(request, name):
    """First which rows, then what is to be done with them: both posted, the second with `go`."""
    if name not in registry.ACTS:
        raise Http404
    what, who = registry.ACTS[name], {"actor": request.user, "today": localdate()}
    ids = sorted({int(pk) for pk in request.POST.getlist("id") if pk.isdigit()})
    back = way_back(request, reverse(registry.PAGES[what.page]))
    named = what.names(ids, **who) if ids else {}
    if not named:
        messages.error(request, _("Choose the rows first."))
        return redirect(back)
    form = what.form(request.POST if "go" in request.POST else None)
    chosen = sorted(named)
    if form.is_bound and carry(form, lambda **told: actions.act_on_several(**who, name=name, ids=chosen, **told)):
        messages.success(request, _("Done. It can be taken back above the list."))
        return redirect(back)
    context = {"form": form, "act": what, "named": sorted(named.items(), key=lambda row: row[1]), "back": back}
    return render(request, "lists/act.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def take_back(request, act_id):
    done = queries.act_done(actor=request.user, act_id=act_id)
    if done is None:
        raise Http404
    try:
        actions.take_back(actor=request.user, act_id=act_id, today=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Taken back: everything stands as before."))
    return redirect(registry.PAGES[done.page])
