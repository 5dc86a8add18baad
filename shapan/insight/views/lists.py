"""Lists across accounts: Today, customers, people; and one person's page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from shapan.accounts import policies as accounts
from shapan.accounts.phrases import ROLES
from shapan.accounts.terms import CompanyRole, Tier
from shapan.foundation.doors import following
from shapan.insight import columns
from shapan.insight.columns import accounts as account_columns
from shapan.insight.columns import people as people_columns
from shapan.insight.queries import asked, people, portfolio
from shapan.insight.queries import today as todays
from shapan.lists import actions as lists
from shapan.lists import asking, exporting
from shapan.lists.registry import PAGES


@require_GET
@login_required
def today(request):
    day = localdate()
    return render(
        request, "insight/today.html", {"work": todays.todays_work(actor=request.user, today=day), "day": day}
    )


@require_GET
@login_required
def account_list(request):
    told, ask = _accounts_asked(request)
    page = portfolio.portfolio(**told, after=request.GET.get("after", ""))
    shown = [account_columns.COLUMNS[name] for name in ask.columns]
    context = {
        "page": page,
        "shown": shown,
        "lines": columns.lines(page.rows, shown, lambda row: row.id),
        "next_url": following(request, "after", page.next),
        "told": told,
        "roles": [(role.value, word) for role, word in ROLES.items()],
        "tiers": [tier.value for tier in Tier],
        "may_open": accounts.may_open_accounts(request.user, localdate()),
        "tools": _tools(request, ask, account_columns.COLUMNS, asked.accounts()),
    }
    return render(request, _whole_or_rows(request, "insight/accounts.html"), context)


@require_POST
@login_required
def export_accounts(request, form):
    told, ask = _accounts_asked(request)
    return _export(request, form, ask, account_columns.COLUMNS, lambda **place: portfolio.portfolio(**told, **place))


@require_GET
@login_required
def people_list(request):
    told, ask = _people_asked(request)
    page = portfolio.directory(**told, after=request.GET.get("after", ""))
    shown = [people_columns.COLUMNS[name] for name in ask.columns]
    context = {
        "page": page,
        "shown": shown,
        "lines": columns.lines(page.rows, shown, lambda row: row.person_id),
        "told": told,
        "next_url": following(request, "after", page.next),
        "tools": _tools(request, ask, people_columns.COLUMNS, asked.people()),
    }
    return render(request, _whole_or_rows(request, "insight/people.html"), context)


@require_POST
@login_required
def export_people(request, form):
    told, ask = _people_asked(request)
    return _export(request, form, ask, people_columns.COLUMNS, lambda **place: portfolio.directory(**told, **place))


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


def _accounts_asked(request):
    usual = {name: column.usual for name, column in account_columns.COLUMNS.items()}
    ask = asking.asked(request, "accounts", columns=usual, askable=asked.accounts())
    told = {
        "actor": request.user,
        "today": localdate(),
        "search": request.GET.get("q", "").strip(),
        "role": request.GET.get("role", CompanyRole.CUSTOMER.value),
        "tier": request.GET.get("tier", ""),
        "mine": request.GET.get("mine") == "1",
        "sort": request.GET.get("sort", "name"),
        "conditions": ask.conditions,
    }
    return told, ask


def _people_asked(request):
    usual = {name: column.usual for name, column in people_columns.COLUMNS.items()}
    ask = asking.asked(request, "people", columns=usual, askable=asked.people())
    search = request.GET.get("q", "").strip()
    return {"actor": request.user, "today": localdate(), "search": search, "conditions": ask.conditions}, ask


def _tools(request, ask, of_list, askable):
    labels = {"tier": _("Tier")} | {name: column.label for name, column in of_list.items()}
    return asking.tools(
        ask, actor=request.user, today=localdate(), labels=labels, askable=list(askable), most=list(of_list)[1:]
    )


def _export(request, form, ask, of_list, read):
    """Exactly the rows of the list under these conditions, in the columns that are shown."""
    rows = portfolio.whole(read, exporting.MOST)
    if len(rows) > exporting.MOST:
        messages.error(request, _("More than %(most)s rows: narrow the list first.") % {"most": exporting.MOST})
        return redirect(f"{reverse(PAGES[ask.page])}?{ask.query}")
    shown = [of_list[name] for name in ask.columns]
    head = [column.label for column in shown]
    file = exporting.file_of(form, f"{ask.page}-{localdate()}", head, columns.plain(rows, shown))
    lists.note_export(actor=request.user, page=ask.page, rows=len(rows), form=form)
    return file


def _whole_or_rows(request, template: str) -> str:
    return f"{template}#rows" if request.headers.get("HX-Request") else template
