"""The account's pages: the house, its people, its timeline."""

from collections import defaultdict
from decimal import Decimal

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from shapan.foundation.doors import day_asked, following
from shapan.fulfilment import queries as fulfilment
from shapan.insight.queries import account as accounts
from shapan.insight.queries import house as houses
from shapan.insight.queries import people, timeline
from shapan.opportunities import queries as opportunities
from shapan.projects import queries as projects
from shapan.relationships import parameters


def _head_or_404(request, account_id):
    head = accounts.head(actor=request.user, account_id=account_id, on=day_asked(request), today=localdate())
    if head is None:
        raise Http404
    return head


@require_GET
@login_required
def house(request, account_id):
    head = _head_or_404(request, account_id)
    who = {"actor": request.user, "account_id": account_id, "on": head.on, "today": head.today}
    page = houses.house_page(**who)
    recent = timeline.recent(**who)
    context = {
        "head": head,
        "page": page,
        "recent": recent,
        "tab": "house",
        "levels": [-1, None, *range(parameters.in_force().top_level + 1)],
    }
    return render(request, "insight/house.html", context)


@require_GET
@login_required
def account_people(request, account_id):
    head = _head_or_404(request, account_id)
    groups = people.people_by_department(actor=request.user, account_id=account_id, on=head.on, today=head.today)
    return render(request, "insight/account_people.html", {"head": head, "groups": groups, "tab": "people"})


@require_GET
@login_required
def deals(request, account_id):
    """What the customer may buy, has bought, did not buy; and what may become of it."""
    head = _head_or_404(request, account_id)
    who = {"actor": request.user, "account_id": account_id, "today": head.today}
    page = opportunities.listing(**who, after=request.GET.get("after", ""))
    context = {
        "head": head,
        "tab": "deals",
        "page": page,
        "totals": opportunities.totals_at(**who),
        "projects": projects.listing(**who).rows,
        "leads": [row for row in opportunities.leads(**who).rows if row.opportunity_id is None],
        "next_url": following(request, "after", page.next),
    }
    return render(request, "insight/deals.html", context)


@require_GET
@login_required
def account_contracts(request, account_id):
    head = _head_or_404(request, account_id)
    who = {"actor": request.user, "today": head.today}
    coming = defaultdict(Decimal)
    for bill in fulfilment.unpaid(contract__account_id=account_id, **who):
        coming[bill.contract_id] += bill.open
    contracts = [(row, coming[row.id]) for row in fulfilment.of_account(account_id=account_id, **who)]
    receipts = fulfilment.receipts(account_id=account_id, **who)
    context = {"head": head, "contracts": contracts, "receipts": receipts, "tab": "contracts"}
    return render(request, "insight/account_contracts.html", context)


@require_GET
@login_required
def account_timeline(request, account_id):
    head = _head_or_404(request, account_id)
    page = timeline.page(
        actor=request.user,
        account_id=account_id,
        on=head.on,
        today=head.today,
        show=request.GET.get("show", ""),
        before=request.GET.get("before", ""),
    )
    context = {"head": head, "page": page, "tab": "timeline", "next_url": following(request, "before", page.next)}
    return render(request, "insight/timeline.html", context)
