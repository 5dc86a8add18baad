"""One function for every text and every file name: what in it is restricted, where it stands and why."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

from shapan.compliance.rules.catalogue import CATALOGUE, HOSPITALITY, WITHIN
from shapan.compliance.terms import Category

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff'’‘`´]")
BETWEEN_HAN = re.compile(rf"(?<=[{HAN}])[\s\-_.·•・*/\\|~+\"“”()（）\[\]【】<>《》]+(?=[{HAN}])")
BETWEEN_WORDS = re.compile(r"[\s\-‐-―_/*\"“”]+")
ENTERTAINS = re.compile(HOSPITALITY.replace("…", WITHIN))


@dataclass(frozen=True, slots=True)
class Finding:
    """Something restricted: in which field, of which kind, in which words (in their one form)."""

    field: str
    category: Category
    found: str


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


@cache
def _phrases() -> tuple[tuple[Category, bool, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple((one.category, one.quiet, *one.compiled()) for one in CATALOGUE)


@cache
def _any() -> re.Pattern[str]:
    """Every phrase at once, without its exceptions: nearly every text is let go by this one look."""
    return re.compile("|".join(f"(?:{one.pattern.replace('…', WITHIN)})" for one in CATALOGUE))


def one_form(text: str) -> str:
    """As it reads, whatever it is written with: half width, lower case, simplified, nothing between characters."""
    plain = HIDDEN.sub("", unicodedata.normalize("NFKC", text)).lower()
    if not plain.isascii():
        plain = BETWEEN_HAN.sub("", _simplified().convert(plain))
    return BETWEEN_WORDS.sub(" ", plain)


def check(fields: Mapping[str, str], *, quiet: bool = False) -> tuple[Finding, ...]:
    """What is restricted in these texts and file names, each kind once for a field. `quiet`: a tender of this customer
    is in its quiet period, and words count that are ordinary otherwise.
    """
    findings: dict[tuple[str, Category], Finding] = {}
    for field, text in fields.items():
        form = one_form(text)
        if not _any().search(form):
            continue
        for category, only_quiet, pattern, exempt in _phrases():
            if only_quiet and not quiet:
                continue
            found = _outside(pattern, exempt, form)
            if found:
                findings.setdefault((field, category), Finding(field, category, found))
    return tuple(findings.values())


def entertains(fields: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that tell of a meal, a gift or an outing."""
    return tuple(field for field, text in fields.items() if ENTERTAINS.search(one_form(text)))


def _outside(pattern: re.Pattern[str], exempt: re.Pattern[str] | None, form: str) -> str:
    """The first match that no ordinary phrase covers."""
    ordinary = [match.span() for match in exempt.finditer(form)] if exempt else []
    for match in pattern.finditer(form):
        if not any(start < match.end() and match.start() < end for start, end in ordinary):
            return match.group()
    return ""
