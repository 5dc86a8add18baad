"""How alike two entries are, from 0 to 1, with the parts that say why. Pure.

Each sign in common leaves less room for chance: likeness = 1 - (1 - what the name says) x (1 - weight) x … over the
other signs. A shared phone or mail box under different names is weak (an assistant's, a switchboard's), and the same
company says nothing about people whose names differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from shapan.duplicates.rules import names
from shapan.duplicates.terms import Sign

ORDER = {Sign.MAIL: "1", Sign.PHONE: "2", Sign.NAME: "3", Sign.PINYIN: "4"}  # keys that tell most come first

LONGEST = 200


@dataclass(frozen=True, slots=True)
class At:
    """A company that a person worked at, or that stands above a company."""

    id: int
    name: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What is compared of one entry."""

    name: str
    latin_name: str = ""
    mails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    companies: tuple[At, ...] = ()
    id: int | None = None
    is_person: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One sign in common: how much of it (0 to 1), what it may add at the most, and what it is."""

    sign: Sign
    value: float
    weight: float
    what: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    value: float
    parts: tuple[Part, ...]

    @property
    def percent(self) -> int:
        return round(100 * self.value)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign says at the most. `queue` and `hint` are the likenesses from which people are asked."""

    name: float = 0.55
    pinyin: float = 0.45
    phone: float = 0.6
    mail: float = 0.85
    company: float = 0.45
    company_name: float = 0.7  # companies choose names that nobody else has
    unlike: float = 0.6  # what is left of phone and mail when the names differ
    near: float = 0.8  # names written less alike than this differ
    near_in_sound: float = 0.85
    handover_days: int = 180  # from one post to the next
    queue: float = 0.6
    hint: float = 0.5


def keys(look: Look) -> frozenset[str]:
    """What two entries must share, at least once, to be compared at all."""
    said = names.person_name(look.name) if look.is_person else names.company_name(look.name)
    found = {(Sign.MAIL, names.mail_address(mail)) for mail in look.mails}
    found |= {(Sign.PHONE, names.phone_tail(phone)) for phone in look.phones}
    found |= {(Sign.NAME, said)} | {(Sign.PINYIN, name) for name in _letters(look)}
    return frozenset(f"{ORDER[sign]}{value}"[:LONGEST] for sign, value in found if len(value) > 1)


def likeness(one: Look, other: Look, weights: Weights = Weights()) -> Likeness:
    """1 is never reached: only people know for certain."""
    called = _names(one, other, weights)
    same_name = called.value if called else 0.0
    left = weights.unlike if not called else 1.0
    parts = [called, *_points(one, other, weights, left)]
    if called:
        parts.append(_companies(one, other, weights, same_name))
    found = tuple(part for part in parts if part is not None)
    chance = 1.0
    for part in found:
        chance *= 1 - part.weight * part.value
    if _one_above_the_other(one, other):
        chance = 1 - (1 - chance) / 3
    return Likeness(1 - chance, found)


def _names(one: Look, other: Look, weights: Weights) -> Part | None:
    if not one.is_person:
        same = names.company_name(one.name) == names.company_name(other.name)
        sounds = bool(_letters(one) & _letters(other))
        if same:
            return Part(Sign.NAME, 1.0, weights.company_name, other.name)
        return Part(Sign.PINYIN, 1.0, weights.pinyin, names.sound(other.name)) if sounds else None
    mine, theirs = names.person_name(one.name), names.person_name(other.name)
    written = fuzz.token_sort_ratio(mine, theirs) / 100
    heard = 1.0 if _letters(one) & _letters(other) else _heard(one, other)
    by_name = weights.name * written if written >= weights.near else 0
    by_sound = weights.pinyin * heard if heard >= weights.near_in_sound else 0
    if not by_name and not by_sound:
        return None
    if by_name >= by_sound:
        return Part(Sign.NAME, written, weights.name, other.name)
    return Part(Sign.PINYIN, heard, weights.pinyin, names.sound(theirs, of_person=True))


def _heard(one: Look, other: Look) -> float:
    mine, theirs = (names.sound(names.person_name(look.name), of_person=True) for look in (one, other))
    return fuzz.token_sort_ratio(mine, theirs) / 100


def _letters(look: Look) -> set[str]:
    said = [names.person_name(look.name), names.person_name(look.latin_name)] if look.is_person else []
    if not look.is_person:
        said = [names.company_name(look.name)]
    return {names.letters(name, of_person=look.is_person) for name in said if name}


def _points(one: Look, other: Look, weights: Weights, left: float) -> Iterable[Part | None]:
    same_mail = {names.mail_address(m) for m in one.mails} & {names.mail_address(m) for m in other.mails}
    if same_mail:
        yield Part(Sign.MAIL, left, weights.mail, min(same_mail))
    tails = {names.phone_tail(phone) for phone in one.phones} - {""}
    same_phone = sorted(phone for phone in other.phones if names.phone_tail(phone) in tails)
    if same_phone:
        yield Part(Sign.PHONE, left, weights.phone, same_phone[0])


def _companies(one: Look, other: Look, weights: Weights, called: float) -> Part | None:
    """The same company, or one left at the time the other came: the director who moved and was written down again."""
    mine = {at.id for at in one.companies}
    shared = [at for at in other.companies if at.id in mine]
    if shared:
        return Part(Sign.COMPANY, called, weights.company, shared[0].name)
    for left, came in ((one, other), (other, one)):
        for old in left.companies:
            for new in came.companies:
                if _follows(old, new, weights.handover_days):
                    return Part(Sign.COMPANY, 0.6 * called, weights.company, f"{old.name} → {new.name}")
    return None


def _follows(old: At, new: At, days: int) -> bool:
    return old.until is not None and new.since is not None and abs((new.since - old.until).days) <= days


def _one_above_the_other(one: Look, other: Look) -> bool:
    if one.is_person:
        return False
    return any(at.id == other.id for at in one.companies) or any(at.id == one.id for at in other.companies)
