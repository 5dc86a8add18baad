"""Adding people, changing what is known of them, moving them, letting them go, linking them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import content_disposition_header, urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from shapan.accounts import queries as accounts
from shapan.foundation.doors import carry, form_page, way_back
from shapan.kernel.periods import covers
from shapan.people import actions, cards, forms, policies, queries
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


@require_GET
@login_required
def card(request, person_id):
    today = localdate()
    who = {"actor": request.user, "person_id": person_id, "today": today}
    facts = queries.person(**who)
    if facts is None:
        raise Http404
    now = [one for one in queries.career(**who) if covers(one.started_on, one.ended_on, today)]
    text = cards.vcard(facts, now[0] if now else None, queries.contact_points(**who))
    answer = HttpResponse(text, content_type="text/vcard; charset=utf-8")
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{facts.name}.vcf")
    return answer


@require_http_methods(["GET", "POST"])
@login_required
def objection(request, person_id):
    """Recorded when none stands, withdrawn when one does."""
    who = {"actor": request.user, "today": localdate()}
    facts = queries.person(person_id=person_id, **who)
    if facts is None:
        raise Http404
    stands = queries.objection(person_id=person_id, **who)
    if stands:
        form, act = forms.WithdrawObjection, actions.withdraw_objection
        title, note, day = _("Objection withdrawn"), stands.words, "withdrawn_on"
    else:
        form, act = forms.RecordObjection, actions.record_objection
        title, day = _("Record an objection"), "objected_on"
        note = _("The person asks us to leave them alone. Nobody is led to or through them from then on.")
    form = form(request.POST or None, initial={day: who["today"]})
    back = way_back(request, reverse("insight:person", args=[person_id]))
    if request.method == "POST" and carry(form, lambda **told: act(person_id=person_id, **who, **told)):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    return form_page(request, form, title=title, back=back, context=facts.name, note=note)


@require_http_methods(["GET", "POST"])
@login_required
def report(request, post_id):
    """A post gets another boss. `?boss=` proposes one: a card dragged onto another, or the way back."""
    who = {"actor": request.user, "today": localdate()}
    post = queries.post(post_id=post_id, **who)
    if post is None:
        raise Http404
    at = {"account_id": post.account_id, **who}
    names = {row.post_id: row.person for row in queries.people_in_posts(on=who["today"], **at)}
    words = {row.id: " · ".join(filter(None, [_post(row), names.get(row.id)])) for row in queries.posts(**at)}
    others = [(pk, word) for pk, word in words.items() if pk != post_id]
    proposed = {"boss_id": request.GET.get("boss", post.parent_id or "")}
    form = forms.ReportTo(request.POST or None, current=post, initial=proposed, posts=others)
    back = way_back(request, reverse("insight:sand_table", args=[post.account_id]))
    if request.method == "POST" and carry(form, lambda **told: actions.report_to(post_id=post_id, **who, **told)):
        undo = f"{request.path}?{urlencode({'boss': post.parent_id or '', 'back': back})}"
        messages.success(request, format_html('{} <a href="{}">{}</a>', _("The line is changed."), undo, _("Undo")))
        return redirect(back)
    return form_page(
        request, form, title=_("Whom a post reports to"), back=back, context=post.account, note=words[post_id]
    )


def _held_or_404(request, appointment_id):
    today = localdate()
    held = queries.appointment(actor=request.user, appointment_id=appointment_id, today=today)
    if held is None:
        raise Http404
    return held, today, way_back(request, reverse("insight:person", args=[held.person_id]))


def _post(post, *, far: bool = False) -> str:
    words = [post.account] if far else []
    return " · ".join(filter(None, [*words, post.department, post.title]))
