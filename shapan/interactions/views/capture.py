"""A contact captured in fifteen seconds, from any page or at one customer; minutes read into it when pasted."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods

from shapan.accounts import queries as accounts
from shapan.compliance import actions as compliance
from shapan.compliance import queries as tenders
from shapan.compliance.middleware import screens_itself
from shapan.compliance.terms import Door
from shapan.foundation.doors import carry, way_back
from shapan.identity import queries as identity
from shapan.interactions import actions, forms
from shapan.interactions import queries as interactions
from shapan.interactions.rules import minutes
from shapan.kernel.spoken_days import find_day
from shapan.people import queries as people
from shapan.teams import queries as teams

LATELY = timedelta(days=180)
MOST = 600  # people to choose from; above it, a customer is chosen first


@screens_itself
@require_http_methods(["GET", "POST"])
@login_required
def capture(request, account_id=None):
    """At one customer when it is named, else among the people of all customers on whose team one sits."""
    today = localdate()
    ids = _accounts(request.user, account_id, today)
    who = {"actor": request.user, "today": today}
    posts = _most_lately_met(ids, who)
    given = {
        "posts": posts[:MOST],
        "colleagues": [(person.id, person.name) for person in identity.colleagues()],
        "today": today,
        "quiet": tenders.quiet(account_ids=ids, **who),
    }
    at_first = {"held_on": today, "colleague_ids": [request.user.pk], "with_whom": _named(request, posts)}
    told, paste, withheld = None, request.POST.get("paste", ""), ""
    if "read" in request.POST:
        paste, withheld = _may_be_read(paste, account_id, who)
        told = minutes.read(paste, _known(posts), today)
        form = forms.Capture(initial=at_first | _proposed(told, request), **given)
    else:
        form = forms.Capture(request.POST or None, initial=at_first, **given)
    logged = []
    if form.is_bound and carry(form, lambda **clean: logged.append(actions.log_interaction(**who, **clean))):
        return redirect("insight:told", logged[0].interaction.pk)
    shown = {
        "form": form,
        "told": told,
        "paste": paste,
        "withheld": withheld,
        "quiet": given["quiet"],
        "purposes": interactions.next_steps(account_ids=ids, since=today - LATELY, **who),
        "back": way_back(request, reverse("insight:house", args=[account_id]) if account_id else "/"),
        "left_out": max(0, len(posts) - MOST),
    }
    return render(request, "interactions/capture.html", shown, status=422 if form.is_bound else 200)


def _may_be_read(paste: str, account_id: int | None, who) -> tuple[str, str]:
    """The pasted text, or nothing and why."""
    try:
        compliance.screen(door=Door.PAGE, place="interactions", account_id=account_id, texts={"paste": paste}, **who)
    except compliance.Withheld as withheld:
        return "", str(withheld)
    return paste, ""


@require_GET
@login_required
def spoken_day(request):
    """The day that the words of a next step or a promise name, shown while one types."""
    words = request.GET.get("next_step") or request.GET.get("promise") or ""
    found = find_day(words, localdate())
    return render(request, "interactions/spoken_day.html", {"day": found.day if found else None})


def _accounts(actor, account_id, today) -> list[int]:
    if account_id is None:
        return teams.accounts_seated(actor=actor, user_id=actor.pk, on=today, today=today)
    if accounts.account(actor=actor, account_id=account_id, today=today) is None:
        raise Http404
    return [account_id]


def _most_lately_met(ids: list[int], who) -> list[people.PostHeld]:
    """Everybody in a post at these customers; whom we met last comes first."""
    posts = people.people_in_posts_of(account_ids=ids, on=who["today"], **who)
    met = interactions.last_met(account_ids=ids, since=who["today"] - LATELY, **who)
    return sorted(posts, key=lambda post: -met[post.person_id].toordinal() if post.person_id in met else 0)


def _named(request, posts) -> list[int]:
    """The people a link has named, as the posts they hold here."""
    asked = set(request.GET.getlist("person"))
    return [post.appointment_id for post in posts if str(post.person_id) in asked]


def _known(posts) -> list[minutes.Known]:
    return [minutes.Known(post.appointment_id, post.person) for post in posts]


def _proposed(told: minutes.Minutes, request) -> dict:
    """What the minutes propose, as the form's first values; the person confirms or mends each."""
    promise = told.promises[0] if told.promises else None
    said = {
        "with_whom": [person.key for person in told.people],
        "kind": told.kind,
        "held_on": told.held.day if told.held else None,
        "outcome": told.rest,
        "quote": told.quote,
        "next_step": told.next_step,
        "next_on": told.next_on,
        "promise": promise.text if promise else "",
        "promise_due": promise.due_on if promise else None,
        "token": request.POST.get("token"),
    }
    return {name: value for name, value in said.items() if value}
