"""Places on the page of a lower app that an upper app fills from its hooks.py; the lower app knows nobody's name."""

from collections.abc import Callable

_FILLED: dict[str, list[tuple[str, Callable]]] = {}


def fill(place: str, template: str, read: Callable) -> None:
    """`read(**who)` gives what the template shows as `shown`, or None when there is nothing to show."""
    _FILLED.setdefault(place, []).append((template, read))


def parts(place: str, **who) -> list[tuple[str, object]]:
    """(template, what it shows) of everything that hangs there for this reader."""
    found = [(template, read(**who)) for template, read in _FILLED.get(place, ())]
    return [(template, shown) for template, shown in found if shown is not None]
