"""Where other parts of the product say what a gate asks of them: tenders the flag of compliance and the quiet period,
fulfilment acceptance, cash and claims. What nobody provides is not known yet, and is no zero.
"""

from collections.abc import Callable

from shapan.projects.terms import Check

_SOURCES: dict[Check, Callable[..., bool | None]] = {}


def provide(check: Check, read: Callable[..., bool | None]) -> None:
    """`read(actor=…, opportunity_id=…, today=…)` says whether the line is met; None: unknown."""
    _SOURCES[check] = read


def told(**who) -> dict[Check, bool | None]:
    return {check: read(**who) for check, read in _SOURCES.items()}
