"""Where upper apps hang their sentences and their names; the journal itself knows neither persons nor accounts.

A sentence is a lazy translated text with placeholders, each the name of one of the event's particulars:
"{actor} put {person} into {post}". A placeholder whose value is an id needs a namer for its kind; ids a reader may
not see become "someone" or "something", so the sentence never tells more than the reader's own pages would. A word
of a closed list is said by its phrase, never by its code.
"""

from collections.abc import Callable, Mapping
from datetime import date

SENTENCES: dict[str, object] = {}
NAMERS: dict[str, Callable[..., dict[int, str]]] = {}
KINDS: dict[str, str] = {}
WORDS: dict[str, Mapping[str, object]] = {}
LABELS: dict[str, object] = {}


def tell(tag: str, sentence, *, words: Mapping[str, Mapping] | None = None, labels=None, **kinds: str) -> None:
    """Register the sentence of a tag; `kinds` says which particulars are ids, and of what: person="person".

    `words` holds the phrases of particulars that are words of a closed list: role=SEATS; `labels` the names that the
    reader knows the changed fields by. Kinds and words hold for the values of changed fields too.
    """
    SENTENCES[tag] = sentence
    for placeholder, kind in kinds.items():
        KINDS[f"{tag}/{placeholder}"] = kind
    for placeholder, phrases in (words or {}).items():
        WORDS[f"{tag}/{placeholder}"] = phrases
    for field, label in (labels or {}).items():
        LABELS[f"{tag}/{field}"] = label


def name_with(kind: str, namer: Callable[..., dict[int, str]]) -> None:
    """Register the source of names for one kind: namer(ids, actor=…, today=…) → {id: name}, what the actor may see."""
    NAMERS[kind] = namer


def names_for(kind: str, ids: set[int], *, actor, today: date) -> dict[int, str]:
    return NAMERS[kind](ids, actor=actor, today=today) if ids and kind in NAMERS else {}
