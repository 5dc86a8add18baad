"""One's own tokens: made, shown once, revoked."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from shapan.api import actions, forms, queries
from shapan.foundation.doors import carry


@require_http_methods(["GET", "POST"])
@login_required
def tokens(request):
    who = {"actor": request.user, "today": localdate()}
    form, made = forms.IssueToken(request.POST or None), []
    done = form.is_bound and carry(form, lambda **told: made.append(actions.issue_token(**who, **told)))
    shown = {
        "form": forms.IssueToken() if done else form,
        "secret": made[0] if made else "",
        "tokens": queries.tokens(actor=request.user),
        "today": who["today"],
    }
    return render(request, "api/tokens.html", shown, status=422 if form.is_bound and not done else 200)


@require_POST
@login_required
def revoke(request, token_id):
    try:
        actions.revoke_token(actor=request.user, token_id=token_id, today=localdate())
    except actions.TokenRefused as unknown:
        raise Http404 from unknown
    messages.success(request, _("The token does nothing any more."))
    return redirect("tokens:tokens")
