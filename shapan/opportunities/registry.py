"""What upper apps show beside an opportunity; the opportunity itself does not know them."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """A card of the opportunity's page: `rows` is called with actor, opportunity_id and today."""

    template: str
    rows: Callable


CARDS: list[Card] = []


def beside(template: str, rows: Callable) -> None:
    CARDS.append(Card(template, rows))


def cards(**who) -> list[tuple[str, list]]:
    return [(card.template, card.rows(**who)) for card in CARDS]
