"""Adding people, changing what is known of them, moving them, letting them go, linking them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.accounts import queries as accounts
from shapan.foundation.doors import carry, form_page, way_back
from shapan.people import actions, forms, policies, queries
from shapan.people.terms import ContactKind


@require_http_methods(["GET", "POST"])
@login_required
def enrol(request, account_id):
    today = localdate()
    who = {"actor": request.user, "account_id": account_id, "today": today}
    facts = accounts.account(**who)
    if facts is None:
        raise Http404
    posts = [(post.id, _post(post)) for post in queries.posts(**who)]
    held = {post.post_id for post in queries.people_in_posts(**who, on=today)}
    form = forms.MeetPerson(
        request.POST or None,
        initial={"department_id": request.GET.get("department", ""), "started_on": today},
        departments=[(row.id, row.name) for row in accounts.departments(**who)],
        posts=posts,
        vacant=[(pk, name) for pk, name in posts if pk not in held],
    )
    back = way_back(request, reverse("insight:account_people", args=[account_id]))
    if request.method == "POST" and carry(form, lambda **told: actions.meet_person(**who, **told)):
        messages.success(request, _("The person is added."))
        return redirect(back)
    hints = f"{reverse('duplicates:hints', args=['person'])}?at={account_id}"
    return form_page(request, form, title=_("Add a person"), back=back, context=facts.name, hints=hints)


@require_http_methods(["GET", "POST"])
@login_required
def change(request, person_id):
    who = {"actor": request.user, "person_id": person_id, "today": localdate()}
    facts = queries.person(**who)
    if facts is None or not policies.may_edit_person(**who):
        raise Http404
    points = queries.contact_points(**who)
    lines = {
        name: "\n".join(value for of, value in points if of == kind)
        for name, kind in (("emails", ContactKind.EMAIL), ("phones", ContactKind.PHONE))
    }
    form = forms.ChangePerson(request.POST or None, current=facts, initial=lines)
    back = way_back(request, reverse("insight:person", args=[person_id]))
    if request.method == "POST" and carry(form, lambda **told: actions.change_person(**who, **told)):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    return form_page(request, form, title=_("Change facts"), back=back, context=facts.name)


@require_http_methods(["GET", "POST"])
@login_required
def move(request, appointment_id):
    held, today, back = _held_or_404(request, appointment_id)
    posts = queries.posts_for_a_move(actor=request.user, today=today, besides=held.post_id)
    holders = queries.holders([post.id for post in posts], actor=request.user, on=today, today=today)
    form = forms.MovePerson(
        request.POST or None,
        initial={"on": today},
        posts=[(p.id, f"{_post(p, far=True)} · {holders.get(p.id) or _('vacant')}") for p in posts],
        accounts=accounts.accounts_to_edit(actor=request.user, today=today),
    )
    who = {"actor": request.user, "appointment_id": appointment_id, "today": today}
    if request.method == "POST" and carry(form, lambda **told: actions.move_person(**who, **told)):
        messages.success(
            request, _("The move is recorded. One person, one history. Are the work e-mail and phone still right?")
        )
        return redirect(back)
    return form_page(request, form, title=_("Record a move"), back=back, context=held.person)


@require_http_methods(["GET", "POST"])
@login_required
def end(request, appointment_id):
    held, today, back = _held_or_404(request, appointment_id)
    form = forms.EndAppointment(request.POST or None, initial={"ended_on": today})
    who = {"actor": request.user, "appointment_id": appointment_id, "today": today}
    if request.method == "POST" and carry(form, lambda **told: actions.end_appointment(**who, **told)):
        messages.success(request, _("The post stands vacant from that day."))
        return redirect(back)
    return form_page(request, form, title=_("Record a departure"), back=back, context=held.person, note=held.title)


@require_http_methods(["GET", "POST"])
@login_required
def link(request, person_id):
    today = localdate()
    facts = queries.person(actor=request.user, person_id=person_id, today=today)
    if facts is None:
        raise Http404
    others = queries.acquaintances(actor=request.user, person_id=person_id, on=today, today=today)
    form = forms.LinkPeople(request.POST or None, people=others)
    back = way_back(request, reverse("insight:person", args=[person_id]))
    who = {"actor": request.user, "person_id": person_id, "today": today}
    if request.method == "POST" and carry(form, lambda **told: actions.link_people(**who, **told)):
        messages.success(request, _("The link is recorded."))
        return redirect(back)
    return form_page(request, form, title=_("Link to a person"), back=back, context=facts.name)


def _held_or_404(request, appointment_id):
    today = localdate()
    held = queries.appointment(actor=request.user, appointment_id=appointment_id, today=today)
    if held is None:
        raise Http404
    return held, today, way_back(request, reverse("insight:person", args=[held.person_id]))


def _post(post, *, far: bool = False) -> str:
    words = [post.account] if far else []
    return " · ".join(filter(None, [*words, post.department, post.title]))
