"""How a customer decides, category by category."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shapan.accounts import queries as accounts
from shapan.decisions import policies
from shapan.decisions.rules import Band, Completeness, Known, completeness
from shapan.foundation.models import listed

FACTS = (
    "pk", "version", "account_id", "category", "model", "headquarters_id", "shortlisted", "reported", "authority",
    "collective_threshold", "procedure", "budget_source", "currency", "price_rank", "technology_rank",
    "relationship_rank", "calendar", "criteria", "acceptance_decider_id", "payment_decider_id", "source", "grade",
    "valid_to", "recorded_by__name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ModeFacts:
    """One way of deciding with its bands, the lowest first. Empty words and None are unknown."""

    id: int
    version: int
    account_id: int
    category: str
    model: str
    headquarters_id: int | None
    shortlisted: bool | None
    reported: bool | None
    authority: str
    collective_threshold: Decimal | None
    procedure: str
    budget_source: str
    currency: str
    price_rank: int | None
    technology_rank: int | None
    relationship_rank: int | None
    calendar: str
    criteria: str
    acceptance_decider_id: int | None
    payment_decider_id: int | None
    source: str
    grade: str
    valid_to: date | None
    recorded_by: str
    bands: tuple[Band, ...]
    headquarters: str = ""

    @property
    def completeness(self) -> Completeness:
        return completeness(
            Known(
                model=bool(self.model),
                authority=bool(self.authority),
                procedure=bool(self.procedure),
                bands=bool(self.bands),
                seats=bool(self.bands) and all(band.post_id for band in self.bands),
                calendar=bool(self.calendar),
                budget_source=bool(self.budget_source),
                criteria=bool(self.criteria or self.price_rank or self.technology_rank or self.relationship_rank),
                acceptance_decider=self.acceptance_decider_id is not None,
                payment_decider=self.payment_decider_id is not None,
            )
        )


def modes(*, actor, account_id: int, today: date) -> list[ModeFacts]:
    """Those in force, the one for everything else last."""
    found = _modes(policies.modes_open_to(actor, today).filter(account_id=account_id, ended_on=None), actor, today)
    return sorted(found, key=lambda mode: (not mode.category, mode.category))


def mode(*, actor, mode_id: int, today: date) -> ModeFacts | None:
    """None when there is no such way of deciding, or none that this actor may know of."""
    return next(
        iter(_modes(policies.modes_open_to(actor, today).filter(pk=mode_id, ended_on=None), actor, today)), None
    )


def modes_for(*, actor, account_ids, category: str, today: date) -> dict[int, ModeFacts]:
    """For each account the mode of this category, or else the one for everything."""
    found = policies.modes_open_to(actor, today).filter(
        account_id__in=listed(account_ids), ended_on=None, category__in=["", " ".join(category.split())]
    )
    return {one.account_id: one for one in sorted(_modes(found, actor, today), key=lambda one: one.category)}


def _modes(found, actor, today: date) -> list[ModeFacts]:
    rows = list(found.order_by("pk").values_list(*FACTS))
    bands = defaultdict(list)
    held = policies.bands_open_to(actor, today).filter(mode_id__in=listed([row[0] for row in rows]))
    for mode_id, amount_from, post_id in held.order_by("amount_from").values_list("mode_id", "amount_from", "post_id"):
        bands[mode_id].append(Band(amount_from, post_id))
    names = accounts.names({row[5] for row in rows} - {None}, actor=actor, today=today)
    return [ModeFacts(*row, bands=tuple(bands[row[0]]), headquarters=names.get(row[5], "")) for row in rows]
