"""vCards 2.1, 3.0 and 4.0 to rows, as phones and mail programs write them. vobject unfolds and decodes the lines."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _
from vobject import base as vobject
from vobject.vcard import splitFields

from shapan.imports.rules import cards
from shapan.imports.rules.cards import Property

BEGINS = re.compile(rb"\s*begin\s*:\s*vcard", re.IGNORECASE)
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
DECLARED = re.compile(rb"charset=([\w-]+)", re.IGNORECASE)
STRUCTURED = {"N", "ORG"}


@dataclass(slots=True)
class Card:
    """One card: the line it begins at, what it says, or why it cannot be read."""

    number: int
    properties: list[Property] = field(default_factory=list)
    trouble: str = ""


def is_vcard(start: bytes) -> bool:
    """Whether a file that begins so holds vCards."""
    for mark, encoding in MARKS.items():
        if start.startswith(mark):
            start = start[: len(start) // 2 * 2].decode(encoding, "ignore").encode()
    return bool(BEGINS.match(start))


def read(path: Path) -> tuple[list[tuple[int, tuple[str, ...], str]], Counter]:
    """(line, cells, trouble) of each card under `cards.HEADERS`, and what was left out on purpose."""
    rows, left_out = [], Counter()
    for card in _cards(decoded(path.read_bytes())):
        person = cards.person(card.properties)
        trouble = card.trouble or (_("This card is a company's, not a person's.") if person.is_company else "")
        rows.append((card.number, tuple(person.cells[name] for name in cards.HEADERS), trouble))
        left_out += person.left_out
    return rows, left_out


def decoded(raw: bytes) -> str:
    """UTF-8, UTF-16 by its mark, the character set the cards themselves name, or GB18030."""
    for mark, encoding in MARKS.items():
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    named = [name.decode() for name in dict.fromkeys(DECLARED.findall(raw))]
    unfolded = re.sub(rb"\r?\n[ \t]", b"", raw)  # some phones fold in the middle of a letter
    for text, encoding in [(raw, "utf-8"), (unfolded, "utf-8"), *((raw, name) for name in named), (raw, "gb18030")]:
        try:
            return text.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("utf-8", "replace")


def _cards(text: str) -> Iterator[Card]:
    card, depth = None, 0
    for line, number in vobject.getLogicalLines(io.StringIO(text)):
        words = line.strip().upper().replace(" ", "")
        if words.startswith("BEGIN:"):
            depth += 1
            card = card or Card(max(number, 1))  # theirs begins at 0 and goes on at 2
        elif words.startswith("END:") and card is not None:
            depth -= 1
            if depth <= 0:
                yield _labelled(card)
                card, depth = None, 0
        elif card is not None and depth == 1:  # deeper stands another's card, an assistant's
            _add(card, line)
    if card is not None:
        card.trouble = _("The card is cut off: it does not end.")
        yield _labelled(card)


def _add(card: Card, line: str) -> None:
    """A line that is no property, as of a picture folded wrongly, says nothing;
    one that nobody can decode spoils the card.
    """
    try:
        said = _content(line)
    except vobject.ParseError:
        return
    except (UnicodeDecodeError, LookupError, ValueError):
        card.trouble = _("A line of this card is in an encoding that nobody knows: “{line}”.").format(line=line[:40])
        return
    types = {word.strip().lower() for given in said.params.get("TYPE", []) for word in given.split(",")}
    types |= {word.lower() for word in said.singletonparams}
    if said.group:
        types.add(f"group:{said.group.lower()}")
    parts = _split(said.value) if said.name in STRUCTURED else (_unescaped(said.value),)
    card.properties.append(Property(said.name.upper(), parts, frozenset(types)))


def _content(line: str):
    try:
        return vobject.textLineToContentLine(line)
    except UnicodeDecodeError:  # quoted, without saying in which character set: not UTF-8, then
        return vobject.textLineToContentLine(re.sub("(?i)quoted-printable", r"\g<0>;CHARSET=GB18030", line, count=1))


def _labelled(card: Card) -> Card:
    """Apple writes what kind of number it is on a line of its own, in the same group: item1.X-ABLabel."""
    labels: dict[str, set[str]] = {}
    for one in card.properties:
        if one.name == "X-ABLABEL":
            for group in one.types:
                labels.setdefault(group, set()).add(one.text.lower())
    card.properties = [
        Property(one.name, one.parts, one.types.union(*(labels.get(group, ()) for group in one.types)))
        for one in card.properties
    ]
    return card


def _split(value: str) -> tuple[str, ...]:
    return tuple(" ".join(part) if isinstance(part, list) else part for part in splitFields(value))


def _unescaped(value: str) -> str:
    return re.sub(r"\\([nN\\;,:])", lambda found: " " if found[1] in "nN" else found[1], value)
