"""What came out of a contact, when it was logged without it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.accounts import policies as accounts
from shapan.compliance.middleware import screens_itself
from shapan.foundation.doors import carry, way_back
from shapan.interactions import actions, forms, queries
from shapan.interactions.phrases import KINDS


@screens_itself
@require_http_methods(["GET", "POST"])
@login_required
def outcome(request, interaction_id):
    today = localdate()
    who = {"actor": request.user, "interaction_id": interaction_id, "today": today}
    contact = queries.untold(**who)
    if contact is None and queries.contact(**who) is not None:
        messages.info(request, _("What came out has been written already."))
        return redirect("insight:told", interaction_id)
    if contact is None or not accounts.may_edit(request.user, contact.account_id, today):
        raise Http404
    form = forms.Outcome(request.POST or None, current=contact, today=today)
    if form.is_bound and carry(form, lambda **clean: actions.tell_outcome(**who, **clean)):
        return redirect("insight:told", interaction_id)
    shown = {"form": form, "contact": contact, "kind": KINDS[contact.kind], "back": way_back(request, "/")}
    return render(request, "interactions/outcome.html", shown, status=422 if form.is_bound else 200)
