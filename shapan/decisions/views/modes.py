"""Recording and changing how a customer decides."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.accounts import policies as account_policies
from shapan.accounts import queries as accounts
from shapan.decisions import actions, forms, queries
from shapan.foundation.doors import carry, form_page
from shapan.people import queries as people


@require_http_methods(["GET", "POST"])
@login_required
def record(request, account_id):
    who = {"actor": request.user, "account_id": account_id, "today": localdate()}
    facts = _account_or_404(request, account_id)
    form = forms.RecordMode(request.POST or None, **_given(who))
    if form.is_bound and carry(form, lambda **told: actions.record_mode(**who, **told)):
        messages.success(request, _("It is recorded."))
        return redirect("insight:deciding", account_id)
    return _page(request, form, facts)


@require_http_methods(["GET", "POST"])
@login_required
def change(request, mode_id):
    actor, today = request.user, localdate()
    mode = queries.mode(actor=actor, mode_id=mode_id, today=today)
    if mode is None:
        raise Http404
    facts = _account_or_404(request, mode.account_id)
    given = _given({"actor": actor, "account_id": mode.account_id, "today": today})
    form = forms.ChangeMode(request.POST or None, current=mode, initial=_bands(mode), **given)
    if form.is_bound and carry(
        form, lambda **told: actions.change_mode(actor=actor, mode_id=mode_id, today=today, **told)
    ):
        messages.success(request, _("It is recorded."))
        return redirect("insight:deciding", mode.account_id)
    return _page(request, form, facts, mode)


@require_http_methods(["GET", "POST"])
@login_required
def end(request, mode_id):
    actor, today = request.user, localdate()
    mode = queries.mode(actor=actor, mode_id=mode_id, today=today)
    if mode is None:
        raise Http404
    facts = _account_or_404(request, mode.account_id)
    form = forms.EndSeat(request.POST or None, initial={"ended_on": today})
    if form.is_bound and carry(
        form, lambda **told: actions.end_mode(actor=actor, mode_id=mode_id, today=today, **told)
    ):
        messages.success(request, _("It is recorded."))
        return redirect("insight:deciding", mode.account_id)
    back = reverse("insight:deciding", args=[mode.account_id])
    title = _("They no longer decide this way")
    return form_page(request, form, title=title, back=back, context=facts.name, note=mode.category)


def _account_or_404(request, account_id):
    who = {"actor": request.user, "account_id": account_id, "today": localdate()}
    facts = accounts.account(**who)
    if facts is None or not account_policies.may_edit(who["actor"], account_id, who["today"]):
        raise Http404
    return facts


def _given(who) -> dict:
    """The posts of the customer, and the companies above it in its group."""
    posts = [(post.id, " · ".join(filter(None, [post.title, post.department]))) for post in people.posts(**who)]
    family = [(branch.id, branch.name) for branch in accounts.family(**who) if not branch.here]
    return {"posts": posts, "customers": family}


def _bands(mode) -> dict:
    said = {}
    for n, band in enumerate(mode.bands, 1):
        said |= {f"from_{n}": f"{band.amount_from:,.0f}", f"post_{n}": band.post_id}
    return said


def _page(request, form, facts, mode=None):
    shown = {"form": form, "facts": facts, "mode": mode, "back": reverse("insight:deciding", args=[facts.id])}
    return render(request, "decisions/mode.html", shown, status=422 if form.is_bound else 200)
