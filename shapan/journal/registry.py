"""Where upper apps hang their sentences and their names; the journal itself knows neither persons nor accounts.

A sentence is a lazy translated text with placeholders, each the name of one of the event's particulars:
"{actor} put {person} into {post}". A placeholder whose value is an id needs a namer for its kind; ids a reader may
not see become "someone" or "something", so the sentence never tells more than the reader's own pages would.
"""

from collections.abc import Callable
from datetime import date

SENTENCES: dict[str, object] = {}
NAMERS: dict[str, Callable[..., dict[int, str]]] = {}
KINDS: dict[str, str] = {}


def tell(tag: str, sentence, **kinds: str) -> None:
    """Register the sentence of a tag; `kinds` says which particulars are ids, and of what: person="person"."""
    SENTENCES[tag] = sentence
    for placeholder, kind in kinds.items():
        KINDS[f"{tag}/{placeholder}"] = kind


def name_with(kind: str, namer: Callable[..., dict[int, str]]) -> None:
    """Register the source of names for one kind: namer(ids, actor=…, today=…) → {id: name}, what the actor may see."""
    NAMERS[kind] = namer


def names_for(kind: str, ids: set[int], *, actor, today: date) -> dict[int, str]:
    return NAMERS[kind](ids, actor=actor, today=today) if ids and kind in NAMERS else {}
