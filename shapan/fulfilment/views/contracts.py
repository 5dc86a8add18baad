"""The list of contracts, one contract, and what is done to it and its plan."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from shapan.accounts import queries as accounts
from shapan.foundation.doors import carry, following, form_page, way_back
from shapan.fulfilment import actions, policies, queries
from shapan.fulfilment.forms import contracts as forms
from shapan.fulfilment.phrases import CONTRACT_STATES
from shapan.fulfilment.steps import ways_of_contract, ways_of_invoice
from shapan.fulfilment.terms import ENDED, PLANNING, ContractState
from shapan.fulfilment.views.doors import (
    asking,
    carried,
    colleagues,
    contract_or_404,
    found_or_404,
    stepped,
    to_contract,
)
from shapan.opportunities import policies as opportunity_policies
from shapan.opportunities import queries as opportunities

SHOWN = ("plan", "acceptances", "steps", "shifts", "lines", "follow_ups")


@require_GET
@login_required
def listing(request):
    asked = request.GET
    state = ContractState(asked["state"]) if asked.get("state") in set(ContractState) else None
    told = {"state": state, "search": asked.get("q", "").strip()[:100], "mine": bool(asked.get("mine"))}
    page = queries.listing(**asking(request), after=asked.get("after", ""), **told)
    context = {
        "page": page, "told": told, "states": CONTRACT_STATES.items(),
        "next_url": following(request, "after", page.next),
    }  # fmt: skip
    return render(request, "fulfilment/list.html", context)


@require_GET
@login_required
def contract(request, contract_id):
    facts, who = contract_or_404(request, contract_id), asking(request)
    may_change = policies.may_change(request.user, facts.id, who["today"])
    one = {"contract_id": facts.id, **who}
    context = {name: getattr(queries, name)(**one) for name in SHOWN}
    bills = queries.invoices_of(**one)
    context |= {
        "facts": facts,
        "may_change": may_change,
        "ways": ways_of_contract(facts.state) if may_change else [],
        "bills": [(row, ways_of_invoice(row.state)) for row in bills],
        "paid": queries.allocations(invoice__contract_id=facts.id, **who),
        "free": queries.free_receipts(account_id=facts.account_id, currency=facts.currency, **who),
        "deciders": queries.deciders(account_id=facts.account_id, category=facts.category, **who),
        "planning": may_change and facts.state in PLANNING,
        "running": may_change and facts.state is ContractState.ACTIVE,
        "open": facts.state not in ENDED,
        "day": who["today"],
    }
    return render(request, "fulfilment/contract.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def open_contract(request):
    """By hand, or `?opportunity=` from one that was won."""
    who, won = asking(request), _won(request)
    offers = {"owner_id": colleagues(), "account_id": accounts.accounts_to_edit(**who)}
    initial = {"owner_id": request.user.pk, "account_id": request.GET.get("account", "")}
    initial |= {"currency": opportunities.reporting_currency()}
    if won:
        names = ("name", "amount", "currency", "category", "owner_id", "account_id")
        initial |= {name: getattr(won, name) for name in names}
    form, made = forms.OpenContract(request.POST or None, initial=initial, offers=offers), []
    act = partial(actions.open_contract, opportunity_id=won.id if won else None, **who)
    if request.method == "POST" and carry(form, lambda **told: made.append(act(**told))):
        messages.success(request, _("The contract is opened."))
        return redirect("fulfilment:contract", made[0].pk)
    back = way_back(request, reverse("fulfilment:contracts"))
    return form_page(request, form, title=_("New contract"), back=back, context=won.name if won else _("Contracts"))


@require_http_methods(["GET", "POST"])
@login_required
def change(request, contract_id):
    facts = contract_or_404(request, contract_id, changing=True)
    form = forms.ChangeContract(request.POST or None, current=facts, offers={"owner_id": colleagues()})
    return _carried(request, facts, form, actions.change_contract, title=_("Change facts"))


@require_http_methods(["GET", "POST"])
@login_required
def step(request, contract_id, to):
    facts = contract_or_404(request, contract_id, changing=True)
    told = {"context": facts.name, "back": to_contract(facts.id), "contract_id": facts.id}
    days = {"signed_on": localdate(), "closed_on": localdate()}
    return stepped(request, ways_of_contract(facts.state), to, facts, initial=days, **told)


@require_http_methods(["GET", "POST"])
@login_required
def follow_up(request, follow_up_id):
    row = found_or_404(queries.follow_up(follow_up_id=follow_up_id, **asking(request)))
    facts = contract_or_404(request, row.contract_id, changing=True)
    form = forms.Done(request.POST or None, initial={"done_on": localdate()})
    act = partial(actions.finish_follow_up, follow_up_id=row.id)
    return carried(request, form, act, title=_("It was held"), back=to_contract(facts.id), context=facts.name)


def _won(request):
    number = request.GET.get("opportunity", "")
    if not number.isdecimal():
        return None
    asked = {"actor": request.user, "opportunity_id": int(number[:18]), "today": localdate()}
    if not opportunity_policies.may_change(**asked):
        raise Http404
    return opportunities.opportunity(**asked)


def _carried(request, facts, form, act, *, title, **subject):
    act = partial(act, **(subject or {"contract_id": facts.id}))
    return carried(request, form, act, title=title, back=to_contract(facts.id), context=facts.name)
