"""The queue of suspects, two entries side by side, hints while typing; merging, telling apart, taking back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from shapan.duplicates import actions, forms, queries, registry
from shapan.foundation.doors import following
from shapan.kernel.errors import EditConflict


def _kind_or_404(name: str) -> registry.Kind:
    if name not in registry.KINDS:
        raise Http404
    return registry.KINDS[name]


@require_GET
@login_required
def queue(request, kind):
    what, who = _kind_or_404(kind), {"actor": request.user, "today": localdate()}
    found = queries.suspects(**who, kind=kind, after=request.GET.get("after", ""))
    context = {
        "kind": what,
        "pairs": found.pairs,
        "next_url": following(request, "after", found.next),
        "merges": queries.merges(**who, kind=kind),
        "tabs": [
            {"label": one.plural, "url": reverse("duplicates:queue", args=[name]), "current": name == kind}
            for name, one in sorted(registry.KINDS.items(), reverse=True)
        ],
    }
    return render(request, "duplicates/queue.html", context)


@require_POST
@login_required
def hints(request, kind):
    """What is typed may hold phone numbers: it is posted, so that no log of addresses keeps it."""
    what, who = _kind_or_404(kind), {"actor": request.user, "today": localdate()}
    at, around = (), set()
    if what.home and request.GET.get("at", "").isdigit():
        at, around = what.home(int(request.GET["at"]), **who)
    typed = forms.Typed(request.POST).look(is_person=kind == "person", at=at)
    found = queries.hints(**who, kind=kind, typed=typed, around=around) if typed.name else []
    return render(request, "duplicates/hints.html", {"found": found, "kind": what})


@require_http_methods(["GET", "POST"])
@login_required
def compare(request, kind, kept_id, away_id):
    what, who = _kind_or_404(kind), {"actor": request.user, "today": localdate(), "kind": kind}
    ids = {"kept_id": kept_id, "away_id": away_id}
    page = queries.comparison(**who, **ids) if what.fields else None
    if page is None:
        raise Http404
    form = forms.ChooseFields(request.POST or None, names=what.fields)
    if request.method == "POST" and form.is_valid():
        versions = {kept_id: form.cleaned_data["kept_version"], away_id: form.cleaned_data["away_version"]}
        try:
            actions.merge(**who, **ids, versions=versions, from_away=form.from_away)
        except EditConflict as conflict:
            messages.error(request, str(conflict))
        else:
            messages.success(request, _("Two entries are one now. The merge can be taken back below the queue."))
            return redirect(what.page, kept_id)
    context = {"kind": what, "page": page, "swap": reverse("duplicates:compare", args=[kind, away_id, kept_id])}
    return render(request, "duplicates/compare.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def tell_apart(request, kind, first_id, second_id):
    _kind_or_404(kind)
    try:
        actions.tell_apart(actor=request.user, kind=kind, ids=(first_id, second_id), today=localdate())
    except actions.MergeRefused as unknown:
        raise Http404 from unknown
    messages.success(request, _("Remembered: these are two."))
    return redirect("duplicates:queue", kind)


@require_POST
@login_required
def undo(request, merge_id):
    who = {"actor": request.user, "today": localdate()}
    done = next((one for one in queries.merges(**who) if one.id == merge_id), None)
    if done is None:
        raise Http404
    try:
        actions.undo_merge(**who, merge_id=merge_id)
    except actions.MergeRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("duplicates:queue", done.kind)
    messages.success(request, _("Taken back: both entries stand again as they were."))
    return redirect("duplicates:compare", done.kind, done.kept_id, done.away_id)
