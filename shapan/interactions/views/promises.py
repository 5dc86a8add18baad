"""Keeping a promise, and opening it again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shapan.foundation.doors import way_back
from shapan.interactions import actions
from shapan.kernel.errors import EditConflict


@require_POST
@login_required
def keep_promise(request, promise_id):
    version = request.POST.get("version", "")
    try:
        actions.keep_promise(
            actor=request.user,
            promise_id=promise_id,
            kept_on=localdate(),
            today=localdate(),
            version=int(version) if version.isdigit() else None,
        )
    except EditConflict as conflict:
        messages.error(request, str(conflict))
    except actions.InteractionRefused as unknown:
        raise Http404 from unknown
    else:
        messages.success(request, _("The promise is kept."))
    return redirect(way_back(request, "/"))


@require_POST
@login_required
def reopen_promise(request, promise_id):
    try:
        actions.reopen_promise(actor=request.user, promise_id=promise_id, today=localdate())
    except actions.InteractionRefused as unknown:
        raise Http404 from unknown
    messages.success(request, _("The promise is open again."))
    return redirect(way_back(request, "/"))
