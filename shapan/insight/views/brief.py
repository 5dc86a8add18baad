"""The brief of a visit: on screen, on the phone, on one sheet of A4."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from shapan.insight import phrases
from shapan.insight.queries.brief import brief as read_brief


@require_GET
@login_required
def brief(request, person_id):
    page = read_brief(actor=request.user, person_id=person_id, today=localdate())
    if page is None:
        raise Http404
    return render(request, "insight/brief.html", {"brief": page, "never": phrases.NEVER_RAISE})
