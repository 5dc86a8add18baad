"""Logging a contact; keeping a promise, and opening it again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from shapan.accounts import queries as accounts
from shapan.foundation.doors import carry, form_page, way_back
from shapan.identity import queries as identity
from shapan.interactions import actions, forms
from shapan.kernel.errors import EditConflict
from shapan.people import queries as people
from shapan.teams import queries as teams


@require_GET
@login_required
def start(request):
    """Where the phone's raised button leads: the only account at once, or a choice of one's own."""
    today = localdate()
    ids = teams.accounts_seated(actor=request.user, user_id=request.user.pk, on=today, today=today)
    if len(ids) == 1:
        return redirect("interactions:log", ids[0])
    named = accounts.names(ids, actor=request.user, today=today)
    choices = sorted(named.items(), key=lambda row: (row[1], row[0]))
    return render(request, "interactions/start.html", {"choices": choices})


@require_http_methods(["GET", "POST"])
@login_required
def log(request, account_id):
    today = localdate()
    facts = accounts.account(actor=request.user, account_id=account_id, today=today)
    if facts is None:
        raise Http404
    form = forms.LogInteraction(
        request.POST or None,
        initial={"held_on": today, "person_ids": request.GET.getlist("person"), "colleague_ids": [request.user.pk]},
        people=_people(request.user, account_id, today),
        colleagues=[(person.id, person.name) for person in identity.colleagues()],
    )
    back = way_back(request, reverse("insight:house", args=[account_id]))
    who = {"actor": request.user, "account_id": account_id, "today": today}
    if request.method == "POST" and carry(form, lambda **told: actions.log_interaction(**who, **told)):
        messages.success(request, _("The contact is logged."))
        return redirect(back)
    return form_page(request, form, title=_("Log a contact"), back=back, context=facts.name)


def _people(actor, account_id, today) -> list[tuple[int, str]]:
    held = people.people_in_posts(actor=actor, account_id=account_id, on=today, today=today)
    return list({post.person_id: f"{post.person} · {post.title or post.department}" for post in held}.items())


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
