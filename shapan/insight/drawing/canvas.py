"""The sand table written as SVG: placed cards, lines, links and the path of introduction, in as few bytes as go.

Five hundred cards must be light, so the markup is written here, card by card, and not by a template: what all cards
share stands once in <defs>, what differs is a class, and colours are the style sheet's. No Django, no words of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from shapan.insight.drawing import text
from shapan.insight.drawing.organisation import FRAME, Layout, Place

W, H = FRAME.width, FRAME.height
LEFT, RIGHT, BAR = 16, W - 14, 65
NAME, SMALL = 13, 11


@dataclass(frozen=True, slots=True)
class CardIn:
    """What a card shows. `look` is its classes, `frame` which of the three drawn frames it stands in. Numbers of the
    bar are None where unknown or not set.
    """

    key: str
    href: str
    look: str
    frame: str
    name: str
    codes: str = ""
    title: str = ""
    owner: str = ""
    kinds: str = ""
    days: str = ""
    number: str = ""
    level: int | None = None
    target: int | None = None
    rival: int | None = None
    warning: bool = False
    locked: bool = False


@dataclass(frozen=True, slots=True)
class LinkIn:
    """One person to another, of one of the three classes drawn as curves, opening at its evidence."""

    look: str
    href: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class FoldIn:
    """The handle under a boss: open (`count` 0) or holding so many, with the worst there."""

    key: str
    href: str
    count: int
    look: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the canvas."""

    layout: Layout
    cards: Sequence[CardIn]
    links: Sequence[LinkIn]
    folds: Sequence[FoldIn]
    path: Sequence[str]
    tray_name: str
    top: int


PILL = f'x="{RIGHT - 20}" y="7" width="24" height="17" rx="8.5"'
ARROW = 'viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"'
DEFS = (
    "<defs>"
    f'<g id="ck"><rect class="g" width="{W}" height="{H}" rx="7"/>'
    f'<path class="e" d="M7 0a7 7 0 0 0-7 7v{H - 14}a7 7 0 0 0 7 7z"/>'
    f'<rect class="p" {PILL}/><path class="b" d="M{LEFT} {BAR}H{RIGHT}"/></g>'
    f'<g id="cu"><rect class="g u" width="{W}" height="{H}" rx="7"/>'
    f'<rect class="u" {PILL}/><path class="b u" d="M{LEFT} {BAR}H{RIGHT}"/></g>'
    f'<g id="cv"><rect class="g u" width="{W}" height="{H}" rx="7"/></g>'
    '<g id="cl"><path d="M0 5h8v6h-8zM1.8 5v-2a2.2 2.2 0 0 1 4.4 0v2"/></g>'
    f'<marker id="ma" {ARROW}><path class="ma" d="M0 0l8 4-8 4z"/></marker>'
    f'<marker id="mp" {ARROW}><path class="mp" d="M0 0l8 4-8 4z"/></marker>'
    "</defs>"
)


def write(sheet: Sheet) -> str:
    """What stands inside the <svg>."""
    layout = sheet.layout
    up = {line.below: line.above for line in layout.lines}
    parts = [DEFS]
    if layout.tray:
        x, y, width, height = layout.tray
        parts.append(
            f'<g class="tray"><rect x="{x}" y="{y}" width="{width}" height="{height}" rx="10"/>'
            f'<text x="{x + FRAME.gap}" y="{y + 22}">{escape(sheet.tray_name)}</text></g>'
        )
    parts.append('<g class="rs" aria-hidden="true">')  # a short way for the pointer; cards and the list say the same
    parts += [
        f'<a href="posts/{line.below.partition("-")[0]}/" tabindex="-1"><path d="{line.path}"/></a>'
        if "~" not in line.below
        else f'<path d="{line.path}"/>'
        for line in layout.lines
    ]
    parts.append("</g>")
    parts += _links(sheet.links, layout.places)
    parts += _path(sheet.path, layout.places)
    parts += [_card(card, layout.places[card.key], up.get(card.key), sheet.top) for card in sheet.cards]
    parts += [_fold(fold, layout.places[fold.key]) for fold in sheet.folds]
    return "".join(parts)


def _card(card: CardIn, place: Place, boss: str | None, top: int) -> str:
    x, y = place
    room = RIGHT - 24 - LEFT - text.width(card.codes, SMALL) - 6 * bool(card.codes) - 13 * card.locked
    title_room = RIGHT - LEFT - (text.width(card.owner, SMALL) + 6 if card.owner else 0)
    kinds_room = RIGHT - LEFT - text.width(card.days, SMALL) - 6
    name = escape(text.fit(card.name, room, NAME))
    if card.codes:
        name += f'<tspan class="c" dx="6">{card.codes}</tspan>'
    words = [
        f'<a id="c{card.key}" class="n {card.look}" href="{escape(card.href)}" transform="translate({x} {y})"'
        + (f' data-up="{boss}">' if boss else ">"),
        f'<use href="#{card.frame}"/><text class="a" x="{LEFT}" y="21">{name}</text>',
        f'<text x="{LEFT}" y="37">{escape(text.fit(card.title, title_room, SMALL))}</text>' if card.title else "",
        f'<text class="o" x="{RIGHT}" y="37">{escape(card.owner)}</text>' if card.owner else "",
        f'<text class="k" x="{LEFT}" y="53">{escape(text.fit(card.kinds, kinds_room, SMALL))}</text>'
        if card.kinds
        else "",
        f'<text class="d" x="{RIGHT}" y="53">{escape(card.days)}</text>' if card.days else "",
        f'<text class="v" x="{RIGHT - 8}" y="20">{card.number}</text>' if card.number else "",
        f'<text class="w" x="{RIGHT - 24}" y="20">⚠</text>' if card.warning else "",
        f'<use class="lk" href="#cl" x="{RIGHT - 34}" y="9"/>' if card.locked else "",
        *_bar(card, top),
        "</a>",
    ]
    return "".join(words)


def _bar(card: CardIn, top: int) -> Iterable[str]:
    """Level now, the target's tick, the competitor's diamond: one bar from 0 to the highest level."""
    if card.level is not None:
        yield f'<path class="f" d="M{LEFT} {BAR}H{_along(max(card.level, 0), top) if card.level else LEFT + 8}"/>'
    if card.target is not None:
        yield f'<path class="t" d="M{_along(card.target, top)} {BAR - 5}v10"/>'
    if card.rival is not None:
        yield f'<path class="q" d="M{_along(card.rival, top)} {BAR - 5}l5 5-5 5-5-5z"/>'


def _along(level: int, top: int) -> int:
    return LEFT + round((RIGHT - LEFT) * max(level, 0) / top)


def _fold(fold: FoldIn, place: Place) -> str:
    x, y = place[0] + W // 2, place[1] + H
    sign = f"+{fold.count}" if fold.count else "−"
    half = 9 + 4 * (len(sign) - 1)
    return (
        f'<a id="h{fold.key}" class="h {fold.look}" href="{escape(fold.href)}" transform="translate({x} {y})" '
        f'aria-label="{escape(fold.words)}">'
        f'<rect x="{-half}" y="-8" width="{2 * half}" height="16" rx="8"/><text y="4">{sign}</text></a>'
    )


def _links(links: Iterable[LinkIn], places: Mapping[str, Place]) -> Iterable[str]:
    for link in links:
        curve = _curve(places[link.start], places[link.end])
        yield (
            f'<a class="x {link.look}" href="{link.href}" aria-hidden="true" tabindex="-1">'
            f'<path class="hit" d="{curve}"/><path d="{curve}"/></a>'
        )


def _path(keys: Sequence[str], places: Mapping[str, Place]) -> Iterable[str]:
    """The way from us: a numbered mark on each card, dashes between them."""
    if not keys:
        return
    yield '<g class="way">'
    for start, end in pairwise(keys):
        yield f'<path d="{_curve(places[start], places[end])}"/>'
    for key in keys:
        x, y = places[key]
        yield f'<rect x="{x - 4}" y="{y - 4}" width="{W + 8}" height="{H + 8}" rx="10"/>'
    yield "</g>"


def _curve(start: Place, end: Place) -> str:
    """From the side of one card to the side of the other; around the right of one column, over the heads of one row."""
    (x, y), (to_x, to_y) = start, end
    if y == to_y and abs(to_x - x) > 2 * W:
        return _arch(x + W // 2, to_x + W // 2, y)
    y, to_y = y + H // 2, to_y + H // 2
    if abs(to_x - x) < W:
        out = max(x, to_x) + W + FRAME.gap
        return f"M{x + W} {y}C{out} {y} {out} {to_y} {to_x + W} {to_y}"
    x, to_x = (x + W, to_x) if to_x > x else (x, to_x + W)
    lean = max(30, abs(to_x - x) // 2) * (1 if to_x > x else -1)
    return f"M{x} {y}C{x + lean} {y} {to_x - lean} {to_y} {to_x} {to_y}"


def _arch(x: int, to_x: int, y: int) -> str:
    head, lean = y - FRAME.drop - 14, 40 if to_x > x else -40
    over = f"C{x} {head} {x + lean} {head} {x + 2 * lean} {head}H{to_x - 2 * lean}"
    return f"M{x} {y}{over}C{to_x - lean} {head} {to_x} {head} {to_x} {y}"
