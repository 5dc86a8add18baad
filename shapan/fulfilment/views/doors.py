"""How these pages find what they show, and carry a form to its action."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.foundation.doors import carry, form_page, way_back
from shapan.fulfilment import policies, queries
from shapan.identity import queries as identity
from shapan.people import queries as people


def asking(request) -> dict:
    return {"actor": request.user, "today": localdate()}


def found_or_404(row):
    """A stranger learns nothing, not even that it exists."""
    if row is None:
        raise Http404
    return row


def contract_or_404(request, contract_id, *, changing: bool = False):
    facts = found_or_404(queries.contract(contract_id=contract_id, **asking(request)))
    if changing and not policies.may_change(request.user, facts.id, localdate()):
        raise Http404
    return facts


def account_or_404(request, account_id) -> None:
    if not accounts.may_edit(request.user, account_id, localdate()):
        raise Http404


def colleagues() -> list[tuple[int, str]]:
    return [(row.id, row.name) for row in identity.colleagues()]


def people_at(request, account_id) -> list[tuple[int, str]]:
    held = people.people_in_posts(account_id=account_id, on=localdate(), **asking(request))
    return list({post.person_id: f"{post.person} · {post.title}" for post in held}.items())


def to_contract(contract_id: int) -> str:
    return reverse("fulfilment:contract", args=[contract_id])


def carried(request, form, act, *, title, back: str, context: str, note: str = ""):
    """The form on a page of its own; done, back where the person came from."""
    back = way_back(request, back)
    if form.is_bound and carry(form, lambda **told: act(**asking(request), **told)):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    return form_page(request, form, title=title, back=back, context=context, note=note)


def stepped(request, ways, to: str, current, *, context: str, back: str, offers=None, initial=None, **subject):
    """A step: asked with a form where it needs words or a day. Refused, the form says what is missing."""
    way = next((way for way in ways if way.to == to), None)
    if way is None:
        messages.error(request, _("This step does not lead on from where it stands."))
        return redirect(back)
    more = {"offers": offers} if offers and way.form.__name__ == "Confirmed" else {}
    form = way.form(request.POST or None, current=current, initial=initial, **more)
    title = _("Move to “{state}”").format(state=way.label)
    return carried(request, form, lambda **told: way.act(**subject, **told), title=title, back=back, context=context)
