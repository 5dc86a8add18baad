"""The search page, which the box on every page asks for its answers."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from shapan.search import queries

PAGE = "search/results.html"
MANY = 50  # of one kind, when that kind alone is asked for


@require_GET
@login_required
def results(request):
    text, kind = request.GET.get("q", "").strip(), request.GET.get("kind", "")
    answer = queries.search(
        actor=request.user, text=text, kind=kind, today=localdate(), most=MANY if kind else queries.MOST
    )
    template = f"{PAGE}#found" if request.headers.get("HX-Request") else PAGE
    back = request.headers.get("HX-Current-URL", request.get_full_path())  # where a setting is changed from
    return render(request, template, {"answer": answer, "text": text, "kind": kind, "back": back})
