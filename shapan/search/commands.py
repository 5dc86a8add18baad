"""What can be done from the search box: pages to go to, settings, and things to do with what was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from shapan.foundation import navigation
from shapan.search import registry
from shapan.search.registry import Command
from shapan.search.rules import marking
from shapan.search.rules.documents import Document
from shapan.search.rules.marking import Piece
from shapan.search.rules.matching import Match, match

MOST = 6
THINGS = 2  # of one kind that commands are offered for


@dataclass(frozen=True, slots=True)
class Deed:
    """A command as the list shows it. With `fields` it is posted."""

    plain: str
    name: tuple[Piece, ...]
    icon: str
    url: str
    fields: tuple[tuple[str, str], ...]
    order: tuple


def all_deeds() -> tuple[Deed, ...]:
    """Before anything is typed: everything one can do without naming a thing."""
    return tuple(_deed(command, str(command.words), None, ()) for command in _general())


def deeds(asked: tuple[str, ...], named: Mapping[str, Mapping[int, str]], *, actor, today: date) -> tuple[Deed, ...]:
    """Commands whose words answer, in whichever language they were typed; and those for the things found."""
    found = []
    for command in _general():
        found += _answering(command, {}, (), asked)
    for command in registry.commands():
        things = dict(list(named.get(command.kind, {}).items())[:THINGS]) if command.kind else {}
        allowed = command.allowed(list(things), actor=actor, today=today) if things and command.allowed else set(things)
        for key, name in things.items():
            if key in allowed:
                found += _answering(command, {"name": name}, (key,), asked)
    return tuple(sorted(found, key=lambda deed: deed.order)[:MOST])


def _general() -> list[Command]:
    return [*_places(), *(command for command in registry.commands() if not command.kind)]


def _places() -> list[Command]:
    return [Command(entry.label, entry.icon, entry.url_name) for entry in navigation.entries()]


def _answering(command: Command, values: dict[str, str], args: tuple, asked: tuple[str, ...]) -> list[Deed]:
    said = tuple(dict.fromkeys(_said(command, language).format(**values) for language, _name in settings.LANGUAGES))
    matched = match(Document(names=said), asked)
    here = str(command.words).format(**values)
    return [_deed(command, here, matched, args, said)] if matched else []


def _said(command: Command, language: str) -> str:
    with override(language):
        return str(command.words)


def _deed(command: Command, here: str, matched: Match | None, args: tuple, said: tuple[str, ...] = ()) -> Deed:
    spans = matched.marks("names", said.index(here)) if matched and here in said else ()
    order = (*matched.order, here) if matched else (0,)
    return Deed(here, marking.pieces(here, spans), command.icon, _url(command, args), command.fields, order)


def _url(command: Command, args: tuple) -> str:
    return reverse(command.url_name, args=args)
