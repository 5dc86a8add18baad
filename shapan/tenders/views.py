"""One tender, and the acts upon it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from shapan.compliance import queries as compliance
from shapan.foundation.doors import carry, form_page
from shapan.kernel.errors import Refused
from shapan.opportunities import policies as opportunities
from shapan.opportunities import queries as deals
from shapan.tenders import actions, forms, policies, queries
from shapan.tenders.phrases import STATES
from shapan.tenders.rules.steps import WAYS, asks_why
from shapan.tenders.terms import State


@require_GET
@login_required
def one(request, tender_id):
    who, facts = _seen_or_404(request, tender_id)
    may_change = policies.may_change(**who)
    shown = {
        "facts": facts,
        "may_change": may_change,
        "ways": WAYS[facts.state] if may_change else (),
        "steps": queries.steps(tender_id=facts.id),
        "lots": queries.lots(tender_id=facts.id),
        "schedule": queries.schedule(facts),
        "quiet": compliance.quiet(actor=who["actor"], account_ids=[facts.account_id], today=who["today"]),
    }
    return render(request, "tenders/one.html", shown)


@require_http_methods(["GET", "POST"])
@login_required
def open_tender(request, opportunity_id):
    who = {"actor": request.user, "opportunity_id": opportunity_id, "today": localdate()}
    deal = deals.opportunity(**who)
    if deal is None or not opportunities.may_change(**who):
        raise Http404
    form, made = forms.OpenTender(request.POST or None, initial={"name": deal.name}), []
    if form.is_bound and carry(form, lambda **told: made.append(actions.open_tender(**who, **told))):
        return redirect("tenders:one", made[0].pk)
    back = reverse("opportunities:one", args=[opportunity_id])
    return form_page(request, form, title=_("New tender"), back=back, context=deal.name)


@require_http_methods(["GET", "POST"])
@login_required
def change(request, tender_id):
    who, facts = _changeable_or_404(request, tender_id)
    form = forms.ChangeTender(request.POST or None, current=facts)
    return _carried(
        request, facts, form, act=lambda **told: actions.change_tender(**who, **told), title=_("Change facts")
    )


@require_http_methods(["GET", "POST"])
@login_required
def days(request, tender_id):
    who, facts = _changeable_or_404(request, tender_id)
    form = forms.Days(request.POST or None, current=facts, days=queries.schedule(facts).days)
    return _carried(
        request, facts, form, act=lambda **told: actions.set_days(**who, **told), title=_("Change the days")
    )


@require_http_methods(["GET", "POST"])
@login_required
def step(request, tender_id, to):
    who, facts = _changeable_or_404(request, tender_id)
    if to not in WAYS[facts.state]:
        messages.error(request, _("This step does not lead on from where it stands."))
        return redirect("tenders:one", tender_id)
    to = State(to)
    form = forms.TakeStep(
        request.POST or None, current=facts, initial={"on": who["today"]}, asks_why=asks_why(facts.state, to)
    )
    title = _("Move to “{stage}”").format(stage=STATES[to])
    note = _("From that day on contact only through the official channel: no meals, no gifts.")
    return _carried(
        request, facts, form, act=lambda **told: actions.take_step(**who, to=to, **told), title=title,
        note=note if to is State.PUBLISHED else "",
    )  # fmt: skip


@require_POST
@login_required
def retender(request, tender_id):
    who, _facts = _changeable_or_404(request, tender_id)
    version = request.POST.get("version", "")
    try:
        made = actions.retender(**who, version=int(version) if version.isdigit() else 0)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("tenders:one", tender_id)
    return redirect("tenders:one", made.pk)


@require_http_methods(["GET", "POST"])
@login_required
def add_lot(request, tender_id):
    who, facts = _changeable_or_404(request, tender_id)
    form = forms.AddLot(request.POST or None)
    return _carried(request, facts, form, act=lambda **told: actions.add_lot(**who, **told), title=_("Add a lot"))


@require_http_methods(["GET", "POST"])
@login_required
def support(request, lot_id):
    who, facts, name = _lot_or_404(request, lot_id)
    form = forms.Support(request.POST or None)
    return _carried(
        request, facts, form, act=lambda **told: actions.support(**who, **told), title=_("Bidder we support"), note=name
    )


@require_http_methods(["GET", "POST"])
@login_required
def end_support(request, lot_id):
    who, facts, name = _lot_or_404(request, lot_id)
    form = forms.EndSupport(request.POST or None)
    return _carried(
        request, facts, form, act=lambda **told: actions.end_support(**who, **told), title=_("Support it no longer"),
        note=name,
    )  # fmt: skip


def _carried(request, facts, form, *, act, title, note=""):
    if form.is_bound and carry(form, act):
        messages.success(request, _("It is recorded."))
        return redirect("tenders:one", facts.id)
    return form_page(
        request, form, title=title, back=reverse("tenders:one", args=[facts.id]), context=facts.name, note=note
    )


def _seen_or_404(request, tender_id):
    who = {"actor": request.user, "tender_id": tender_id, "today": localdate()}
    facts = queries.tender(**who)
    if facts is None:
        raise Http404
    return who, facts


def _changeable_or_404(request, tender_id):
    who, facts = _seen_or_404(request, tender_id)
    if not policies.may_change(**who):
        raise Http404
    return who, facts


def _lot_or_404(request, lot_id):
    who = {"actor": request.user, "lot_id": lot_id, "today": localdate()}
    found = queries.lot(**who)
    if found is None:
        raise Http404
    _who, facts = _changeable_or_404(request, found[0])
    return who, facts, found[1]
