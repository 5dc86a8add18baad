"""How a customer decides: the question with its answer, and the ways of deciding that are recorded."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from shapan.decisions import queries as decisions
from shapan.insight.queries import account as accounts
from shapan.kernel.amounts import read_amount
from shapan.relationships.queries import who_decides


@require_GET
@login_required
def deciding(request, account_id):
    today = localdate()
    who = {"actor": request.user, "account_id": account_id, "today": today}
    head = accounts.head(**who, on=today)
    if head is None:
        raise Http404
    said, category = request.GET.get("amount", "").strip(), request.GET.get("category", "").strip()
    amount = read_amount(said) if said else None
    context = {
        "head": head,
        "tab": "deciding",
        "modes": decisions.modes(**who),
        "said": said,
        "category": category,
        "unread": bool(said) and amount is None,
        "answer": who_decides(**who, amount=amount, category=category) if amount is not None else None,
    }
    return render(request, "insight/deciding.html", context)
