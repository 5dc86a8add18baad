"""What is learnt from the opportunities that were decided, over those the reader may see and no others."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from shapan.foundation.models import listed
from shapan.opportunities import policies
from shapan.opportunities.rules.chance import Calibrated, Chance, Decided, Trait, calibrate, chance
from shapan.opportunities.terms import CLOSED, Stage

MOST = 5000  # the latest decided ones


@dataclass(frozen=True, slots=True)
class Foretold:
    """`chance` is None when fewer than fifty were decided; `decided` counts them."""

    decided: int
    calibrated: Calibrated | None
    chance: Chance | None


def chances(*, actor, today: date) -> tuple[int, Calibrated | None]:
    """How many were decided, and what can be learnt from them."""
    ended = [stage.value for stage in CLOSED]
    found = policies.opportunities_open_to(actor, today).filter(stage__in=ended)
    order = (F("decided_on").desc(nulls_last=True), "-pk")
    rows = list(found.order_by(*order).values_list("pk", "stage", "owner__name", "category", "route")[:MOST])
    products = _products([pk for pk, *_facts in rows], actor, today)
    decided = [Decided(_traits(*facts, products[pk]), stage == Stage.WON) for pk, stage, *facts in reversed(rows)]
    return len(decided), calibrate(decided)


def chance_of(*, actor, opportunity_id: int, today: date) -> Foretold | None:
    """None when there is no such opportunity to this reader."""
    row = policies.opportunities_open_to(actor, today).filter(pk=opportunity_id)
    facts = row.values_list("owner__name", "category", "route").first()
    if facts is None:
        return None
    count, calibrated = chances(actor=actor, today=today)
    products = _products([opportunity_id], actor, today)[opportunity_id]
    return Foretold(count, calibrated, chance(calibrated, _traits(*facts, products)) if calibrated else None)


def _products(ids: Iterable[int], actor, today: date) -> dict[int, list[str]]:
    found = policies.lines_open_to(actor, today).filter(opportunity_id__in=listed(ids))
    by_opportunity: dict[int, list[str]] = defaultdict(list)
    for pk, name in found.values_list("opportunity_id", "product__name"):
        by_opportunity[pk].append(name)
    return by_opportunity


def _traits(owner: str, category: str, route: str, products: list[str]) -> frozenset[Trait]:
    said = {("owner", owner), ("category", category), ("route", route), *(("product", name) for name in products)}
    return frozenset((what, which) for what, which in said if which)
