"""The sand table of an account, and what its elements open into."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from shapan.foundation.doors import day_asked, following
from shapan.foundation.staticfiles import sheet_of_drawings
from shapan.insight import sand_phrases
from shapan.insight.drawing import export
from shapan.insight.queries import account as accounts
from shapan.insight.queries import sand_parts, sand_views
from shapan.insight.queries import sand_table as sand
from shapan.interactions.terms import Warmth
from shapan.relationships import parameters
from shapan.relationships.phrases import SCALES


def head_or_404(request, account_id):
    head = accounts.head(actor=request.user, account_id=account_id, on=day_asked(request), today=localdate())
    if head is None:
        raise Http404
    return head


def asked_for(request, head) -> sand.Asked:
    """What the address asks to see; words that mean nothing here are dropped."""
    given = request.GET
    to = given.get("to", "")
    return sand.Asked(
        opened=tuple(filter(None, given.get("open", "").split("."))),
        closed=tuple(filter(None, given.get("fold", "").split("."))),
        to=int(to) if to.isdecimal() else None,
        layer=given.get("layer", "") if given.get("layer") in sand_phrases.LAYERS else "",
        show=given.get("show", "") if given.get("show") in sand_phrases.SHOWS else "",
        lit=tuple(filter(str.isdecimal, given.get("lit", "").split("."))),
        at="" if head.on == head.today else head.on.isoformat(),
    )


@require_GET
@login_required
def sand_table(request, account_id):
    head = head_or_404(request, account_id)
    asked = asked_for(request, head)
    page = sand.sand_table(actor=request.user, account_id=account_id, on=head.on, today=head.today, asked=asked)
    context = {
        "head": head,
        "page": page,
        "asked": asked,
        "svg": mark_safe(page.svg),  # noqa: S308 -- drawing.canvas escapes every word it writes
        "tab": "sand",
        "view": "table",
        "lines": sand_phrases.LINES.items(),
        "layers": sand_phrases.LAYERS.items(),
        "shows": sand_phrases.SHOWS.items(),
        "warmths": [state.value for state in Warmth],
        "levels": [-1, None, *range(parameters.in_force().top_level + 1)],
    }
    part = "insight/sand_table.html#canvas" if request.headers.get("HX-Request") else "insight/sand_table.html"
    return render(request, part, context)


@require_GET
@login_required
def drawing(request, account_id):
    """The drawing as a file of its own, saying of whom and of which day it is, and who took it out."""
    head = head_or_404(request, account_id)
    asked = asked_for(request, head)
    page = sand.sand_table(actor=request.user, account_id=account_id, on=head.on, today=head.today, asked=asked)
    title = f"{head.facts.name} · {head.on.isoformat()}"
    note = sand_phrases.taken_out(by=request.user.name, on=head.today)
    written = export.standalone(
        page.svg, size=(page.width, page.height), title=title, note=note, css=sheet_of_drawings()
    )
    answer = HttpResponse(written, content_type="image/svg+xml")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{title}.svg")
    return answer


def _page(request, head, template, page, view, **more):
    """One of the other ways to look at the table."""
    context = {"head": head, "page": page, "tab": "sand", "view": view, **more}
    return render(request, f"insight/{template}.html", context)


@require_GET
@login_required
def sand_list(request, account_id):
    head = head_or_404(request, account_id)
    start = request.GET.get("from", "")
    who = {"actor": request.user, "account_id": account_id, "on": head.on, "today": head.today}
    page = sand_views.sand_list(**who, start=int(start) if start.isdecimal() else 0)
    return _page(request, head, "sand_list", page, "list", next_url=following(request, "from", str(page.next or "")))


@require_GET
@login_required
def board(request, account_id):
    head = head_or_404(request, account_id)
    page = sand_views.board(actor=request.user, account_id=account_id, on=head.on, today=head.today)
    return _page(request, head, "sand_board", page, "board")


@require_GET
@login_required
def coverage(request, account_id):
    head = head_or_404(request, account_id)
    page = sand_views.coverage_matrix(
        actor=request.user,
        account_id=account_id,
        on=head.on,
        today=head.today,
        by="department" if request.GET.get("by") == "department" else "seat",
        opened=request.GET.getlist("open"),
    )
    return _page(request, head, "sand_coverage", page, "coverage")


def _part(request, account_id, name, read, **which):
    head = head_or_404(request, account_id)
    part = read(actor=request.user, account_id=account_id, on=head.on, today=head.today, **which)
    if part is None:
        raise Http404
    context = {
        "part": part,
        "head": head,
        "body": f"insight/parts/{name}.html",
        "readable": SCALES,
        "tab": "sand",
        "back": reverse("insight:sand_table", args=[account_id]) + head.at,
    }
    template = "insight/part.html#panel" if request.headers.get("HX-Request") else "insight/part.html"
    return render(request, template, context)


@require_GET
@login_required
def card(request, account_id, person_id):
    return _part(request, account_id, "card", sand_parts.card_part, person_id=person_id)


@require_GET
@login_required
def post(request, account_id, post_id):
    return _part(request, account_id, "post", sand_parts.post_part, post_id=post_id)


@require_GET
@login_required
def link(request, account_id, link_id):
    return _part(request, account_id, "link", sand_parts.link_part, link_id=link_id)
