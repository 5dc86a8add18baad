"""What of a row can be found, and under which terms the index keeps it.

A term is one or two characters of a text, three where they are letters or digits, or something longer with a mark
before it. `questions` asks for the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from operator import add

from shapan.search.rules.folding import fold, is_han
from shapan.search.rules.readings import readings

WHOLE, FIRST, WORD, READ, BEGUN, NEXT, SLIP, PART, PLACE = "=", "^", "<", "~", "+", ">", "?", "#", "@"
READ_WHOLE = 8  # ways to read a whole name that are kept: 单乐 has six
LONGEST_WHOLE = 60
LONGEST_READ = 10
LEAST_PART = 3
LEAST_SLIP = 4  # a word shorter than this has too many neighbours to guess at


@dataclass(frozen=True, slots=True)
class Document:
    """One row as search knows it. `names` are found by pinyin and with a typing error too, `parts` (phones and mail
    addresses) by three characters in a row, `prose` as it is written. `places` are the accounts through which somebody
    may come to see it.
    """

    names: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()
    places: frozenset[int] = frozenset()


def terms(document: Document, letter: str = "") -> str:
    """Parted by spaces, each with the letter of its kind before it; some may stand twice. A file brings thousands of
    rows a second through here.
    """
    said = [_marked(letter + PLACE, map(str, document.places))]
    said += [_of_name(name, letter) for name in document.names]
    mark = letter + PART
    for part in document.parts:
        own, sign, shared = part_form(part).partition("@")
        if sign:
            said.append(_of_host(shared, mark))
            own = f"{own}@{shared[:2]}"
        said.append(_marked(mark, [own[start : start + LEAST_PART] for start in range(len(own) - LEAST_PART + 1)]))
    said += [_marked(letter, _written(fold(text))) for text in document.prose]
    return " ".join(filter(None, said))


def _marked(mark: str, found: Iterable[str]) -> str:
    joined = f" {mark}".join(found)
    return mark + joined if joined else ""


@lru_cache(maxsize=5_000)
def _of_host(host: str, mark: str) -> str:
    """The half of a mail address that all colleagues share."""
    return _marked(mark, grams(f"@{host}", LEAST_PART))


@lru_cache(maxsize=50_000)
def _of_name(name: str, letter: str) -> str:
    """Titles and departments come again and again, names of persons often."""
    plain = fold(name)
    if not plain:
        return ""
    words = plain.split(" ")
    found = _written(plain)
    found.add(f"{FIRST}{plain[0]}")
    found.update([f"{WORD}{word[0]}" for word in words])
    found.update([f"{WHOLE}{whole}" for whole in wholes(plain)])
    found.update([f"{SLIP}{slip}" for word in words for slip in slips(word)])
    if not plain.isascii():
        found.update([f"{FIRST}{READ}{reading[0]}" for reading in _spoken(plain[0])])
        found.update(*map(_reads, plain), *map(_begin, plain, plain[1:]), *map(_begin, plain, plain[1:], plain[2:]))
        found.update(*map(_followed, plain, plain[1:]))
    return _marked(letter, found)


def _written(plain: str) -> set[str]:
    """Single letters and digits would be in nearly every row: they are kept as beginnings of words only."""
    found = {pair for pair in map(add, plain, plain[1:]) if " " not in pair}
    found.update([three for three in _threes(plain) if three.isascii() and " " not in three])
    return found if plain.isascii() else found.union([char for char in plain if not char.isascii()])


def _threes(plain: str) -> list[str]:
    """Of letters two in a row are in too many words: Johansson has every pair of Johanson."""
    return [plain[start : start + 3] for start in range(len(plain) - 2)]


def grams(plain: str, length: int) -> set[str]:
    return {plain[start : start + length] for start in range(len(plain) - length + 1)}


@cache
def _reads(char: str) -> frozenset[str]:
    """Every beginning of every reading of a Chinese character."""
    return frozenset(f"{READ}{one[:end]}" for one in _spoken(char) for end in range(1, len(one) + 1))


@lru_cache(maxsize=100_000)
def _begin(*chars: str) -> frozenset[str]:
    """The letters with which two or three characters side by side begin."""
    return frozenset(f"{BEGUN}{''.join(letters)}" for letters in product(*map(_begun, chars)))


@lru_cache(maxsize=100_000)
def _followed(char: str, following: str) -> frozenset[str]:
    """Each reading with the letter that follows it: 计划建设 holds jian and guo, but no jian before a g."""
    return frozenset(f"{NEXT}{one}{letter}" for one in _spoken(char) for letter in _begun(following))


@cache
def _spoken(char: str) -> tuple[str, ...]:
    return readings(char) if is_han(char) else ()


def wholes(plain: str) -> set[str]:
    """A whole name as it may be typed: itself, read out, by its initials."""
    found = {plain.replace(" ", "")}
    if len(plain) <= LONGEST_READ and all(map(is_han, plain)):
        spoken, begun = [""], [""]
        for char in plain:
            spoken = [before + one for before in spoken for one in _spoken(char)][:READ_WHOLE]
            begun = [before + one for before in begun for one in _begun(char)][:READ_WHOLE]
        found.update(spoken, begun)
    return {whole for whole in found if 0 < len(whole) <= LONGEST_WHOLE}


@cache
def _begun(char: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one[0] for one in _spoken(char)))


def part_form(part: str) -> str:
    """A phone number as its digits, whatever stands between them; a mail address as it is."""
    plain = fold(part).replace(" ", "")
    if any(map(str.isalpha, plain)):
        return plain
    return "".join(filter(str.isdigit, plain)) or plain


def slips(word: str) -> set[str]:
    """The word, and the word with one letter left out: two words share one of these when one slip parts them."""
    if len(word) < LEAST_SLIP or not word.isascii() or not word.isalpha():
        return set()
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}
