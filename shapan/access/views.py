"""Our organisation: everybody looks at it; who may, adds and changes colleagues and says who may sign in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from shapan.access import actions, forms
from shapan.foundation.doors import carry, following, form_page, way_back
from shapan.identity import queries as identity
from shapan.journal import queries as journal
from shapan.kernel.errors import Refused

PAGE = 50


@require_GET
@login_required
def organisation(request):
    today, search, unit = localdate(), request.GET.get("q", "").strip(), request.GET.get("unit", "")
    unit_id = int(unit) if unit.isdigit() else None
    name, _tilde, pk = request.GET.get("after", "").rpartition("~")
    rows = identity.colleagues_in(
        today=today,
        unit_id=unit_id,
        search=search,
        after=(name, int(pk)) if pk.isdigit() else None,
        limit=PAGE + 1,
    )
    place = f"{rows[PAGE - 1].name}~{rows[PAGE - 1].id}" if len(rows) > PAGE else ""
    may_enrol = identity.may_enrol(request.user, today)
    context = {
        "rows": rows[:PAGE],
        "units": identity.units(),
        "unit_id": unit_id,
        "search": search,
        "next_url": following(request, "after", place),
        "may_enrol": may_enrol,
        "may_admit": identity.administers(request.user, today),
        "changes": journal.entries_of_organisation(actor=request.user, today=today) if may_enrol else [],
    }
    return render(request, "access/organisation.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def add_colleague(request):
    who = _who_or_404(request, identity.may_enrol)
    form = forms.AddColleague(request.POST or None, initial={"unit_id": request.GET.get("unit", "")}, **_choices())
    if request.method == "POST" and carry(form, lambda **told: actions.add_colleague(**who, **told)):
        messages.success(request, _("The colleague is added. Make a sign-in link next."))
        return redirect("access:change_colleague", identity.user_called(form.cleaned_data["username"]).pk)
    return form_page(request, form, title=_("Add a colleague"), **_home(request))


@require_http_methods(["GET", "POST"])
@login_required
def change_colleague(request, user_id):
    who = _who_or_404(request, identity.may_enrol)
    facts = identity.colleague(user_id, today=who["today"])
    if facts is None:
        raise Http404
    form = forms.ChangeColleague(request.POST or None, current=facts, **_choices(besides=user_id))
    if request.method == "POST" and carry(
        form, lambda **told: actions.change_colleague(**who, user_id=user_id, **told)
    ):
        messages.success(request, _("It is recorded."))
        return redirect(way_back(request, reverse("access:organisation")))
    may_admit = identity.administers(request.user, who["today"])
    shown = {"form": form, "title": facts.name, "facts": facts, "may_admit": may_admit, **_home(request)}
    return render(request, "access/change_colleague.html", shown, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def add_unit(request):
    who = _who_or_404(request, identity.may_enrol)
    form = forms.AddUnit(request.POST or None, units=_choices()["units"])
    if request.method == "POST" and carry(form, lambda **told: actions.add_unit(**who, **told)):
        messages.success(request, _("It is recorded."))
        return redirect("access:organisation")
    return form_page(request, form, title=_("Add a unit"), **_home(request))


@require_POST
@login_required
def deactivate(request, user_id):
    return _admit(request, user_id, actions.deactivate_colleague, _("The colleague can no longer sign in."))


@require_POST
@login_required
def activate(request, user_id):
    return _admit(request, user_id, actions.activate_colleague, _("The colleague may sign in again."))


def _admit(request, user_id, act, done):
    who = _who_or_404(request, identity.administers)
    try:
        act(**who, user_id=user_id)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(way_back(request, reverse("access:organisation")))


@require_POST
@login_required
def invite(request, user_id):
    """The link is shown in this answer and nowhere else: no message, no log, no mail holds it."""
    who = _who_or_404(request, identity.administers)
    facts = identity.colleague(user_id, today=who["today"])
    if facts is None or not facts.active:
        raise Http404
    uid, token = actions.invite_colleague(**who, user_id=user_id)
    link = request.build_absolute_uri(reverse("account_first_password", args=[uid, token]))
    return render(request, "access/sign_in_link.html", {"facts": facts, "link": link, **_home(request)})


def _who_or_404(request, right):
    who = {"actor": request.user, "today": localdate()}
    if not right(request.user, who["today"]):
        raise Http404
    return who


def _choices(besides: int | None = None):
    colleagues = [row for row in identity.colleagues() if row.id != besides]
    return {
        "units": [(unit.id, "\u2003" * unit.depth + unit.name) for unit in identity.units()],
        "managers": [(row.id, f"{row.name} · {row.title or row.unit}") for row in colleagues],
    }


def _home(request):
    return {"back": way_back(request, reverse("access:organisation")), "context": _("Our organisation")}
