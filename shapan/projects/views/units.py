"""The decision unit of an opportunity: derived, then kept by people."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shapan.decisions.phrases import SEATS
from shapan.decisions.terms import SeatCode
from shapan.people import queries as people
from shapan.projects import actions, forms, queries
from shapan.projects.phrases import MOVES
from shapan.projects.views.doors import carried, changeable_or_404


@require_http_methods(["GET", "POST"])
@login_required
def derive(request, opportunity_id):
    """What would change, ticked; nothing is changed that is not ticked."""
    who, facts = changeable_or_404(request, opportunity_id)
    found = queries.derivation(**who, facts=facts)
    form = forms.DeriveUnit(request.POST or None, offered=[(one.change.key, _words(one)) for one in found.changes])
    note = _missing(found) or ("" if found.changes else _("The unit is as the customer's way of deciding has it."))
    return carried(request, who, facts, form, actions.derive_unit, title=_("Derive the decision unit"), note=note)


@require_http_methods(["GET", "POST"])
@login_required
def add_seat(request, opportunity_id):
    who, facts = changeable_or_404(request, opportunity_id)
    form = forms.AddSeat(request.POST or None)
    return carried(request, who, facts, form, actions.add_seat, title=_("Add a seat"))


@require_http_methods(["GET", "POST"])
@login_required
def change_seat(request, opportunity_id, seat_id):
    who, facts = changeable_or_404(request, opportunity_id)
    seat = _seat_or_404(who, facts, seat_id)
    form = forms.ChangeSeat(request.POST or None, current=seat, initial={"weight": seat.own_weight})
    return carried(
        request, who, facts, form, lambda **told: actions.change_seat(seat_id=seat_id, **told),
        title=_("Change the seat"), note=_named(seat),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def seat_person(request, opportunity_id, seat_id):
    who, facts = changeable_or_404(request, opportunity_id)
    seat = _seat_or_404(who, facts, seat_id)
    here = people.people_in_posts(**who, account_id=seat.account_id or facts.account_id, on=who["today"])
    choices = {row.person_id: f"{row.person} · {row.title}" for row in here}
    form = forms.SeatPerson(request.POST or None, people=list(choices.items()))
    return carried(
        request, who, facts, form, lambda **told: actions.seat_person(seat_id=seat_id, **told),
        title=_("Who holds the seat"), note=_named(seat),
    )  # fmt: skip


def _seat_or_404(who, facts, seat_id):
    seat = queries.seat_of(**who, facts=facts, seat_id=seat_id)
    if seat is None:
        raise Http404
    return seat


def _named(seat) -> str:
    return " · ".join(filter(None, [seat.code, str(SEATS[SeatCode(seat.code)]), seat.label]))


def _words(offered) -> str:
    """One change in words: what, which seat, where, who."""
    seat = offered.change.seat
    named = " · ".join(
        filter(None, [f"{seat.code} {SEATS[seat.code]}", offered.title, offered.account, offered.person])
    )
    return f"{MOVES[offered.change.move]}: {named}"


def _missing(found) -> str:
    if found.deciding is None:
        return _("Who decides follows from the customer and the amount: enter both first.")
    return "" if found.deciding.mode else _("Nobody has recorded how this customer decides on this category.")
