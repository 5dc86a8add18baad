"""The sand table page: a customer's organisation folded, laid out and drawn."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from shapan.foundation.templatetags.ui import initials, signed
from shapan.insight import phrases, sand_phrases
from shapan.insight.drawing import canvas
from shapan.insight.drawing.canvas import CardIn, FoldIn, LinkIn, Sheet
from shapan.insight.drawing.organisation import BROAD, NARROWER, Layout, lay_out
from shapan.insight.queries.organisation import Card, Organisation, Place, organisation
from shapan.insight.rules.folding import Folding, Post, fold
from shapan.insight.rules.introductions import Path
from shapan.interactions.terms import Warmth
from shapan.people.terms import LinkKind
from shapan.relationships import parameters

CLASSES = {
    LinkKind.INFLUENCES: "influence",
    LinkKind.MENTORED_BY: "influence",
    LinkKind.ALLIED: "alliance",
    LinkKind.CONFLICTS: "conflict",
}
COLD = frozenset({Warmth.COLD, Warmth.DORMANT, Warmth.NEVER})


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address says should be seen: folds, a person sought, layer and filter."""

    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    to: int | None = None
    layer: str = ""
    show: str = ""
    at: str = ""
    lit: tuple[str, ...] = ()  # posts of an approval path

    @property
    def kept(self) -> list[tuple[str, object]]:
        """What a form that changes day, layer or filter carries along."""
        said = {"open": ".".join(self.opened), "fold": ".".join(self.closed), "to": self.to, "lit": ".".join(self.lit)}
        return [(name, value) for name, value in said.items() if value]

    def address(self, **other: object) -> str:
        """The same view with something changed, as a query string."""
        said = {
            "at": self.at,
            "open": ".".join(self.opened),
            "fold": ".".join(self.closed),
            "to": self.to or "",
            "layer": self.layer,
            "show": self.show,
            "lit": ".".join(self.lit),
        } | other
        return f"?{urlencode({key: value for key, value in said.items() if value})}"


@dataclass(frozen=True, slots=True)
class SandTable:
    """The drawing with what is told beside it."""

    organisation: Organisation
    svg: str
    width: int
    height: int
    sought: str
    ways: tuple[tuple[Path, tuple[str, ...]], ...]
    folded: int
    posts: int
    vacant: int
    people: int


def sand_table(*, actor, account_id: int, on: date, today: date, asked: Asked) -> SandTable | None:
    """None when there is no such account, or none that this actor may know of."""
    found = organisation(actor=actor, account_id=account_id, on=on, today=today)
    if found is None:
        return None
    folding = _folding(found, asked)
    layout = _layout(folding)
    seen = _where(folding, layout)
    wanted = asked.to or found.most_wanted
    ways = found.paths_to(wanted) if wanted else ()
    of_person = found.of_person
    way = [seen[of_person[pk].key] for pk in ways[0].people] if ways else []
    sheet = Sheet(
        layout=layout,
        cards=_lit(_cards(found, folding, layout, asked), {seen.get(post) for post in asked.lit}),
        links=list(_links(found, seen, asked)),
        folds=list(_folds(found, folding, layout, asked)),
        path=list(dict.fromkeys(way)),
        tray_name=str(sand_phrases.TRAY),
        top=parameters.in_force().top_level,
    )
    places = Counter(card.place for card in found.cards)
    return SandTable(
        organisation=found,
        svg=canvas.write(sheet),
        width=layout.width,
        height=layout.height,
        sought=of_person[wanted].person.person if wanted in of_person and (ways or asked.to) else "",
        ways=tuple((path, told(path, found)) for path in ways),
        folded=sum(card.key not in layout.places for card in found.cards),
        posts=places[Place.HELD] + places[Place.VACANT],
        vacant=places[Place.VACANT],
        people=len(found.standing.people),
    )


def told(path: Path, found: Organisation) -> tuple[str, ...]:
    """A path of introduction, each step a sentence."""
    people = {pk: card.person for pk, card in found.of_person.items()}
    owners = {pk: card.owner for pk, card in found.of_person.items()}
    return tuple(
        sand_phrases.step(
            tie.bond,
            person=people[tie.person].person if tie.person else "",
            other=people[tie.other].person,
            says=tie.says,
            level=people[tie.other].level,
            days=phrases.days(people[tie.other].days),
            owner=owners[tie.other],
        )
        for tie in path.ties
    )


def _folding(found: Organisation, asked: Asked) -> Folding:
    def post(card: Card) -> Post:
        place = str(card.post.department_id or 0) if card.post else card.place
        return Post(card.key, card.above, place)

    tree = [post(card) for card in found.cards if card.key not in found.tray]
    tray = [post(card) for card in found.cards if card.key in found.tray]
    return fold(tree, tray, opened=asked.opened, closed=asked.closed)


def _layout(folding: Folding) -> Layout:
    """Narrower where it would get broad: what is higher than broad is easier to read, and fits on a sheet."""
    how = {"tray": folding.tray, "folded": folding.folded}
    layout = lay_out(folding.posts, **how)
    return layout if layout.width <= BROAD else lay_out(folding.posts, **how, frame=NARROWER)


def _where(folding: Folding, layout: Layout) -> dict[str, str]:
    """Each card → the card it is seen at: itself, or the fold that holds it."""
    seen = {key: key for key in layout.places}
    for key, kept in layout.folded.items():
        seen |= {hidden: key for hidden in kept if key in layout.places}
    for key, members in folding.groups.items():
        seen = {member: seen.get(key, key) for member in members} | seen
    return seen


def _cards(found: Organisation, folding: Folding, layout: Layout, asked: Asked) -> list[CardIn]:
    by_key = {card.key: card for card in found.cards}
    at = f"?at={asked.at}" if asked.at else ""
    cards = [_card(card, at) for card in found.cards if card.key in layout.places]
    for key, members in folding.groups.items():
        if key in layout.places:
            words, look = _worst(by_key[member] for member in members)
            opened = asked.address(open=".".join({*asked.opened, key} - {""}))
            name = by_key[members[0]].department or str(sand_phrases.NO_DEPARTMENT)
            if key in asked.opened:
                opened = asked.address(open=".".join(set(asked.opened) - {key}))
            cards.append(
                CardIn(key, opened, f"gr {look}", "cv", name, title=sand_phrases.posts(len(members)), kinds=words)
            )
    return cards


def _lit(cards: list[CardIn], keys: set[str | None]) -> list[CardIn]:
    """The posts of an approval path stand out, or the folds that hold them."""
    return [replace(card, look=f"{card.look} lit") if card.key in keys else card for card in cards]


def _card(card: Card, at: str) -> CardIn:
    if card.place is Place.EXPECTED:
        name = card.title or str(phrases.SEATS[card.seat.code])
        return CardIn(
            card.key, f"../house/seats/{card.seat.code}/{at}", "lu ex se", "cv", name, codes=card.seat.code,
            title=str(sand_phrases.NOBODY_KNOWN),
        )  # fmt: skip
    if card.person is None:
        return CardIn(card.key, f"posts/{card.key}/{at}", "va", "cv", str(sand_phrases.VACANT), title=card.title)
    person = card.person
    return CardIn(
        key=card.key,
        href=f"people/{person.person_id}/{at}",
        look=" ".join(_look(card)),
        frame="cu" if person.level is None else "ck",
        name=person.person,
        codes="·".join(person.seats),
        title=card.title or card.department,
        owner=initials(card.owner) if card.owner else "",
        kinds=" ".join(str(phrases.PERSON_KINDS[kind]) for kind in card.kinds),
        days=phrases.days(person.days),
        number="?" if person.level is None else signed(person.level),
        level=person.level,
        target=card.target.level if card.target else None,
        rival=card.rival.level if card.rival else None,
        warning=person.over_claimed,
        locked=card.objected is not None,
    )


LEVEL_LOOK = {None: "lu", -1: "lo"}
WARMTH_LOOK = {Warmth.WARM: "wa", Warmth.COOLING: "wg", Warmth.COLD: "wc", Warmth.DORMANT: "wd", Warmth.NEVER: "wn"}


def _look(card: Card) -> Iterable[str]:
    """A card's classes: what the filters and the layers go by."""
    person = card.person
    yield LEVEL_LOOK.get(person.level, f"l{person.level}")
    yield WARMTH_LOOK[person.state]
    if person.seats:
        yield "se"
    if card.rival:
        yield "ri"
    if person.over_claimed:
        yield "oc"
    if not card.owner:
        yield "no"
    if card.place is Place.LEFT:
        yield "gone"
    for kind in card.kinds:
        yield f"k-{kind}"


def _worst(cards: Iterable[Card]) -> tuple[str, str]:
    """What is folded away in words, and the colour of the worst of it."""
    people = [card.person for card in cards if card.person is not None]
    against = sum(person.level == -1 for person in people)
    unknown = sum(person.level is None for person in people)
    cold = sum(person.state in COLD for person in people)
    return sand_phrases.folded(against, unknown, cold), "lo" if against else "lu" if unknown else "wc" if cold else ""


def _folds(found: Organisation, folding: Folding, layout: Layout, asked: Asked) -> Iterable[FoldIn]:
    by_key = {card.key: card for card in found.cards}
    for key in layout.bosses:
        kept = layout.folded.get(key)
        if key in folding.groups:
            continue
        if kept is None:
            address = asked.address(fold=".".join([*asked.closed, key]), open=".".join(set(asked.opened) - {key}))
            yield FoldIn(key, address, 0, "", str(sand_phrases.FOLD))
        else:
            inside = [by_key[hidden] for hidden in kept if hidden in by_key]
            words, look = _worst(inside)
            address = asked.address(
                open=".".join([*asked.opened, key]), fold=".".join(k for k in asked.closed if k != key)
            )
            yield FoldIn(key, address, len(inside), look, sand_phrases.unfold(len(inside), words))


def _links(found: Organisation, seen: dict[str, str], asked: Asked) -> Iterable[LinkIn]:
    """Links whose ends are folded lead to the folds; between two people of one fold there is nothing to draw."""
    of_person = found.of_person
    at = f"?at={asked.at}" if asked.at else ""
    for link in found.links:
        one, other = of_person.get(link.person_id), of_person.get(link.other_id)
        if one is None or other is None or seen[one.key] == seen[other.key]:
            continue
        ends = (seen[one.key], seen[other.key])
        if link.kind == LinkKind.MENTORED_BY:  # the mentor is the one who influences
            ends = ends[::-1]
        yield LinkIn(CLASSES[LinkKind(link.kind)], f"links/{link.id}/{at}", *ends)
