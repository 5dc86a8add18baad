"""Reads of competitors at our customers."""

from dataclasses import dataclass
from datetime import date

from shapan.accounts import queries as accounts
from shapan.intelligence import policies


@dataclass(frozen=True, slots=True)
class Standing:
    competitor: str
    level: int
    observed_on: date
    statement: str


def competitors(*, actor, today: date) -> list[tuple[int, str]]:
    """Companies that the actor knows as competitors: open to the actor, or seen at an account that is. By name."""
    seen = policies.standings_open_to(actor, today).values_list("competitor_id", "competitor__name")
    known = dict(seen.distinct()) | accounts.competitors(actor=actor, today=today)
    return sorted(known.items(), key=lambda row: (row[1], row[0]))


def strongest_rivals(*, actor, account_ids, on: date, today: date) -> dict[tuple[int, int], Standing]:
    """For each (account, person): the best standing of any competitor, of what was last seen of each by that day."""
    rows = policies.standings_open_to(actor, today).filter(account_id__in=account_ids, observed_on__lte=on)
    rows = rows.order_by("observed_on", "pk").values_list(
        "account_id", "person_id", "competitor_id", "competitor__name", "level", "observed_on", "statement"
    )
    last = {(row[0], row[1], row[2]): Standing(*row[3:]) for row in rows}
    best: dict[tuple[int, int], Standing] = {}
    for (account_id, person_id, _competitor), standing in last.items():
        held = best.get((account_id, person_id))
        if held is None or standing.level > held.level:
            best[account_id, person_id] = standing
    return best
