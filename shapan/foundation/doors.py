"""What every view does at the door: the day, the day asked for, and a form carried to its action."""

from datetime import date

from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate

from shapan.foundation.forms import VersionedForm
from shapan.kernel.errors import EditConflict, Refused


def day_asked(request) -> date:
    """The day in `?at=`, when it is a day up to today; else today. History can be looked at, the future cannot."""
    today = localdate()
    try:
        asked = date.fromisoformat(request.GET.get("at", ""))
    except ValueError:
        return today
    return min(asked, today)


def carry(form, act) -> bool:
    """Validate the form and call `act` with its clean values; a refusal becomes an error at its field.

    True when the action was done. On False the page is shown again with status 422 and nothing the person typed lost.
    """
    if not form.is_valid():
        return False
    try:
        act(**form.cleaned_data)
    except Refused as refusal:
        if isinstance(refusal, EditConflict) and isinstance(form, VersionedForm):
            form.meet_conflict()
        _forget(form, getattr(refusal, "withheld", ()))
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return False
    return True


def _forget(form, fields) -> None:
    """What was withheld is not shown again; the rest of what was typed is."""
    if fields:
        form.withheld = True
        form.data = form.data.copy()
        for name in fields:
            form.data.pop(name, None)


def following(request, key: str, place: str) -> str:
    """The address of the next page of this list: the same question, continued after `place`; empty when it ends."""
    if not place:
        return ""
    asked = request.GET.copy()
    asked[key] = place
    return f"{request.path}?{asked.urlencode()}"


def way_back(request, fallback: str) -> str:
    """Where the person came from, when the form says so and it is an address of ours."""
    back = request.POST.get("back") or request.GET.get("back") or ""
    return back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else fallback


def form_page(request, form, *, title, back: str, context: str = "", note: str = "", hints: str = ""):
    """A form on a page of its own; refused input comes back with 422, its errors named and nothing lost. `hints` is
    an address that answers what is typed so far with what the person should know before saving.
    """
    shown = {"form": form, "title": title, "back": back, "context": context, "note": note, "hints": hints}
    return render(request, "form.html", shown, status=422 if form.is_bound else 200)
