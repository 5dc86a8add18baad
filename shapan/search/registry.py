"""Where upper apps say what of theirs can be found, and what can be done from the search box."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from shapan.search.rules.documents import Document


@dataclass(frozen=True, slots=True)
class Shown:
    """One row as the list of what was found shows it. `name` is marked where it matched."""

    name: str
    where: str
    url: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that can be found.

    `number` keeps its rows apart in the index: never reused, never changed. `rows` are all of them, for a rebuild;
    `documents(ids)` what can be found of some. `open_to(actor, today)` is the policy's queryset and `key` its column
    that names the thing: whatever it leaves out is not found. `shown(ids, actor=…, today=…)` reads what the list
    shows, by policy once more.
    """

    name: str
    number: int
    label: object  # lazy, as a heading
    icon: str
    rows: Callable[[], QuerySet]
    documents: Callable[[Sequence[int]], dict[int, Document]]
    open_to: Callable[..., QuerySet]
    shown: Callable[..., dict[int, Shown]]
    key: str = "pk"
    source: str = ""  # what `sources` calls it, when that is another word
    is_place: bool = False  # an account: its name beside another word says where to look
    is_named: bool = True  # has names, which are found whole or by their beginning first; otherwise prose
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do or a page to go to. With `fields` it is posted, else it is a link.

    `kind`: a command for things of that kind that were found; its words name the thing as {name}, its address takes
    the thing's id, and `allowed(ids, actor=…, today=…)` says for which of them.
    """

    words: object  # lazy
    icon: str
    url_name: str
    fields: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    allowed: Callable[..., set[int]] | None = None


_kinds: dict[str, Kind] = {}
_followers: dict[str, list[tuple[str, Callable[[Sequence[int]], Iterable[int]]]]] = {}
_commands: list[Command] = []


def find(kind: Kind) -> None:
    """Register a kind."""
    if any(other.number == kind.number and other.name != kind.name for other in _kinds.values()):
        raise ValueError(f"The number {kind.number} is taken.")
    _kinds[kind.name] = kind


def follow(kind: str, follower: str, ids: Callable[[Sequence[int]], Iterable[int]]) -> None:
    """Things of the kind `follower` may be seen through things of `kind`: ids(ids of kind) → theirs."""
    _followers.setdefault(kind, []).append((follower, ids))


def offer(command: Command) -> None:
    """Register a command."""
    _commands.append(command)


def kinds() -> list[Kind]:
    return sorted(_kinds.values(), key=lambda kind: kind.number)


def kind(name: str) -> Kind:
    return _kinds[name]


def followers(name: str) -> list[tuple[str, Callable[[Sequence[int]], Iterable[int]]]]:
    return _followers.get(name, [])


def commands() -> list[Command]:
    return list(_commands)
