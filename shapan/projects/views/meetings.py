"""Meetings of a project, and their tasks."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from shapan.foundation.doors import carry, way_back
from shapan.identity import queries as identity
from shapan.kernel.errors import Refused
from shapan.projects import actions, forms, queries
from shapan.projects.phrases import MEETINGS
from shapan.projects.rules.meetings import minutes
from shapan.projects.terms import MeetingKind
from shapan.projects.views.doors import changeable_or_404


@require_http_methods(["GET", "POST"])
@login_required
def record(request, opportunity_id, kind):
    who, facts = changeable_or_404(request, opportunity_id)
    if kind not in set(MeetingKind):
        raise Http404
    meeting = MeetingKind(kind)
    colleagues = [(row.id, row.name) for row in identity.colleagues()]
    form = forms.RecordMeeting(
        request.POST or None, kind=meeting, colleagues=colleagues,
        initial={"held_on": who["today"], "attended": [request.user.pk]},
    )  # fmt: skip
    act = actions.record_meeting
    if form.is_bound and carry(form, lambda **told: act(**who, opportunity_id=facts.id, kind=meeting, **told)):
        messages.success(request, _("It is recorded."))
        return redirect("projects:one", facts.id)
    context = {"form": form, "facts": facts, "title": MEETINGS[meeting], "minutes": minutes(meeting)}
    return render(request, "projects/meeting.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def finish(request, task_id):
    who = {"actor": request.user, "task_id": task_id, "today": localdate()}
    found = queries.task(**who)
    if found is None:
        raise Http404
    try:
        actions.finish_task(**who)
        messages.success(request, _("It is done."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(way_back(request, reverse("projects:one", args=[found.opportunity_id])))
