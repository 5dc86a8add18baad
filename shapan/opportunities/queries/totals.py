"""What opportunities add up to in the reporting currency, over those the reader may see and no others."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db.models import Count, Sum

from shapan.opportunities import policies
from shapan.opportunities.rules.money import Money, Rate, Rates, Total
from shapan.opportunities.rules.money import Sum as Amounts
from shapan.opportunities.terms import Stage


def reporting_currency() -> str:
    """Totals are shown in it."""
    return settings.REPORTING_CURRENCY


def rates() -> Rates:
    """The rates we reckon with, into the reporting currency."""
    known = policies.rates().values_list("currency", "since", "value")
    return Rates(reporting_currency(), [Rate(*row) for row in known])


def totals(opportunities, *, today: date) -> dict[Stage, Total]:
    """Of a queryset from the policies, by stage: what is decided by the rate of its day, what is open by today's."""
    grouped = opportunities.order_by().values_list("stage", "currency", "decided_on")
    sums: dict[str, list[Amounts]] = {stage: [] for stage in Stage}
    for stage, currency, decided, amount, known, count in grouped.annotate(Sum("amount"), Count("amount"), Count("pk")):
        money = Money(amount or Decimal(0), currency)
        sums[stage].append(Amounts(money, decided or today, known, count - known))
    reckoned = rates()
    return {stage: reckoned.total(sums[stage]) for stage in Stage}
