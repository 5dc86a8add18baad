"""Trees by parent: nobody stands above himself."""

from collections.abc import Hashable, Mapping
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
