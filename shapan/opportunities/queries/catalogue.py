"""What we sell and the rates we reckon with: known to every colleague."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shapan.opportunities import policies


@dataclass(frozen=True, slots=True)
class ProductFacts:
    id: int
    name: str
    series: str
    list_price: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class RateRow:
    """`holds`: it is the one we reckon with today; later ones wait, earlier ones are kept for what was decided then."""

    currency: str
    since: date
    value: Decimal
    holds: bool


def products() -> list[ProductFacts]:
    rows = policies.products().order_by("series", "name")
    return [ProductFacts(*row) for row in rows.values_list("pk", "name", "series", "list_price", "currency")]


def product(product_id: int) -> ProductFacts | None:
    return next((row for row in products() if row.id == product_id), None)


def rate_rows(*, today: date) -> list[RateRow]:
    """By currency, the latest first."""
    rows = policies.rates().order_by("currency", "-since").values_list("currency", "since", "value")
    found: list[RateRow] = []
    reckoned: set[str] = set()
    for currency, since, value in rows:
        holds = since <= today and currency not in reckoned
        if holds:
            reckoned.add(currency)
        found.append(RateRow(currency, since, value, holds))
    return found
