"""What opportunities add up to in the reporting currency, over those the reader may see and no others."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db.models import Count, Sum

from shapan.foundation.models import listed
from shapan.opportunities import policies
from shapan.opportunities.rules.money import Money, Rate, Rates, Total
from shapan.opportunities.rules.money import Sum as Amounts
from shapan.opportunities.terms import OPEN, Stage


def reporting_currency() -> str:
    """Totals are shown in it."""
    return settings.REPORTING_CURRENCY


def rates() -> Rates:
    """The rates we reckon with, into the reporting currency."""
    known = policies.rates().values_list("currency", "since", "value")
    return Rates(reporting_currency(), [Rate(*row) for row in known])


def totals(opportunities, *, today: date) -> dict[Stage, Total]:
    """Of a queryset from the policies, by stage: what is decided by the rate of its day, what is open by today's."""
    sums: dict[str, list[Amounts]] = {stage: [] for stage in Stage}
    for stage, amounts in _sums(opportunities, today):
        sums[stage].append(amounts)
    reckoned = rates()
    return {stage: reckoned.total(sums[stage]) for stage in Stage}


def total_of(opportunities, *, today: date, reckoned: Rates | None = None) -> Total:
    """The same of all of them together."""
    return (reckoned or rates()).total(amounts for _stage, amounts in _sums(opportunities, today))


def open_values(*, actor, account_ids, today: date) -> dict[int, Decimal]:
    """By customer what is known of its open opportunities; customers without any known amount are left out."""
    still_open = policies.opportunities_open_to(actor, today).filter(
        account_id__in=listed(account_ids), stage__in=[stage.value for stage in OPEN], amount__isnull=False
    )
    rows = still_open.order_by().values_list("account_id", "currency").annotate(Sum("amount"), Count("pk"))
    sums: dict[int, list[Amounts]] = defaultdict(list)
    for account, currency, amount, count in rows:
        sums[account].append(Amounts(Money(amount, currency), today, count))
    reckoned = rates()
    found = {account: reckoned.total(amounts).known for account, amounts in sums.items()}
    return {account: known for account, known in found.items() if known}


def _sums(opportunities, today: date) -> Iterator[tuple[str, Amounts]]:
    grouped = opportunities.order_by().values_list("stage", "currency", "decided_on")
    for stage, currency, decided, amount, known, count in grouped.annotate(Sum("amount"), Count("amount"), Count("pk")):
        yield stage, Amounts(Money(amount or Decimal(0), currency), decided or today, known, count - known)
