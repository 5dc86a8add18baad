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


def _answer(request, account_id, name, read, **which):
    who = {"actor": request.user, "account_id": account_id, "on": day_asked(request), "today": localdate()}
    part = read(**who, **which)
    if part is None:
        raise Http404
    context = {
        "part": part,
        "head": accounts.head(**who),
        "body": f"insight/parts/{name}.html",
        "readable": SCALES,
    }
    template = "insight/part.html#panel" if request.headers.get("HX-Request") else "insight/part.html"
    return render(request, template, context)


@require_GET
@login_required
def person(request, account_id, person_id):
    return _answer(request, account_id, "person", parts.person_part, person_id=person_id)


@require_GET
@login_required
def seat(request, account_id, code):
    return _answer(request, account_id, "seat", parts.seat_part, code=code)


@require_GET
@login_required
def number(request, account_id, key):
    return _answer(request, account_id, "number", parts.number_part, key=key)


@require_GET
@login_required
def department(request, account_id, department_id):
    return _answer(request, account_id, "department", parts.department_part, department_id=department_id)


@require_GET
@login_required
def roof(request, account_id, segment):
    return _answer(request, account_id, "roof", parts.roof_part, segment=segment)


@require_GET
@login_required
def general(request, account_id):
    return _answer(request, account_id, "general", parts.general_part)
