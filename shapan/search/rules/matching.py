"""Whether a document answers a question, how well, and which characters show it.

The index narrows; this decides. What it finds without an index is what search must find with one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from rapidfuzz.distance import OSA

from shapan.search.rules.documents import LEAST_PART, Document, part_form, slips, wholes
from shapan.search.rules.folding import Folded, fold, folded, is_han
from shapan.search.rules.readings import initials, readings

Span = tuple[int, int]


class Rank(IntEnum):
    """The better, the smaller."""

    WHOLE = 0
    WHOLE_READ = 1
    BEGINS = 2
    BEGINS_READ = 3
    INSIDE = 4
    INSIDE_READ = 5
    PART = 6
    PROSE = 7
    SLIP = 8


READ = {Rank.WHOLE: Rank.WHOLE_READ, Rank.BEGINS: Rank.BEGINS_READ, Rank.INSIDE: Rank.INSIDE_READ}


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """Where one word stands: in which text of its kind, over which characters of the original."""

    rank: Rank
    rare: bool  # read as the character seldom is
    field: str
    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Match:
    """A document that answers: how well, and where each word stands."""

    rank: Rank
    rare: bool
    length: int  # of its name: the shorter, the more of it was typed
    found: tuple[Found, ...]

    @property
    def order(self) -> tuple[int, bool, int]:
        return self.rank, self.rare, self.length

    def marks(self, field: str, number: int) -> tuple[Span, ...]:
        return tuple(sorted({one.span for one in self.found if (one.field, one.number) == (field, number)}))


def match(
    document: Document, words: tuple[str, ...], places: tuple[frozenset[int], ...] = (), *, slip: bool = False
) -> Match | None:
    """Every word stands somewhere in the document, or names a place of it (`places`, word by word); one at least
    stands in it. `slip`: words of letters may have one typing error.
    """
    best: list[Found] = []
    shown: list[Found] = []
    for number, word in enumerate(words):
        found = sorted(_places_of(document, word, slip=slip))
        if found:
            best.append(found[0])
            # 王建国 Wang Jianguo: the name shows what was found, even where its twin in letters is nearer.
            shown.append(next((one for one in found if (one.field, one.number) == ("names", 0)), found[0]))
        elif not places or not (document.places & places[number]):
            return None
    if not best:
        return None
    rank = max(one.rank for one in best)
    if len(best) == len(words):
        rank = _whole(document, words, rank)
    length = min((len(name) for name in document.names), default=0)
    return Match(rank, any(one.rare for one in best), length, tuple(shown))


def _whole(document: Document, words: tuple[str, ...], rank: Rank) -> Rank:
    """A name of several words, typed in full, is found whole, though each word is only a part of it."""
    joined = "".join(words)
    for name in document.names:
        plain = fold(name)
        if joined == plain.replace(" ", ""):
            return Rank.WHOLE
        if joined in wholes(plain):
            rank = min(rank, Rank.WHOLE_READ)
    return rank


def _places_of(document: Document, word: str, *, slip: bool) -> Iterator[Found]:
    for number, name in enumerate(document.names):
        yield from _in_name(number, folded(name), word, slip=slip)
    for number, part in enumerate(document.parts):
        if (span := _in_part(part, word)) is not None:
            yield Found(Rank.PART, False, "parts", number, span)
    for number, text in enumerate(document.prose):
        plain = folded(text)
        start = plain.text.find(word) if len(word) > 1 or not word.isascii() else -1
        if start >= 0:
            yield Found(Rank.PROSE, False, "prose", number, _span(plain, start, start + len(word)))


def _in_name(number: int, name: Folded, word: str, *, slip: bool) -> Iterator[Found]:
    for start in range(len(name.text)):
        for end, read, rare in _ways(name.text, start, word):
            rank = Rank.INSIDE if start else Rank.BEGINS if end < len(name.text) else Rank.WHOLE
            yield Found(READ[rank] if read else rank, rare, "names", number, _span(name, start, end))
    if slip and (wrong := slips(word)):
        start = 0
        for other in name.text.split(" "):
            if wrong & slips(other) and OSA.distance(word, other, score_cutoff=1) <= 1:
                yield Found(Rank.SLIP, False, "names", number, _span(name, start, start + len(other)))
            start += len(other) + 1


def _ways(text: str, start: int, word: str) -> Iterator[tuple[int, bool, bool]]:
    """(end, read out, by a rare reading) for each way the word lies over the text from `start` on."""
    if len(word) == 1 and word.isascii():  # one letter or digit: the beginning of a word
        if text[start] == word and (start == 0 or text[start - 1] == " "):
            yield start + 1, False, False
    elif text.startswith(word, start):
        yield start + len(word), False, False
    if any(char.isascii() and char.isalpha() for char in word) and is_han_or_letters(word):
        yield from _read(text, start, word, 0, rare=False)


def _read(text: str, place: int, word: str, done: int, *, rare: bool) -> Iterator[tuple[int, bool, bool]]:
    """The rest of the word over the text from `place` on: characters as they are, or by how they are read."""
    if done == len(word):
        yield place, True, rare
        return
    if place == len(text) or not is_han(text[place]):
        return
    char = text[place]
    if word[done] == char:
        yield from _read(text, place + 1, word, done + 1, rare=rare)
        return
    for number, reading in enumerate(readings(char)):
        odd = rare or (number > 0 and place > 0)  # a surname is often read otherwise than the word
        rest = word[done:]
        if len(rest) < len(reading) and reading.startswith(rest):
            yield place + 1, True, odd
        for piece in {reading, *initials(reading)}:
            if rest.startswith(piece):
                yield from _read(text, place + 1, word, done + len(piece), rare=odd)


@cache
def is_han_or_letters(word: str) -> bool:
    return all(is_han(char) or (char.isascii() and char.isalpha()) for char in word)


def _in_part(part: str, word: str) -> Span | None:
    """Over the original, with the signs between the digits."""
    wanted = part_form(word)
    if len(wanted) < LEAST_PART or not wanted.isascii():
        return None
    start = part_form(part).find(wanted)
    if start < 0:
        return None
    form = part_form(part)
    at: list[int] = []
    for place, char in enumerate(part):
        plain = fold(char)
        if plain and len(at) < len(form) and plain == form[len(at)]:
            at.append(place)
    if len(at) < len(form):
        return 0, len(part)
    return at[start], at[start + len(wanted) - 1] + 1


def _span(text: Folded, start: int, end: int) -> Span:
    return text.at[start], text.at[end - 1] + 1
