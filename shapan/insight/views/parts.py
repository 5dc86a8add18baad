"""Every element of the house opens here: as a panel beside the house, and as a page of its own without JavaScript."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from shapan.foundation.doors import day_asked
from shapan.insight.queries import account as accounts
from shapan.insight.queries import parts
from shapan.relationships.phrases import SCALES


def _part(name: str, read):
    """The view of one kind of element; what the address says beside the account goes to `read`."""

    @require_GET
    @login_required
    def view(request, account_id, **which):
        who = {"actor": request.user, "account_id": account_id, "on": day_asked(request), "today": localdate()}
        part = read(**who, **which)
        if part is None:
            raise Http404
        context = {"part": part, "head": accounts.head(**who), "body": f"insight/parts/{name}.html", "readable": SCALES}
        template = "insight/part.html#panel" if request.headers.get("HX-Request") else "insight/part.html"
        return render(request, template, context)

    return view


person = _part("person", parts.person_part)
seat = _part("seat", parts.seat_part)
number = _part("number", parts.number_part)
department = _part("department", parts.department_part)
roof = _part("roof", parts.roof_part)
general = _part("general", parts.general_part)
