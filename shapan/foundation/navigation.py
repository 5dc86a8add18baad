"""The places of the product, as the frame of every page shows them.

An app registers its entry in its own hooks.py, so the frame never needs to know which apps exist.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `act` marks a thing to do rather than a place to be: the raised button of the phone's bar; `aside` a
    place that is seldom needed and stands in the person's own menu; `desk` one that stands there on a phone, whose
    bar holds five.
    """

    label: str  # lazy, so that each reader meets it in their own language
    icon: str
    url_name: str
    order: int
    act: bool = False
    aside: bool = False
    desk: bool = False


class Item(NamedTuple):
    """An entry as one page shows it."""

    label: str
    icon: str
    url: str
    act: bool
    current: bool
    aside: bool
    desk: bool


_entries: dict[str, Entry] = {}


def register(entry: Entry) -> None:
    _entries[entry.url_name] = entry


def entries() -> list[Entry]:
    """Every entry whose address exists, in order."""
    return [entry for entry in sorted(_entries.values(), key=lambda e: e.order) if _url(entry)]


def items(path: str) -> list[Item]:
    """Every entry; the one that `path` lies under is marked as current."""
    found = [(entry, _url(entry)) for entry in entries()]
    around = [url for entry, url in found if not entry.act and _lies_under(path, url)]
    here = max(around, key=len, default=None)
    return [Item(entry.label, entry.icon, url, entry.act, url == here, entry.aside, entry.desk) for entry, url in found]


def _url(entry: Entry) -> str | None:
    try:
        return reverse(entry.url_name)
    except NoReverseMatch:
        return None


def _lies_under(path: str, url: str) -> bool:
    """Only the front page lies under the front page: everything would."""
    return path == url if url == "/" else path.startswith(url)
