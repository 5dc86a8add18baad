"""Where other parts of the product say what a gate asks of them: tenders below say whether we may take part and whether
the quiet period is clear (hooks.py), fulfilment above may say acceptance, cash and claims. What nobody provides is not
known yet, and is no zero.
"""

from collections.abc import Callable

from shapan.projects.terms import Check

SILENT = object()  # what a source answers when it knows nothing that bears on this opportunity
_SOURCES: dict[Check, Callable[..., object]] = {}


def provide(check: Check, read: Callable[..., object]) -> None:
    """`read(actor=…, opportunity_id=…, today=…)` says whether the line is met; None: unknown; SILENT: nothing."""
    _SOURCES[check] = read


def told(**who) -> dict[Check, bool | None]:
    found = {check: read(**who) for check, read in _SOURCES.items()}
    return {check: answer for check, answer in found.items() if answer is not SILENT}
