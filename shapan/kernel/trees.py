"""Trees by parent: whoever stands above comes first, and nobody stands above himself."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def is_beneath_itself(node: N, parents: Mapping[N, N | None]) -> bool:
    """Whether the way up from `node` leads back to it."""
    seen = {node}
    above = parents.get(node)
    while above is not None and above not in seen:
        seen.add(above)
        above = parents.get(above)
    return above == node


def upper_first(nodes: Iterable[N], above: Callable[[N], N | None]) -> tuple[list[N], list[N]]:
    """The nodes with whatever stands above them first, otherwise in their order; and those that close a circle.

    `above` may answer with something that is not among the nodes: that is known already and needs no place.
    """
    order: list[N] = []
    circular: list[N] = []
    waiting = dict.fromkeys(nodes)
    for node in list(waiting):
        way: dict[N, None] = {}
        here: N | None = node
        while here is not None and here in waiting and here not in way:
            way[here] = None
            here = above(here)
        if here is not None and here in way:
            closing = next(reversed(way))
            circular.append(closing)
            del way[closing], waiting[closing]
        for placed in reversed(way):
            order.append(placed)
            del waiting[placed]
    return order, circular
