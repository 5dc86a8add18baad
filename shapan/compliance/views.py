"""The compliance desk: what may not be stored, the report button, and quarantine for those who decide."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from shapan.compliance import actions, forms, policies, queries
from shapan.compliance.middleware import screens_itself
from shapan.compliance.phrases import KINDS
from shapan.compliance.terms import State
from shapan.foundation.doors import carry, form_page
from shapan.journal import queries as journal


@require_GET
@login_required
def desk(request):
    who = {"actor": request.user, "today": localdate()}
    officer = policies.is_officer(**who)
    every = request.GET.get("show") == "all"
    shown = {
        "officer": officer,
        "every": every,
        "waiting": queries.waiting(**who, state=None if every else State.HELD),
        "notices": queries.notices(**who),
        "kinds": list(KINDS.values()),
    }
    return render(request, "compliance/desk.html", shown)


@screens_itself
@require_http_methods(["GET", "POST"])
@login_required
def report(request):
    form = forms.Report(request.POST or None)
    if form.is_bound and carry(form, lambda **told: actions.report(actor=request.user, today=localdate(), **told)):
        messages.success(
            request, _("Compliance has it. Do not read, copy or forward it; they will tell you what to do.")
        )
        return redirect("compliance:desk")
    return form_page(
        request,
        form,
        title=_("I received something I should not have"),
        back=reverse("compliance:desk"),
        context=_("Compliance"),
        note=_("Stop reading. What you write here goes to compliance and to nobody else."),
    )


@require_GET
@login_required
def one(request, quarantine_id):
    who = {"actor": request.user, "today": localdate()}
    row = queries.held(quarantine_id=quarantine_id, **who)
    if row is None:
        raise Http404
    shown = {
        "row": row,
        "officer": policies.is_officer(**who),
        "entries": journal.entries_of_subject(tags="compliance:quarantine:", subject_id=row.id, **who),
    }
    return render(request, "compliance/one.html", shown)


@screens_itself
@require_http_methods(["GET", "POST"])
@login_required
def release(request, quarantine_id):
    note = _("The writer may then read it again and save it in the same words.")
    return _decide(request, quarantine_id, actions.release, _("Release it: it is harmless"), note)


@screens_itself
@require_http_methods(["GET", "POST"])
@login_required
def destroy(request, quarantine_id):
    note = _("The text is gone for good; that it was there, and your reason, stay.")
    return _decide(request, quarantine_id, actions.destroy, _("Destroy it"), note)


def _decide(request, quarantine_id, act, title, note):
    who = {"actor": request.user, "quarantine_id": quarantine_id, "today": localdate()}
    row = queries.held(**who)
    if row is None or row.state != State.HELD or not policies.is_officer(who["actor"], who["today"]):
        raise Http404
    form = forms.Decide(request.POST or None, current=row)
    if form.is_bound and carry(form, lambda **told: act(**who, **told)):
        messages.success(request, _("It is decided; writer and leader are told on their page Today."))
        return redirect("compliance:desk")
    back = reverse("compliance:one", args=[row.id])
    return form_page(request, form, title=title, back=back, context=_("Compliance"), note=note)
