"""Pinyin: how a Chinese character may be read, and into which readings a row of letters may be cut."""

import re
from collections.abc import Iterator
from functools import cache

from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

DOUBLE = ("zh", "ch", "sh")
COMMON = range(0x4E00, 0x9FA6)  # the characters whose readings make up the table of syllables
WAYS = 16  # as many as five letters have; a longer row could be cut in hundreds of ways, nearly all far-fetched
FEW_LETTERS = 5


@cache
def readings(char: str) -> tuple[str, ...]:
    """Every reading without tones, the commonest first: 曾 is ceng and zeng, 单 dan, chan and shan."""
    toned = PINYIN_DICT.get(ord(char), "")
    plain = (variant for one in toned.split(",") for variant in _variants(to_normal(one)))
    return tuple(dict.fromkeys(one for one in plain if one.isascii() and one.isalpha()))


def _variants(syllable: str) -> tuple[str, ...]:
    """吕 is typed lv, lu or, as in passports, lyu."""
    if "v" not in syllable:
        return (syllable,)
    return tuple(syllable.replace("v", vowel) for vowel in ("v", "u", "yu"))


def initials(reading: str) -> tuple[str, ...]:
    """What stands for a reading when only its beginning is typed: z and zh for zhang."""
    return (reading[0], reading[:2]) if reading[:2] in DOUBLE else (reading[0],)


@cache
def syllables() -> frozenset[str]:
    toned = {one for code in COMMON for one in PINYIN_DICT.get(code, "").split(",") if one}
    return frozenset(plain for one in toned for plain in _variants(to_normal(one)) if plain.isascii())


@cache
def is_spelt(piece: str) -> bool:
    """Whether this can only be a whole syllable, and not the beginning of a longer one: jian, but not a."""
    return piece in syllables() and piece not in _beginnings()[0]


def cuts(letters: str) -> list[tuple[str, ...]]:
    """The ways to read letters as pinyin: whole syllables, initials, and at the end the beginning of a syllable."""
    if not re.fullmatch("[a-z]+", letters):
        return []
    ways = _cut(letters, 0, {})
    if len(letters) <= FEW_LETTERS:
        return ways
    return [way for way in ways if len(way) <= len(ways[0]) + 1]


def _cut(letters: str, start: int, known: dict[int, list[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    if start == len(letters):
        return [()]
    if start not in known:
        ways = [(piece, *rest) for piece in _pieces(letters, start)
                for rest in _cut(letters, start + len(piece), known)]  # fmt: skip
        known[start] = sorted(ways, key=lambda way: (len(way), way))[:WAYS]
    return known[start]


def _pieces(letters: str, start: int) -> Iterator[str]:
    for end in range(start + 1, min(start + 6, len(letters)) + 1):
        piece = letters[start:end]
        if piece in syllables() or piece in _beginnings()[end == len(letters)]:
            yield piece


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[str]]:
    """(what may stand for a syllable inside a row, what may at its end)."""
    inside = frozenset(start for one in syllables() for start in initials(one))
    return inside, frozenset(one[:end] for one in syllables() for end in range(1, len(one)))
