"""What somebody finds: the index narrows, the policies open, the rules decide.

Nothing is cut off before the policy has spoken: each question to the index is read on until enough of what the actor
may see has been found, or nothing is left. What the actor may not see changes neither hits nor their order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from shapan.access import policies as access
from shapan.search import commands, engines, registry
from shapan.search.commands import Deed
from shapan.search.engines import Ask
from shapan.search.registry import Kind, Shown
from shapan.search.rules import marking, questions
from shapan.search.rules.documents import Document
from shapan.search.rules.marking import Piece
from shapan.search.rules.matching import Match, match
from shapan.search.rules.questions import NOTHING, Expression

MOST = 6  # of one kind, as one types
NARROW = 300  # up to so many accounts in reach, the index itself is asked for them only
READ_ON, MOST_READ = 4, 2000
MOST_PLACES = 100

Places = tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, with what matched marked."""

    kind: str
    id: int
    plain: str
    name: tuple[Piece, ...]
    where: tuple[Piece, ...]
    note: tuple[Piece, ...]
    url: str
    order: tuple

    @property
    def where_plain(self) -> str:
        return "".join(piece.text for piece in self.where)


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind, the best first; `more` when there are others."""

    kind: str
    label: object
    icon: str
    hits: tuple[Hit, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Answer:
    groups: tuple[Group, ...] = ()
    deeds: tuple[Deed, ...] = ()

    @property
    def hits(self) -> list[Hit]:
        """Of all kinds, the best first."""
        return sorted((hit for group in self.groups for hit in group.hits), key=lambda hit: hit.order)


def search(*, actor, text: str, today: date, most: int = MOST, kind: str = "") -> Answer:
    """Everything the actor may see that answers the text, best first; `kind` asks for one kind only."""
    asked = questions.words(text)
    if not asked or not actor.is_authenticated or not actor.is_active:
        return Answer(deeds=commands.all_deeds() if not asked else ())
    kinds = [one for one in registry.kinds() if kind in {"", one.name}]
    reader = Reader(actor, today, most)
    places = reader.places(asked)
    groups = reader.groups(kinds, asked, places)
    if not groups:
        groups = reader.slipped(kinds, asked)
    if kind:
        return Answer(tuple(groups))
    named = {group.kind: {hit.id: hit.plain for hit in group.hits} for group in groups}
    return Answer(tuple(groups), commands.deeds(asked, reader.named_places | named, actor=actor, today=today))


class Reader:
    """One search of one person: what was read and judged is kept from one question to the next."""

    def __init__(self, actor, today: date, most: int):
        self.actor, self.today, self.most = actor, today, most
        self.sees_all = access.sees_all_accounts(actor, today)
        self.reach = self._reach()
        self.beside = actor
        self.named_places: dict[str, dict[int, str]] = {}

    def _reach(self) -> Expression | None:
        """What to ask the index for besides; None: nothing, the policies judge what it answers."""
        if self.sees_all:
            return None
        ids = list(access.ids_reached(self.actor, self.today)[: NARROW + 1])
        return questions.at(ids) if len(ids) <= NARROW else None

    def places(self, asked: tuple[str, ...]) -> Places:
        """For each of several words the accounts it names."""
        kind = next((kind for kind in registry.kinds() if kind.is_place), None)
        if len(asked) == 1 or kind is None:
            return ()
        by_word = [self._accounts(kind, word) for word in asked]
        first = [key for keys in by_word for key in keys[: commands.THINGS]]
        shown = kind.shown(first, actor=self.actor, today=self.today) if first else {}
        self.named_places = {kind.name: {key: shown[key].name for key in first if key in shown}}
        return tuple(map(frozenset, by_word))

    def _accounts(self, kind: Kind, word: str) -> list[int]:
        judge = Judge(self, kind, (word,), (), slip=False)
        return [key for key, _match in judge.read([questions.inside((word,))], MOST_PLACES)]

    def groups(self, kinds: Sequence[Kind], asked: tuple[str, ...], places: Places) -> list[Group]:
        stages = {
            kind: (
                *((questions.whole(asked), questions.beginning(asked)) if kind.is_named else ()),
                questions.inside(asked, () if kind.is_place else places),
            )
            for kind in kinds
        }
        return self._answered(stages, asked, places, slip=False)

    def slipped(self, kinds: Sequence[Kind], asked: tuple[str, ...]) -> list[Group]:
        """With a typing error, when nothing was found as typed."""
        expression = questions.slipped(asked)
        if expression == NOTHING:
            return []
        return self._answered({kind: (expression,) for kind in kinds if kind.is_named}, asked, (), slip=True)

    def _answered(self, stages: dict[Kind, tuple[Expression, ...]], asked, places: Places, *, slip: bool):
        """The first answers to all questions come in one statement; few are read on."""
        asks = [self.ask(kind, stage) for kind, of_kind in stages.items() for stage in of_kind]
        answers = iter(self.find(asks))
        firsts = {kind: [next(answers) for _stage in of_kind] for kind, of_kind in stages.items()}
        judges = {kind: Judge(self, kind, asked, () if kind.is_place else places, slip=slip) for kind in stages}
        self.near({place for kind, judge in judges.items() for place in judge.places_of(firsts[kind])})
        groups = []
        for kind, of_kind in stages.items():
            judge = judges[kind]
            found = judge.read(of_kind, self.most + 1, firsts[kind])
            shown = judge.shown([key for key, _match in found[: self.most]])
            hits = tuple(
                _hit(kind, key, judge.documents[key], matched, shown[key])
                for key, matched in found[: self.most]
                if key in shown
            )
            if hits:
                groups.append(Group(kind.name, kind.label, kind.icon, hits, more=len(found) > self.most))
        return groups

    def ask(self, kind: Kind, stage: Expression, after: int | None = None, limit: int = 0) -> Ask:
        expression = stage if self.reach is None else questions.every([stage, self.reach])
        return Ask(kind.number, expression, after, limit or 2 * self.most + 4, kind.newest_first)

    def near(self, places: set[int]):
        """Whoever asks, as far as the accounts go through which rows are seen; what was looked up is kept."""
        self.beside = access.near(self.beside, self.today, places)
        return self.beside

    def find(self, asks: list[Ask]) -> list[tuple[list[int], bool]]:
        """For each question its keys, and whether more may follow."""
        if self.reach == NOTHING:
            return [([], False) for _ask in asks]
        return [(keys, len(keys) == ask.limit) for ask, keys in zip(asks, engines.find(asks), strict=True)]


class Judge:
    """Reads answers of the index for one kind, and keeps those that are open to the actor and truly match."""

    def __init__(self, reader: Reader, kind: Kind, asked: tuple[str, ...], places: Places, *, slip: bool):
        self.reader, self.kind, self.asked, self.places, self.slip = reader, kind, asked, places, slip
        self.documents: dict[int, Document] = {}
        self.matches: dict[int, Match | None] = {}

    def read(self, stages: Sequence[Expression], most: int, first: list[tuple[list[int], bool]] | None = None):
        """The best `most` (key, match): stage after stage until there are enough, each stage to its end or to
        `most`, so that the answer depends on nothing but what the actor may see.
        """
        first = first or self.reader.find([self.reader.ask(self.kind, stage, limit=most) for stage in stages])
        self._judge([key for keys, _more in first for key in keys])
        kept: dict[int, Match] = {}
        for stage, (keys, more) in zip(stages, first, strict=True):
            kept |= self._stage(stage, keys, more, most)
            if len(kept) >= most:
                break
        sign = -1 if self.kind.newest_first else 1
        return sorted(kept.items(), key=lambda item: (*item[1].order, sign * item[0]))[:most]

    def _stage(self, stage: Expression, keys: list[int], more: bool, most: int) -> dict[int, Match]:
        kept: dict[int, Match] = {}
        limit = len(keys)
        while True:
            self._judge(keys)
            kept |= {key: found for key in keys if (found := self.matches[key]) is not None}
            if len(kept) >= most or not more:
                return dict(list(kept.items())[:most])
            limit = min(limit * READ_ON, MOST_READ)
            keys, more = self.reader.find([self.reader.ask(self.kind, stage, keys[-1], limit)])[0]

    def places_of(self, answers: list[tuple[list[int], bool]]) -> set[int]:
        """The accounts through which what was answered may be seen."""
        keys = [key for keys, _more in answers for key in keys]
        self._take(keys)
        return self._places(keys)

    def _take(self, keys: Iterable[int]) -> None:
        new = [key for key in dict.fromkeys(keys) if key not in self.documents]
        if new:
            self.documents |= self.kind.documents(new)

    def _judge(self, keys: list[int]) -> None:
        self._take(keys)
        new = [key for key in dict.fromkeys(keys) if key not in self.matches]
        self.matches |= dict.fromkeys(new)
        for key in self._open([key for key in new if key in self.documents]):
            self.matches[key] = match(self.documents[key], self.asked, self.places, slip=self.slip)

    def _open(self, keys: list[int]) -> list[int]:
        if self.reader.sees_all or not keys:
            return keys
        rows = self.kind.open_to(self.reader.near(self._places(keys)), self.reader.today)
        seen = set(rows.filter(**{f"{self.kind.key}__in": keys}).values_list(self.kind.key, flat=True))
        return [key for key in keys if key in seen]

    def _places(self, keys: Iterable[int]) -> set[int]:
        return {place for key in keys if key in self.documents for place in self.documents[key].places}

    def shown(self, keys: list[int]) -> dict[int, Shown]:
        if not keys:
            return {}
        return self.kind.shown(keys, actor=self.reader.near(self._places(keys)), today=self.reader.today)


def _hit(kind: Kind, key: int, document: Document, matched: Match, shown: Shown) -> Hit:
    name, where, note = marking.marked(document, matched, shown.name, shown.where)
    order = (*matched.order, kind.number, -key if kind.newest_first else key)
    return Hit(kind.name, key, shown.name, name, where, note, shown.url, order)
