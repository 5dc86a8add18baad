"""Which orientation the customer's way of deciding speaks for; the arithmetic is in `opportunities.rules.elements`."""

from shapan.opportunities.terms import Orientation

FIRST = 1


def orientation(*, price: int | None, technology: int | None, relationship: int | None) -> Orientation:
    """By what the customer ranks first; balanced while that is unknown or shared."""
    ranks = {Orientation.PRICE: price, Orientation.TECHNOLOGY: technology, Orientation.RELATIONSHIP: relationship}
    first = [which for which, rank in ranks.items() if rank == FIRST]
    return first[0] if len(first) == 1 else Orientation.BALANCED
