"""Calendars as presets with the version of the law (domain.md §7.2): they propose days, and name what falls short.

Whole days. A preset is advice to be checked against the tender's own documents, which prevail.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from shapan.tenders.terms import Bond, Calendar, Day


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another at least, or at most, so many days. `back`: the first follows from the second."""

    start: Day
    end: Day
    article: str
    at_least: int | None = None
    at_most: int | None = None
    back: bool = False


@dataclass(frozen=True, slots=True)
class Cap:
    """A bond of at most so many percent."""

    bond: Bond
    percent: float
    article: str


@dataclass(frozen=True, slots=True)
class Preset:
    source: str
    version: date
    days: tuple[Day, ...]
    spans: tuple[Span, ...] = ()
    caps: tuple[Cap, ...] = ()


@dataclass(frozen=True, slots=True)
class Breach:
    """A span or a bond that is not what the rules ask; `given` is what it is."""

    span: Span | None
    cap: Cap | None
    given: float

    @property
    def article(self) -> str:
        found = self.span or self.cap
        return found.article if found else ""


PRESETS = {
    Calendar.CHINA: Preset(
        source="招标投标法 (2017-12-27), 招标投标法实施条例 (2019-03-02)",
        version=date(2019, 3, 2),
        days=(
            Day.ISSUED, Day.CLARIFY, Day.DEADLINE, Day.OPENING, Day.REPORT, Day.CANDIDATES, Day.CANDIDATES_END,
            Day.AWARD, Day.CONTRACT, Day.BOND_BACK,
        ),
        spans=(
            Span(Day.ISSUED, Day.DEADLINE, "招标投标法 24", at_least=20),
            Span(Day.CLARIFY, Day.DEADLINE, "招标投标法 23", at_least=15, back=True),
            Span(Day.DEADLINE, Day.OPENING, "招标投标法 34", at_most=0),
            Span(Day.REPORT, Day.CANDIDATES, "实施条例 54", at_most=3),
            Span(Day.CANDIDATES, Day.CANDIDATES_END, "实施条例 54", at_least=3),
            Span(Day.AWARD, Day.CONTRACT, "招标投标法 46", at_most=30),
            Span(Day.CONTRACT, Day.BOND_BACK, "实施条例 57", at_most=5),
        ),
        caps=(Cap(Bond.BID, 2.0, "实施条例 26"), Cap(Bond.PERFORMANCE, 10.0, "实施条例 58")),
    ),
    Calendar.EU: Preset(
        source="Directive 2014/24/EU; Directive 89/665/EEC as amended by 2007/66/EC",
        version=date(2014, 2, 26),
        days=(
            Day.ISSUED, Day.CLARIFY, Day.DEADLINE, Day.OPENING, Day.REPORT, Day.CANDIDATES, Day.CANDIDATES_END,
            Day.AWARD, Day.CONTRACT,
        ),
        spans=(
            Span(Day.ISSUED, Day.DEADLINE, "2014/24/EU 27(4)", at_least=30),
            Span(Day.CLARIFY, Day.DEADLINE, "2014/24/EU 53(2)", at_least=6, back=True),
            Span(Day.CANDIDATES, Day.CANDIDATES_END, "89/665/EEC 2a", at_least=10),
        ),
    ),
    Calendar.BANK: Preset(
        source="The borrower's bidding documents and the lender's procurement regulations",
        version=date(2026, 1, 1),
        days=(
            Day.ISSUED, Day.PREBID, Day.CLARIFY, Day.DEADLINE, Day.OPENING, Day.REPORT, Day.NO_OBJECTION,
            Day.CANDIDATES, Day.CANDIDATES_END, Day.AWARD, Day.CONTRACT,
        ),
    ),
    Calendar.CONCESSIONAL: Preset(
        source="The usual order of a Chinese concessional loan; to be confirmed with the lender",
        version=date(2026, 1, 1),
        days=(
            Day.PREFEASIBILITY, Day.COMMERCIAL, Day.HOST_REQUEST, Day.EMBASSY, Day.APPRAISAL, Day.FRAMEWORK, Day.LOAN,
            Day.EFFECTIVE, Day.ADVANCE,
        ),
    ),
}  # fmt: skip


def fill(calendar: Calendar, known: Mapping[Day, date]) -> dict[Day, date]:
    """The days that follow from those known, each at the limit the rules set; what is known stays."""
    days = dict(known)
    for span in PRESETS[calendar].spans:
        limit = timedelta(days=span.at_least if span.at_least is not None else span.at_most or 0)
        if not span.back and span.start in days:
            days.setdefault(span.end, days[span.start] + limit)
        elif span.back and span.end in days:
            days.setdefault(span.start, days[span.end] - limit)
    return days


def breaches(calendar: Calendar, days: Mapping[Day, date], bonds: Mapping[Bond, float]) -> tuple[Breach, ...]:
    """Every span and bond that is shorter or larger than the rules allow; what is unknown is no breach."""
    found = []
    for span in PRESETS[calendar].spans:
        if span.start in days and span.end in days:
            given = (days[span.end] - days[span.start]).days
            short = span.at_least is not None and given < span.at_least
            if short or given < 0 or (span.at_most is not None and given > span.at_most):
                found.append(Breach(span, None, given))
    over = [
        Breach(None, cap, bonds[cap.bond]) for cap in PRESETS[calendar].caps if bonds.get(cap.bond, 0) > cap.percent
    ]
    return (*found, *over)
