"""What was typed, and how the index is asked for it: first the whole name, then its beginning, then any place in it.

An expression is a term, or All or Any of expressions; each database says it in its own words.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from shapan.search.rules import documents as doc
from shapan.search.rules.folding import fold, is_han
from shapan.search.rules.readings import cuts, initials, is_spelt, syllables

LONGEST, MOST_WORDS = 60, 6
NOTHING = ""


@dataclass(frozen=True, slots=True)
class All:
    of: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Any:
    of: tuple["Expression", ...]


Expression = str | All | Any


def words(text: str) -> tuple[str, ...]:
    """What was typed, word by word, in the one form. Words do not cross a space even between Chinese characters."""
    plain = (fold(word).replace(" ", "") for word in text[: 4 * LONGEST].split())
    return tuple(word[:LONGEST] for word in plain if word)[:MOST_WORDS]


def every(of: Iterable[Expression]) -> Expression:
    kept = tuple(dict.fromkeys(of))
    return kept[0] if len(kept) == 1 else All(kept)


def some(of: Iterable[Expression]) -> Expression:
    kept = tuple(dict.fromkeys(one for one in of if one != NOTHING))
    return kept[0] if len(kept) == 1 else Any(kept) if kept else NOTHING


def whole(asked: tuple[str, ...]) -> Expression:
    return f"{doc.WHOLE}{''.join(asked)}"


def beginning(asked: tuple[str, ...]) -> Expression:
    first = asked[0][0]
    starts = [f"{doc.FIRST}{first}"]
    if first.isascii() and first.isalpha():
        starts.append(f"{doc.FIRST}{doc.READ}{first}")
    return every([*map(anywhere, asked), some(starts)])


def inside(asked: tuple[str, ...], places: tuple[frozenset[int], ...] = ()) -> Expression:
    """Every word somewhere; a word may also name one of these places, but not all words."""
    plain = [anywhere(word) for word in asked]
    if not any(places):
        return every(plain)
    placed = [some([word, at(here)]) for word, here in zip(plain, places, strict=True)]
    return every([*placed, some(plain)])


def at(places: Collection[int]) -> Expression:
    return some(f"{doc.PLACE}{place}" for place in sorted(places))


def anywhere(word: str) -> Expression:
    """As written, as read out, or as a part of a phone number or address."""
    return some([_written(word), _read(word), _part(word)])


def slipped(asked: tuple[str, ...]) -> Expression:
    """With a typing error in each longer word of letters; nothing when there is none."""
    if not any(map(doc.slips, asked)):
        return NOTHING
    return every(some(f"{doc.SLIP}{one}" for one in sorted(doc.slips(word))) or anywhere(word) for word in asked)


def _written(word: str) -> Expression:
    if len(word) == 1:
        return f"{doc.WORD}{word}" if word.isascii() else word
    threes = {three for three in doc.grams(word, 3) if three.isascii()}
    inside = {pair for three in threes for pair in (three[:2], three[1:])}
    return every(sorted(threes | (doc.grams(word, 2) - inside)))


def _read(word: str) -> Expression:
    """Letters as pinyin; Chinese characters among them as they are: 王jg, wang建国."""
    runs = _runs(word)
    if not any(kind == "letters" for kind, _run in runs) or any(kind == "others" for kind, _run in runs):
        return NOTHING
    asked = []
    for number, (kind, run) in enumerate(runs):
        ways: list[Expression]
        if kind == "letters":
            ways = [_way(way) for way in cuts(run) if number == len(runs) - 1 or _is_finished(way)]
        else:
            ways = [_written(run)]
        if not ways:
            return NOTHING
        asked.append(some(ways))
    return every(asked)


def _is_finished(way: tuple[str, ...]) -> bool:
    """Whether the last piece may be followed by another character."""
    return way[-1] in syllables() or way[-1] in {start for one in syllables() for start in initials(one)}


def _way(pieces: tuple[str, ...]) -> Expression:
    letters = "".join(piece[0] for piece in pieces)
    begun = sorted(doc.grams(letters, min(len(letters), 3))) if len(letters) > 1 else []
    spelt = [
        f"{doc.NEXT}{piece}{letter}" for piece, letter in zip(pieces, letters[1:], strict=False) if is_spelt(piece)
    ]
    return every([*(f"{doc.READ}{piece}" for piece in pieces), *(f"{doc.BEGUN}{some}" for some in begun), *spelt])


def _part(word: str) -> Expression:
    plain = doc.part_form(word)
    if len(plain) < doc.LEAST_PART or not plain.isascii():
        return NOTHING
    return every(f"{doc.PART}{gram}" for gram in sorted(doc.grams(plain, doc.LEAST_PART)))


def _runs(word: str) -> list[tuple[str, str]]:
    runs: list[tuple[str, str]] = []
    for char in word:
        kind = "han" if is_han(char) else "letters" if char.isascii() and char.isalpha() else "others"
        if runs and runs[-1][0] == kind:
            runs[-1] = (kind, runs[-1][1] + char)
        else:
            runs.append((kind, char))
    return runs
