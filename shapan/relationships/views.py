"""Recording and verifying evidence, claiming, setting targets, settling opposition, reading indicators."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from shapan.accounts import queries as accounts
from shapan.foundation.doors import carry, form_page, way_back
from shapan.people import queries as people
from shapan.relationships import actions, forms, phrases
from shapan.relationships.terms import General, Roof


@require_http_methods(["GET", "POST"])
@login_required
def evidence(request, account_id, person_id):
    offered = {name: request.GET.get(name, "") for name in ("criterion", "statement")}
    offered |= {"interaction_id": request.GET.get("interaction"), "observed_on": localdate()}
    form = forms.RecordEvidence(request.POST or None, initial=offered)
    return _about_person(request, account_id, person_id, form, (actions.record_evidence, _("Record evidence")))


@require_http_methods(["GET", "POST"])
@login_required
def claim(request, account_id, person_id):
    form = forms.ClaimLevel(request.POST or None)
    return _about_person(request, account_id, person_id, form, (actions.claim_level, _("Claim a level")))


@require_http_methods(["GET", "POST"])
@login_required
def target(request, account_id, person_id):
    form = forms.SetTarget(request.POST or None)
    return _about_person(request, account_id, person_id, form, (actions.set_target, _("Set a target")))


@require_http_methods(["GET", "POST"])
@login_required
def settle(request, account_id, person_id):
    form = forms.SettleOpposition(request.POST or None)
    return _about_person(request, account_id, person_id, form, (actions.settle_opposition, _("Opposition settled")))


def _about_person(request, account_id, person_id, form, deed):
    """One form about one person now in a post at the account; `deed` is the action and what it is called."""
    act, title = deed
    who = {"actor": request.user, "account_id": account_id, "today": localdate()}
    here = {post.person_id: post.person for post in people.people_in_posts(**who, on=who["today"])}
    if person_id not in here:
        raise Http404
    back = way_back(request, reverse("insight:part_person", args=[account_id, person_id]))
    if request.method == "POST" and carry(form, lambda **told: act(**who, person_id=person_id, **told)):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    return form_page(request, form, title=title, back=back, context=here[person_id])


@require_POST
@login_required
def verify(request, evidence_id):
    try:
        actions.verify_evidence(actor=request.user, evidence_id=evidence_id, today=localdate())
    except actions.EvidenceUnknown as unknown:
        raise Http404 from unknown
    except actions.RelationshipRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The evidence counts from now on."))
    return redirect(way_back(request, "/"))


@require_http_methods(["GET", "POST"])
@login_required
def indicator(request, account_id, indicator):
    who = {"actor": request.user, "account_id": account_id, "today": localdate()}
    facts = accounts.account(**who)
    which = next((i for i in (*General, *Roof) if i == indicator and i in phrases.SCALES), None)
    if facts is None or which is None:
        raise Http404
    form = forms.ReadIndicator(request.POST or None, initial={"observed_on": who["today"]})
    back = way_back(request, reverse("insight:house", args=[account_id]))
    if request.method == "POST" and carry(form, lambda **told: actions.read_indicator(**who, indicator=which, **told)):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    title = (phrases.GENERAL | phrases.ROOF)[which]
    return form_page(request, form, title=title, back=back, context=facts.name, note=phrases.SCALES[which])
