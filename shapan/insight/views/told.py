"""What a contact gave back."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from shapan.insight.queries.told import told as read_told


@require_GET
@login_required
def told(request, interaction_id):
    page = read_told(actor=request.user, interaction_id=interaction_id, today=localdate())
    if page is None:
        raise Http404
    return render(request, "insight/told.html", {"page": page})
