"""What a visiting card says about somebody at work, and what of it is not for us to keep.

Only the business identity is taken: name, company, department, title, work addresses and numbers. The rest is counted,
so that the report can say that it was left out.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from shapan.imports.terms import LeftOut

HEADERS = ("key", "name", "latin_name", "account", "department", "title", "email", "phone")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
HOME = ("home", "private", "personal", "家", "住宅", "私人")
NO_VOICE = {"fax", "homefax", "workfax", "pager", "modem", "video", "textphone", "bbs", "pcs", "isdn"}
LONGEST_KEY = 200

SILENT = {
    "VERSION", "PRODID", "REV", "UID", "N", "FN", "ORG", "TITLE", "ROLE", "KIND", "CLASS", "SOURCE", "MAILER",
    "PROFILE", "SORT-STRING", "NAME", "X-ABLABEL", "X-ABSHOWAS", "X-ABUID", "BEGIN", "END", "CLIENTPIDMAP", "AGENT",
}  # fmt: skip
CLASSES: dict[LeftOut, tuple[str, ...]] = {
    LeftOut.PICTURE: ("PHOTO", "LOGO", "SOUND", "KEY", "THUMBNAILPHOTO"),
    LeftOut.PERSONAL: (
        "BDAY", "ANNIVERSARY", "X-ANNIVERSARY", "GENDER", "X-GENDER", "NICKNAME", "HOBBY", "INTEREST", "EXPERTISE",
        "RELATED", "X-SPOUSE", "X-CHILD", "X-ABRELATEDNAMES", "BIRTHPLACE", "DEATHDATE", "LANG", "X-ABDATE",
    ),
    LeftOut.ADDRESS: ("ADR", "LABEL", "GEO", "TZ"),
    LeftOut.NOTE: ("NOTE",),
    LeftOut.LINK: ("URL", "IMPP", "X-SOCIALPROFILE", "CALURI", "FBURL", "CALADRURI"),
}  # fmt: skip
CLASS_OF = {name: kind for kind, names in CLASSES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card, decoded: `parts` are the values between semicolons, `types` in lower case with its label."""

    name: str
    parts: tuple[str, ...]
    types: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts[:1]).split())


@dataclass(frozen=True, slots=True)
class Person:
    """A card as a row of `people`; `is_company`: it describes no person."""

    cells: dict[str, str]
    left_out: Counter[LeftOut] = field(default_factory=Counter)
    is_company: bool = False


def person(card: Sequence[Property]) -> Person:
    """The row a card makes."""
    left_out: Counter[LeftOut] = Counter()
    emails: list[str] = []
    phones: list[str] = []
    for one in card:
        if one.name in {"EMAIL", "TEL"}:
            kept = phones if one.name == "TEL" else emails
            if _is_private(one) or (one.name == "TEL" and one.types & NO_VOICE):
                left_out[LeftOut.PRIVATE] += 1
            elif one.text:
                kept.append(re.sub(r"^(tel|mailto):", "", one.text, flags=re.IGNORECASE))
        elif one.name not in SILENT and not one.name.startswith("X-PHONETIC"):
            left_out[CLASS_OF.get(one.name, LeftOut.OTHER)] += 1
    name, latin = _names(card)
    organisation = _first(card, "ORG").parts
    key = _first(card, "UID").text
    cells = {
        "key": key if len(key) <= LONGEST_KEY else "",
        "name": name,
        "latin_name": latin,
        "account": "".join(organisation[:1]).strip(),
        "department": " ".join(part.strip() for part in organisation[1:] if part.strip()),
        "title": _first(card, "TITLE").text or _first(card, "ROLE").text,
        "email": ";".join(dict.fromkeys(emails)),
        "phone": ";".join(dict.fromkeys(phones)),
    }
    company = _first(card, "X-ABSHOWAS").text.upper() == "COMPANY" or _first(card, "KIND").text in {"org", "group"}
    return Person(cells, left_out, company)


def _first(card: Sequence[Property], name: str) -> Property:
    return next((one for one in card if one.name == name and any(one.parts)), Property(name, ()))


def _is_private(one: Property) -> bool:
    return "work" not in one.types and any(word in kind for kind in one.types for word in HOME)


def _names(card: Sequence[Property]) -> tuple[str, str]:
    """The name as it is written, and in Latin letters when the card says it so too.

    Phones write 高远 as "远 高" or "高 远"; the name's own parts know the order.
    """
    said = _first(card, "FN").text
    family, given, *_rest = (*(part.strip() for part in _first(card, "N").parts), "", "")
    if HAN.search(family) and HAN.search(given):
        written = f"{family}{given}"
        return written, said if said and not HAN.search(said) else ""
    if HAN.search(said):
        return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", said), ""
    return said or (f"{family}{given}" if HAN.search(family + given) else f"{given} {family}".strip()), ""
