"""Bringing a file in: upload, columns, dry run, import, report, and taking it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from shapan.accounts import queries as accounts
from shapan.foundation.doors import carry, following
from shapan.imports import actions, forms, jobs, phrases, queries, report
from shapan.imports.terms import FileKind, Status
from shapan.kernel.batches import Outcome
from shapan.kernel.errors import Refused


@require_GET
@login_required
def every(request):
    return render(request, "imports/every.html", {"rows": queries.imports(actor=request.user, today=localdate())})


@require_http_methods(["GET", "POST"])
@login_required
def new(request):
    form = forms.UploadFile(request.POST or None, request.FILES or None, initial={"kind": FileKind.PEOPLE.value})
    made = []

    def take_in(file, **told):
        made.append(
            actions.take_in(actor=request.user, today=localdate(), name=file.name, chunks=file.chunks(), **told)
        )

    if request.method == "POST" and carry(form, take_in):
        return redirect("imports:columns", made[0].pk)
    context = {"form": form, "sources": queries.sources_used(request.user)}
    return render(request, "imports/new.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def columns(request, import_id):
    """What each column is; then the dry run begins."""
    page, today = _page_or_404(request, import_id), localdate()
    who = {"actor": request.user, "import_id": import_id, "today": today}
    sheet = queries.sheet(**who)
    if sheet is None or not page.may_map:
        return redirect("imports:one", import_id)
    of_people = page.facts.kind is FileKind.PEOPLE
    choices = accounts.accounts_to_edit(actor=request.user, today=today) if of_people else []
    form = forms.ChooseColumns(request.POST or None, sheet=sheet, kind=page.facts.kind, accounts=choices)

    def check(**told):
        actions.choose_columns(**who, version=page.facts.version, **told)
        jobs.hand_over(**who, to=Status.CHECKING)

    if request.method == "POST" and carry(form, check):
        return redirect("imports:one", import_id)
    status = 422 if form.is_bound else 200
    return render(request, "imports/columns.html", {"page": page, "sheet": sheet, "form": form}, status=status)


@require_GET
@login_required
def one(request, import_id):
    page = _page_or_404(request, import_id)
    if page.facts.status is Status.MAPPING and page.may_map:
        return redirect("imports:columns", import_id)
    if request.headers.get("HX-Request") and request.headers.get("HX-Target") == "work":
        answer = render(request, "imports/one.html#work", {"page": page})
        if not page.at_work:
            answer.headers["HX-Refresh"] = "true"
        return answer
    outcome = request.GET.get("fate", "")
    asked = {"outcome": outcome if outcome in set(Outcome) else "", "after": _place(request)}
    rows = [] if page.at_work else queries.fates(
        actor=request.user, import_id=import_id, today=localdate(), limit=queries.PAGE + 1, **asked
    )  # fmt: skip
    more = str(rows[queries.PAGE - 1].place) if len(rows) > queries.PAGE else ""
    context = {
        "page": page, "rows": rows[: queries.PAGE], "asked": asked, "next_url": following(request, "after", more),
        "kept": [phrases.kept(group) for group in page.kept],
    }  # fmt: skip
    part = request.headers.get("HX-Request") and request.headers.get("HX-Target") == "fates"
    return render(request, "imports/one.html#fates" if part else "imports/one.html", context)


@require_POST
@login_required
def storing(request, import_id):
    return _hand_over(request, import_id, Status.STORING)


@require_POST
@login_required
def undoing(request, import_id):
    return _hand_over(request, import_id, Status.UNDOING)


@require_POST
@login_required
def joins(request, import_id):
    """A name of the file is one of ours: the dry run is done again with it."""
    _page_or_404(request, import_id)
    who = {"actor": request.user, "import_id": import_id, "today": localdate()}
    try:
        actions.join_name(**who, said=request.POST.get("said", ""), like=request.POST.get("like", ""))
        jobs.hand_over(**who, to=Status.CHECKING)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("imports:one", import_id)


@require_GET
@login_required
def rejected(request, import_id):
    """The rows that did not go in, with their reasons, to be mended and imported again."""
    found = queries.rejected(actor=request.user, import_id=import_id, today=localdate())
    if found is None:
        raise Http404
    name, headers, rows = found
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    filename = _("rejected") + f"-{name.rpartition('.')[0] or name}.csv"
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename)
    report.write_rows(answer, headers, rows)
    return answer


def _hand_over(request, import_id, to):
    _page_or_404(request, import_id)
    try:
        jobs.hand_over(actor=request.user, import_id=import_id, to=to, today=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("imports:one", import_id)


def _page_or_404(request, import_id):
    page = queries.page(actor=request.user, import_id=import_id, today=localdate(), now=now())
    if page is None:
        raise Http404
    return page


def _place(request):
    after = request.GET.get("after", "")
    return int(after[:9]) if after.isdecimal() else None
