"""One form for what reads the same: full and half width, upper and lower case, traditional and simplified, accents."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

# Signs that some write and others leave out: O'Brien, 安娜·费舍尔, xi'an, a word in "quotes".
SILENT = frozenset("'’‘`´\"“”\\·•・‧\u200b\u200c\u200d\ufeff")
DROPPED = dict.fromkeys(map(ord, SILENT))
HAN = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x3FFFF), (0xF900, 0xFAFF), (0x3007, 0x3007),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its one form; `at` says from which character of the original each character came."""

    text: str
    at: tuple[int, ...]


def is_han(char: str) -> bool:
    code = ord(char)
    return any(first <= code <= last for first, last in HAN)


def fold(text: str) -> str:
    """The one form of a text, words apart by single spaces, none between Chinese characters."""
    plain = text.lower().translate(DROPPED) if text.isascii() and text.isprintable() else "".join(map(_char, text))
    if " " not in plain:
        return plain
    return " ".join(plain.split()) if plain.isascii() else folded(text).text


def folded(text: str) -> Folded:
    """The one form with the way back, to mark what was found."""
    kept: list[tuple[str, int]] = []
    gap = False
    for place, char in enumerate(text):
        for one in _char(char):
            if one == " ":
                gap = bool(kept)
                continue
            if gap and not (is_han(one) and is_han(kept[-1][0])):
                kept.append((" ", place - 1))
            gap = False
            kept.append((one, place))
    return Folded("".join(one for one, _place in kept), tuple(place for _one, place in kept))


@cache
def _char(char: str) -> str:
    """What one character reads as: itself, another, several, or nothing."""
    if char in SILENT:
        return ""
    if char.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", char).casefold()
    if not is_han(char):
        plain = "".join(one for one in unicodedata.normalize("NFD", plain) if not unicodedata.combining(one))
    simple = _simplified()
    return "".join(simple.get(one, one) for one in plain if one not in SILENT and one.isprintable())


@cache
def _simplified() -> dict[str, str]:
    """Traditional character → simplified, one to one, so that places in a text stay what they are."""
    chars = [chr(code) for first, last in HAN for code in range(first, min(last, 0x2FA1F) + 1)]
    simple = OpenCC("t2s").convert("\n".join(chars)).split("\n")
    return {old: new for old, new in zip(chars, simple, strict=True) if old != new and len(new) == 1}
