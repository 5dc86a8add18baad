"""The pipeline as a board and as a list, one opportunity, and the acts upon it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from shapan.accounts import policies as account_rights
from shapan.accounts import queries as accounts
from shapan.compliance import queries as compliance
from shapan.foundation import slots
from shapan.foundation.doors import carry, following, form_page, way_back
from shapan.identity import queries as identity
from shapan.opportunities import actions, forms, policies, queries
from shapan.opportunities.phrases import SHOWS, STAGES
from shapan.opportunities.rules.spans import axis
from shapan.opportunities.steps import ways
from shapan.opportunities.terms import Stage


@require_GET
@login_required
def board(request):
    who = {"actor": request.user, "today": localdate()}
    stage = _stage(request)
    if stage and request.headers.get("HX-Request"):
        page = queries.column(**who, stage=stage, after=request.GET.get("after", ""))
        return render(request, "opportunities/board.html#cards", {"stage": stage, "page": page, "today": who["today"]})
    columns = queries.board(**who)
    context = {"columns": columns, "today": who["today"], "some": any(column.page.rows for column in columns)}
    return render(request, "opportunities/board.html", context)


@require_GET
@login_required
def listing(request):
    stage, asked = _stage(request), request.GET
    told = {
        "stage": stage, "search": asked.get("q", "").strip()[:100], "mine": bool(asked.get("mine")),
        "show": asked.get("show", "") if asked.get("show") in SHOWS else "",
    }  # fmt: skip
    page = queries.listing(actor=request.user, today=localdate(), after=asked.get("after", ""), **told)
    context = {
        "page": page, "told": told, "stages": STAGES.items(), "shows": SHOWS.items(),
        "next_url": following(request, "after", page.next),
    }  # fmt: skip
    return render(request, "opportunities/list.html", context)


@require_GET
@login_required
def timeline(request):
    """From opening to the expected decision, side by side."""
    today = localdate()
    page = queries.coming(actor=request.user, today=today, after=request.GET.get("after", ""))
    days = [day for row in page.rows for day in (row.opened_on, row.expected_on) if day]
    context = {"page": page, "axis": axis(days, today), "today": today}
    context["next_url"] = following(request, "after", page.next)
    return render(request, "opportunities/timeline.html", context)


@require_GET
@login_required
def one(request, opportunity_id):
    who, facts = _seen_or_404(request, opportunity_id)
    may_change = policies.may_change(**who)
    context = {"facts": facts, "may_change": may_change, "ways": ways(facts.stage) if may_change else []}
    if request.headers.get("HX-Request"):
        return render(request, "opportunities/one.html#ways", context | {"back": reverse("opportunities:board")})
    context |= {name: getattr(queries, name)(**who) for name in ("stages", "pushes", "lines", "review")}
    context["parts"] = slots.parts("opportunity", **who)
    context["quiet"] = compliance.quiet(actor=who["actor"], account_ids=[facts.account_id], today=who["today"])
    return render(request, "opportunities/one.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def open_opportunity(request):
    who = {"actor": request.user, "today": localdate()}
    initial = {"account_id": request.GET.get("account", ""), "currency": queries.reporting_currency()}
    form = forms.OpenOpportunity(request.POST or None, initial=initial, accounts=accounts.accounts_to_edit(**who))
    made, back = [], way_back(request, reverse("opportunities:board"))
    if request.method == "POST" and carry(form, lambda **told: made.append(actions.open_opportunity(**who, **told))):
        messages.success(request, _("The opportunity is opened."))
        return redirect("opportunities:one", made[0].pk)
    return form_page(request, form, title=_("New opportunity"), back=back, context=_("Opportunities"))


@require_http_methods(["GET", "POST"])
@login_required
def change(request, opportunity_id):
    who, facts = _changeable_or_404(request, opportunity_id)
    choices = accounts.accounts_to_edit(actor=request.user, today=who["today"])
    form = forms.ChangeFacts(request.POST or None, current=facts, accounts=choices)
    return _carried(request, who, facts, form, act=actions.change_facts, title=_("Change facts"))


@require_http_methods(["GET", "POST"])
@login_required
def push(request, opportunity_id):
    who, facts = _changeable_or_404(request, opportunity_id)
    form = forms.PushDate(request.POST or None, current=facts)
    return _carried(request, who, facts, form, act=actions.push_date, title=_("Move the expected decision"))


@require_http_methods(["GET", "POST"])
@login_required
def owner(request, opportunity_id):
    who, facts = _changeable_or_404(request, opportunity_id)
    colleagues = [(row.id, row.name) for row in identity.colleagues()]
    form = forms.AssignOwner(request.POST or None, current=facts, colleagues=colleagues)
    return _carried(request, who, facts, form, act=actions.assign_owner, title=_("Give it to a colleague"))


@require_http_methods(["GET", "POST"])
@login_required
def step(request, opportunity_id, to):
    """A step: asked with a form where it needs words or a day. Refused, the form says what is missing."""
    who, facts = _changeable_or_404(request, opportunity_id)
    way = next((way for way in ways(facts.stage) if way.to == to), None)
    if way is None:
        told = _("This step does not lead on from where it stands.")
        if request.headers.get("HX-Request"):
            return render(request, "opportunities/refused.html", {"facts": facts, "told": told}, status=422)
        messages.error(request, told)
        return redirect("opportunities:one", opportunity_id)
    if request.headers.get("HX-Request"):
        return _dropped(request, who, facts, way)
    form = way.form(request.POST or None, current=facts, initial={"decided_on": who["today"]})
    title = _("Take it up again") if way.label is None else _("Move to “{stage}”").format(stage=way.label)
    return _carried(request, who, facts, form, act=way.act, title=title)


@require_http_methods(["GET", "POST"])
@login_required
def transfer(request, account_id):
    """All that a colleague answers for at a customer, to another."""
    who = {"actor": request.user, "account_id": account_id, "today": localdate()}
    owners = queries.owners_at(**who)
    if not account_rights.may_edit(request.user, account_id, who["today"]) or not owners:
        raise Http404
    colleagues = [(row.id, row.name) for row in identity.colleagues()]
    form = forms.Transfer(request.POST or None, owners=owners, colleagues=colleagues)
    back, done = reverse("insight:deals", args=[account_id]), []
    if request.method == "POST" and carry(
        form, lambda **told: done.append(actions.transfer_opportunities(**who, **told))
    ):
        messages.success(request, _("Given to a colleague: {count}.").format(count=done[0]))
        return redirect(back)
    note = _("Open and decided ones, and leads. Stages, days, products and history stay as they are.")
    return form_page(
        request, form, title=_("Give all to a colleague"), back=back, context=_("Opportunities"), note=note
    )


def _dropped(request, who, facts, way):
    """A card dropped on a column: it moves, or says what is missing; where words are needed, the form asks for them."""
    if way.asks:
        form = reverse("opportunities:step", args=[facts.id, way.to])
        return HttpResponse(headers={"HX-Redirect": f"{form}?back={reverse('opportunities:board')}"})
    form = way.form(request.POST, current=facts)
    if carry(form, lambda **told: way.act(**who, **told)):
        messages.success(request, _("It is recorded."))
        return HttpResponse(headers={"HX-Refresh": "true"})
    told = " ".join(error for errors in form.errors.values() for error in errors)
    return render(request, "opportunities/refused.html", {"facts": facts, "told": told}, status=422)


def _carried(request, who, facts, form, *, act, title):
    back = way_back(request, reverse("opportunities:one", args=[facts.id]))
    if request.method == "POST" and carry(form, lambda **told: act(**who, **told)):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    return form_page(request, form, title=title, back=back, context=facts.name)


def _seen_or_404(request, opportunity_id):
    who = {"actor": request.user, "opportunity_id": opportunity_id, "today": localdate()}
    facts = queries.opportunity(**who)
    if facts is None:
        raise Http404
    return who, facts


def _changeable_or_404(request, opportunity_id):
    who, facts = _seen_or_404(request, opportunity_id)
    if not policies.may_change(**who):
        raise Http404
    return who, facts


def _stage(request) -> Stage | None:
    said = request.GET.get("stage", "")
    return Stage(said) if said in set(Stage) else None
