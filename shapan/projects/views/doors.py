"""How the pages of a project find their opportunity, and carry a form to its action."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shapan.foundation.doors import carry, form_page, way_back
from shapan.opportunities import policies as opportunity_policies
from shapan.opportunities import queries as opportunities


def seen_or_404(request, opportunity_id):
    who = {"actor": request.user, "today": localdate()}
    facts = opportunities.opportunity(opportunity_id=opportunity_id, **who)
    if facts is None:
        raise Http404
    return who, facts


def may_change(who, facts) -> bool:
    return opportunity_policies.may_change(who["actor"], facts.id, who["today"])


def changeable_or_404(request, opportunity_id):
    who, facts = seen_or_404(request, opportunity_id)
    if not may_change(who, facts):
        raise Http404
    return who, facts


def carried(request, who, facts, form, act, *, title, note: str = "", back: str = ""):
    """The form on a page of its own; done, back to the project."""
    back = way_back(request, back or reverse("projects:one", args=[facts.id]))
    if form.is_bound and carry(form, lambda **told: act(**who, opportunity_id=facts.id, **told)):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    return form_page(request, form, title=title, back=back, context=facts.name, note=note)
