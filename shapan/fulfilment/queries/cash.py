"""What is to come in, what is late, what finance steers by; over what the reader may see and nothing else."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q, Sum

from shapan.fulfilment import policies
from shapan.fulfilment.models import Allocation, Invoice, PaymentNode
from shapan.fulfilment.queries.acceptances import completed
from shapan.fulfilment.queries.money import InvoiceRow, unpaid
from shapan.fulfilment.rules import cash as rules
from shapan.fulfilment.rules.cash import Figure
from shapan.fulfilment.rules.overdue import POLICY, age, horizon
from shapan.fulfilment.terms import Age, ContractState, Horizon, InvoiceState, Part, Reason
from shapan.opportunities import queries as opportunities
from shapan.opportunities.rules.money import Money, Rates, Total
from shapan.opportunities.rules.money import Sum as Amounts

NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Expected:
    """Money that is to come: of an invoice, or of a payment nobody has invoiced yet (`invoice` empty)."""

    contract_id: int
    contract: str
    account: str
    what: str
    invoice: str
    amount: Decimal
    currency: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Bucket:
    """The rows of an age or of a horizon, and what they add up to; `share` of the greatest bucket, in per cent."""

    key: str
    rows: tuple
    total: Total
    share: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Each with its parts; in days, or in per cent."""

    dso: Figure
    best_dso: Figure
    delinquent: Figure
    collected: Figure
    to_pay: Figure
    on_time: Figure
    to_first_cash: Figure
    to_close: Figure


@dataclass(frozen=True, slots=True)
class Cash:
    receivables: Total
    overdue: Total
    ageing: tuple[Bucket, ...]
    ladder: tuple[InvoiceRow, ...]
    causes: tuple[Bucket, ...]
    forecast: tuple[Bucket, ...]
    figures: Figures
    since: date


def cash(*, actor, today: date) -> Cash:
    rates = opportunities.rates()
    rows = unpaid(actor=actor, today=today)
    late = [row for row in rows if row.days_late > 0]
    coming = [*map(_of_invoice, rows), *_planned(actor, today)]
    return Cash(
        receivables=_total(rates, rows, today),
        overdue=_total(rates, late, today),
        ageing=_buckets(rates, today, rows, Age, lambda row: age(row.days_late)),
        ladder=tuple(sorted(late, key=lambda row: (-row.days_late, row.id))),
        causes=_causes(rates, today, late),
        forecast=_buckets(rates, today, coming, Horizon, lambda row: horizon(row.on, today)),
        figures=_figures(actor, today, rates),
        since=today - timedelta(days=POLICY.period),
    )


def _figures(actor, today: date, rates: Rates) -> Figures:
    since = today - timedelta(days=POLICY.period)
    closing = _receivables(actor, today, rates, today)
    current = _receivables(actor, today, rates, today, due_on__gte=today)
    opening = _receivables(actor, since, rates, today)
    issued = policies.open_to(Invoice, actor, today).filter(state=InvoiceState.ISSUED, issued_on__gt=since)
    sales = _value(rates, today, issued.order_by().values_list("contract__currency").annotate(Sum("amount")))
    dso = rules.days_outstanding(closing, sales, POLICY.period, Part.RECEIVABLES)
    best = rules.days_outstanding(current, sales, POLICY.period, Part.CURRENT)
    done = [(row.planned_on, row.completed_on) for row in completed(actor=actor, today=today)]
    contracts = policies.contracts_open_to(actor, today).filter(signed_on__isnull=False, closed_on__isnull=False)
    ends = contracts.values_list("signed_on", "closed_on")
    return Figures(
        dso=dso,
        best_dso=best,
        delinquent=rules.average_delinquent(dso, best),
        collected=rules.collected(opening, sales, closing, current),
        to_pay=rules.days_to_pay(_paid(actor, since, today, rates)),
        on_time=rules.on_time(done),
        to_first_cash=rules.mean_days(_first_cash(actor, today)),
        to_close=rules.mean_days((closed - signed).days for signed, closed in ends),
    )


def _receivables(actor, day: date, rates: Rates, today: date, **which) -> Decimal | None:
    """What was asked for and not paid at the end of that day, by today's rates."""
    standing = Q(voided_on__isnull=True) | Q(voided_on__gt=day)
    asked = policies.open_to(Invoice, actor, today).filter(standing, issued_on__lte=day, **which)
    kept = Q(released_on__isnull=True) | Q(released_on__gt=day)
    paid = policies.open_to(Allocation, actor, today).filter(kept, on__lte=day, invoice__in=asked.values("pk"))
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for currency, amount in asked.order_by().values_list("contract__currency").annotate(Sum("amount")):
        sums[currency] += amount
    for currency, amount in paid.order_by().values_list("receipt__currency").annotate(Sum("amount")):
        sums[currency] -= amount
    return _value(rates, today, sums.items())


def _paid(actor, since: date, today: date, rates: Rates):
    live = policies.open_to(Allocation, actor, today).filter(released_on=None, receipt__received_on__gt=since)
    rows = live.order_by().values_list("receipt__currency", "invoice__issued_on", "receipt__received_on")
    for currency, issued_on, received_on, amount in rows.annotate(Sum("amount")):
        yield rules.Paid(_value(rates, today, [(currency, amount)]), issued_on, received_on)


def _first_cash(actor, today: date):
    live = policies.open_to(Allocation, actor, today).filter(released_on=None).order_by("receipt__received_on")
    rows = live.values_list("invoice__contract_id", "invoice__contract__signed_on", "receipt__received_on")
    first = {}
    for contract_id, signed_on, received_on in rows:
        if signed_on:
            first.setdefault(contract_id, (received_on - signed_on).days)
    return first.values()


def _of_invoice(row: InvoiceRow) -> Expected:
    return Expected(row.contract_id, row.contract, row.account, row.node, row.name, row.open, row.currency, row.due_on)


def _planned(actor, today: date) -> list[Expected]:
    """What of the payments is not invoiced yet, on the day it is planned for and the days to pay after it."""
    running = [ContractState.SIGNED.value, ContractState.ACTIVE.value]
    nodes = policies.open_to(PaymentNode, actor, today).filter(contract__state__in=running)
    billed = policies.open_to(Invoice, actor, today).filter(contract__state__in=running)
    asked = dict(billed.exclude(state=InvoiceState.VOID).order_by().values_list("node_id").annotate(Sum("amount")))
    columns = (
        "pk", "contract_id", "contract__name", "contract__account__name", "name", "amount", "contract__currency",
        "due_on", "contract__payment_days",
    )  # fmt: skip
    found = []
    for pk, *names, amount, currency, due_on, days in nodes.order_by("due_on", "pk").values_list(*columns):
        on = due_on + timedelta(days=days) if due_on and days is not None else None
        if amount > asked.get(pk, NONE):
            found.append(Expected(*names, "", amount - asked.get(pk, NONE), currency, on))
    return found


def _causes(rates: Rates, today: date, late: list[InvoiceRow]) -> tuple[Bucket, ...]:
    """Why money is late, the greatest cause first; nothing when it cannot be added up."""
    found = _buckets(rates, today, late, ("", *Reason), lambda row: (row.ticket and row.ticket.reason) or "")
    shares = rules.shares({bucket.key: bucket.total.known for bucket in found})
    ranked = {bucket.key: bucket for bucket in found if bucket.rows}
    order = [key for key in shares if key in ranked] or list(ranked)
    return tuple(Bucket(key, ranked[key].rows, ranked[key].total, int(shares.get(key, NONE))) for key in order)


def _buckets(rates: Rates, today: date, rows, keys, key_of) -> tuple[Bucket, ...]:
    placed = defaultdict(list)
    for row in rows:
        placed[key_of(row)].append(row)
    totals = {key: _total(rates, placed[key], today) for key in keys}
    most = max((total.known for total in totals.values()), default=NONE)
    return tuple(
        Bucket(str(key), tuple(placed[key]), total, int(total.known * 100 / most) if most else 0)
        for key, total in totals.items()
    )


def _total(rates: Rates, rows, today: date) -> Total:
    sums: dict[str, list[Decimal]] = defaultdict(list)
    for row in rows:
        sums[row.currency].append(row.open if isinstance(row, InvoiceRow) else row.amount)
    return rates.total(
        Amounts(Money(sum(amounts, NONE), currency), today, len(amounts)) for currency, amounts in sorted(sums.items())
    )


def _value(rates: Rates, today: date, sums) -> Decimal | None:
    return rates.total(Amounts(Money(amount, currency), today) for currency, amount in sums).value
