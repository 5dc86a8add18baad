"""Keeping a view of a list, and forgetting it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shapan.foundation.doors import carry
from shapan.lists import actions, forms, registry


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
