"""The last reading of each indicator, with who read it and what it rests on."""

from dataclasses import dataclass
from datetime import date

from shapan.relationships import policies


@dataclass(frozen=True, slots=True)
class IndicatorRead:
    indicator: str
    value: float
    statement: str
    observed_on: date
    recorded_by: str


def indicator_readings(*, actor, account_id: int, on: date, today: date) -> dict[str, IndicatorRead]:
    """By indicator, as things stood on that day."""
    rows = policies.indicators_open_to(actor, today).filter(account_id=account_id, observed_on__lte=on)
    rows = rows.order_by("observed_on", "pk").values_list(
        "indicator", "value", "statement", "observed_on", "recorded_by__name"
    )
    return {row[0]: IndicatorRead(*row) for row in rows}
