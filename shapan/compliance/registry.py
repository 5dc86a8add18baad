"""Where upper apps say which tenders are quiet; compliance itself knows no tender."""

from collections.abc import Callable

SOURCES: list[Callable] = []


def watch(source: Callable) -> None:
    """`source(actor=…, since=…, until=…, today=…, account_ids=…)` answers the quiet periods the actor may know of."""
    SOURCES.append(source)
