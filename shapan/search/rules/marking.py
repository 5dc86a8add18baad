"""A text in pieces, those that matched marked; of long texts only what stands around."""

from collections.abc import Iterable
from typing import NamedTuple

from shapan.search.rules.documents import Document
from shapan.search.rules.matching import Match, Span

AROUND = 24  # characters on either side of what matched in prose


class Piece(NamedTuple):
    text: str
    marked: bool


def pieces(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    parts: list[Piece] = []
    done = 0
    for start, end in sorted(spans):
        if start > done:
            parts.append(Piece(text[done:start], False))
        if end > max(start, done):
            parts.append(Piece(text[max(start, done) : end], True))
        done = max(done, end)
    if done < len(text):
        parts.append(Piece(text[done:], False))
    return tuple(parts)


def excerpt(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """What matched with a little of what stands around it."""
    known = sorted(spans)
    first = max(0, known[0][0] - AROUND)
    last = min(len(text), max(known[0][1] + AROUND, first + 3 * AROUND))
    inside = [(start - first, min(end, last) - first) for start, end in known if start < last]
    cut = pieces(text[first:last], inside)
    return (
        *([Piece("…", False)] if first else []),
        *cut,
        *([Piece("…", False)] if last < len(text) else []),
    )


def marked(
    document: Document, matched: Match, name: str, where: str
) -> tuple[tuple[Piece, ...], tuple[Piece, ...], tuple[Piece, ...]]:
    """(name, where, note): marks lie in the name or the line beneath when the text stands there, else in a note."""
    lines: dict[str, list[Span]] = {name: [], where: []}
    note: tuple[Piece, ...] = ()
    for field, texts in (("names", document.names), ("parts", document.parts), ("prose", document.prose)):
        for number, text in enumerate(texts):
            spans = matched.marks(field, number)
            home = next((line for line in lines if text and text in line), None)
            if spans and home is not None:
                shift = home.find(text)
                lines[home] += [(start + shift, end + shift) for start, end in spans]
            elif spans and not note:
                note = excerpt(text, spans)
    return pieces(name, lines[name]), pieces(where, lines[where]), note
