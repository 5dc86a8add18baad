"""What contacts left to do: next steps whose day has come, and visits of which nobody has written what came out."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from shapan.interactions import policies
from shapan.interactions.queries.promises import paused_by, pauses
from shapan.interactions.rules import ONE_WAY

MOST = 50
UNTOLD = (
    "pk", "version", "account_id", "account__name", "kind", "held_on", "purpose", "next_step", "logged_by__name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One next step agreed in a contact."""

    interaction_id: int
    account_id: int
    account: str
    text: str
    on: date
    by: str
    paused: str  # the tender whose quiet period it waits for


@dataclass(frozen=True, slots=True)
class Untold:
    """One contact without an outcome: it does not count as effective until there is one."""

    interaction_id: int
    version: int
    account_id: int
    account: str
    kind: str
    held_on: date
    purpose: str
    next_step: str
    by: str


def steps_due(*, actor, since: date, until: date, today: date, owner_ids=None) -> list[Step]:
    """Next steps with a day in [since, until], the earliest first; without those that a later contact with one of the
    same people has overtaken.
    """
    found = policies.interactions_at(actor, today).filter(next_on__gte=since, next_on__lte=until)
    later = policies.participations_at(actor, today).filter(
        interaction__account_id=OuterRef("account_id"), interaction__held_on__gt=OuterRef("held_on"),
        person_id__in=policies.participations_at(actor, today)
        .filter(interaction=OuterRef(OuterRef("pk"))).values("person_id"),
    )  # fmt: skip
    rows = _of(found.exclude(next_step="").filter(~Exists(later)), owner_ids).order_by("next_on", "pk")
    found = list(
        rows.values_list("pk", "account_id", "account__name", "next_step", "next_on", "logged_by__name")[:MOST]
    )
    quiet = pauses(actor, {row[1] for row in found}, today)
    met = defaultdict(set)
    for interaction_id, person_id in _people(found) if quiet else ():
        met[interaction_id].add(person_id)
    return [Step(*row, paused_by(quiet, row[1], met[row[0]])) for row in found]


def without_outcome(*, actor, since: date, today: date, owner_ids=None) -> list[Untold]:
    """Contacts held since then of which nobody has written what came out, the latest first."""
    found = _of(_untold(actor, today).filter(held_on__gte=since, held_on__lte=today), owner_ids)
    return [Untold(*row) for row in found.order_by("-held_on", "-pk").values_list(*UNTOLD)[:MOST]]


def untold(*, actor, interaction_id: int, today: date) -> Untold | None:
    """One of them; None when there is none for this actor, or somebody has told meanwhile."""
    row = _untold(actor, today).filter(pk=interaction_id).values_list(*UNTOLD).first()
    return row and Untold(*row)


def _people(found):
    return policies.everybody_in([row[0] for row in found]).values_list("interaction_id", "person_id")


def _untold(actor, today: date):
    return policies.interactions_at(actor, today).filter(outcome="").exclude(kind__in=ONE_WAY)


def _of(found, owner_ids):
    return found if owner_ids is None else found.filter(logged_by_id__in=owner_ids)
