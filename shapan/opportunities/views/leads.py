"""Leads: the list with its pool, one lead, and the acts upon it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from shapan.accounts import queries as accounts
from shapan.foundation.doors import carry, following, form_page, way_back
from shapan.identity import queries as identity
from shapan.opportunities import actions, forms, policies, queries
from shapan.opportunities.phrases import LEAD_STATES
from shapan.opportunities.steps import lead_ways
from shapan.opportunities.terms import LeadState

POOL = "pool"


@require_GET
@login_required
def listing(request):
    said = request.GET.get("state", "")
    told = {"state": LeadState(said) if said in set(LeadState) else None, "pool": said == POOL}
    page = queries.leads(actor=request.user, today=localdate(), after=request.GET.get("after", ""), **told)
    context = {
        "page": page, "said": said, "states": LEAD_STATES.items(), "next_url": following(request, "after", page.next),
    }  # fmt: skip
    return render(request, "opportunities/leads.html", context)


@require_GET
@login_required
def one(request, lead_id):
    who, facts = _seen_or_404(request, lead_id)
    may_change = policies.may_change_lead(**who)
    steps = queries.lead_steps(**who)
    ways = lead_ways(facts.state) if may_change else []
    return render(
        request, "opportunities/lead.html", {"facts": facts, "may_change": may_change, "ways": ways, "steps": steps}
    )


@require_http_methods(["GET", "POST"])
@login_required
def capture(request):
    who = {"actor": request.user, "today": localdate()}
    choices = {"accounts": accounts.accounts_to_edit(**who), "colleagues": _colleagues()}
    form = forms.CaptureLead(
        request.POST or None,
        initial={"account_id": request.GET.get("account", ""), "owner_id": request.user.pk},
        **choices,
    )
    made, back = [], way_back(request, reverse("opportunities:leads"))
    if request.method == "POST" and carry(form, lambda **told: made.append(actions.capture_lead(**who, **told))):
        messages.success(request, _("The lead is captured."))
        return redirect(
            back if made[0].owner_id != request.user.pk else reverse("opportunities:lead", args=[made[0].pk])
        )
    return form_page(request, form, title=_("New lead"), back=back, context=_("Leads"))


@require_http_methods(["GET", "POST"])
@login_required
def owner(request, lead_id):
    who, facts = _changeable_or_404(request, lead_id)
    form = forms.AssignOwner(
        request.POST or None,
        current=facts,
        colleagues=_colleagues(),
        initial={"owner_id": facts.owner_id or request.user.pk},
    )
    return _carried(request, who, facts, form, act=actions.assign_lead, title=_("Give it to a colleague"))


@require_http_methods(["GET", "POST"])
@login_required
def step(request, lead_id, to):
    """A step: refused, the form says what is missing."""
    who, facts = _changeable_or_404(request, lead_id)
    way = next((way for way in lead_ways(facts.state) if way.to == to), None)
    if way is None:
        messages.error(request, _("This step does not lead on from where it stands."))
        return redirect("opportunities:lead", lead_id)
    extra = {}
    if way.form is forms.ConvertLead:
        extra = {"accounts": accounts.accounts_to_edit(actor=request.user, today=who["today"])}
    form = way.form(request.POST or None, current=facts, **extra)
    return _carried(request, who, facts, form, act=way.act, title=way.label)


def _carried(request, who, facts, form, *, act, title):
    back = way_back(request, reverse("opportunities:lead", args=[facts.id]))
    done = []
    if request.method == "POST" and carry(form, lambda **told: done.append(act(**who, **told))):
        messages.success(request, _("It is recorded."))
        made = done[0]
        is_opportunity = act is actions.convert_lead
        return redirect(
            reverse("opportunities:one", args=[made.pk]) if is_opportunity else _after(request, facts, back)
        )
    return form_page(request, form, title=title, back=back, context=facts.name)


def _after(request, facts, back: str) -> str:
    """Back, or to the list when the lead is no longer the reader's to see."""
    seen = queries.lead(actor=request.user, lead_id=facts.id, today=localdate())
    return back if seen else reverse("opportunities:leads")


def _colleagues():
    return [(row.id, row.name) for row in identity.colleagues()]


def _seen_or_404(request, lead_id):
    who = {"actor": request.user, "lead_id": lead_id, "today": localdate()}
    facts = queries.lead(**who)
    if facts is None:
        raise Http404
    return who, facts


def _changeable_or_404(request, lead_id):
    who, facts = _seen_or_404(request, lead_id)
    if not policies.may_change_lead(**who):
        raise Http404
    return who, facts
