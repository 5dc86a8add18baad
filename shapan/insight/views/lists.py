"""Lists across accounts: Today, customers, people; and one person's page."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from shapan.accounts import policies as accounts
from shapan.accounts.phrases import ROLES
from shapan.accounts.terms import CompanyRole, Tier
from shapan.foundation.doors import following
from shapan.insight.queries import people, portfolio


@require_GET
@login_required
def today(request):
    day = localdate()
    return render(
        request, "insight/today.html", {"work": portfolio.todays_work(actor=request.user, today=day), "day": day}
    )


@require_GET
@login_required
def account_list(request):
    asked = {
        "search": request.GET.get("q", "").strip(),
        "role": request.GET.get("role", CompanyRole.CUSTOMER.value),
        "tier": request.GET.get("tier", ""),
        "mine": request.GET.get("mine") == "1",
        "sort": request.GET.get("sort", "name"),
    }
    page = portfolio.portfolio(actor=request.user, today=localdate(), after=request.GET.get("after", ""), **asked)
    context = {
        "page": page,
        "next_url": following(request, "after", page.next),
        "asked": asked,
        "roles": [(role.value, word) for role, word in ROLES.items()],
        "tiers": [tier.value for tier in Tier],
        "may_open": accounts.may_open_accounts(request.user, localdate()),
    }
    return render(request, _whole_or_rows(request, "insight/accounts.html"), context)


@require_GET
@login_required
def people_list(request):
    search = request.GET.get("q", "").strip()
    page = portfolio.directory(actor=request.user, today=localdate(), search=search, after=request.GET.get("after", ""))
    context = {"page": page, "search": search, "next_url": following(request, "after", page.next)}
    return render(request, _whole_or_rows(request, "insight/people.html"), context)


@require_GET
@login_required
def person(request, person_id):
    page = people.person_page(actor=request.user, person_id=person_id, today=localdate())
    if page is None:
        lives_on = people.lives_on_as(actor=request.user, person_id=person_id, today=localdate())
        if lives_on is None:
            raise Http404
        return redirect("insight:person", lives_on)
    return render(request, "insight/person.html", {"page": page})


def _whole_or_rows(request, template: str) -> str:
    return f"{template}#rows" if request.headers.get("HX-Request") else template
