"""The tables in material/ as frozen rows. Days are told as days before the last one: `ago = 11`."""

import tomllib
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "material"
VALID_DAYS = 170  # evidence drawn by the seed is younger than its expiry at 180 days


@dataclass(frozen=True, slots=True)
class Place:
    """A post at a customer and who is in it. `path` says from which day on which level is evidenced, up to `stop`."""

    post: str
    department: str = ""
    grade: str = ""
    under: str = ""
    who: str = ""
    latin: str = ""
    last: int | None = None  # days since the last effective contact; None: there never was one
    rhythm: int = 45
    path: tuple = ()
    stop: int = 0
    claim: tuple = ()
    target: int | None = None
    was: str = ""
    promoted: int = 0
    until: int | None = None  # left the company on that day
    since: int | None = None
    comes_from: str = ""


@dataclass(frozen=True, slots=True)
class ToldSeat:
    """A seat in the customer's decision and who holds it; nobody when `who` is empty."""

    code: str
    who: str = ""
    influence: str | None = None
    confidence: str = "inferred"
    source: str = ""
    share: float = 1.0
    label: str = ""
    weight: float | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class ToldMode:
    """How the customer decides on one kind of purchase: `bands` are (from, post), the rest as the form asks it."""

    bands: tuple
    category: str = ""
    facts: dict = field(default_factory=dict)
    headquarters: str = ""
    acceptance: str = ""
    payment: str = ""


@dataclass(frozen=True, slots=True)
class ToldPromise:
    text: str
    due: int
    owner: str
    to: str
    kept: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A contact told word for word."""

    ago: int
    kind: str
    who: tuple[str, ...]
    ours: tuple[str, ...]
    purpose: str
    outcome: str = ""
    quote: str = ""
    next: str = ""
    next_in: int = 14
    promise: ToldPromise | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """What was seen of a person on one day: (criterion, level, statement). Those in `open` nobody has verified."""

    who: str
    ago: int
    seen: tuple
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rival:
    rival: str
    seen: tuple  # (who, level, ago, statement)


@dataclass(frozen=True, slots=True)
class ToldLink:
    who: str
    other: str
    kind: str
    ago: int
    say: str


@dataclass(frozen=True, slots=True)
class ToldKind:
    """One of the six kinds, said of somebody where the data alone cannot tell."""

    who: str
    kind: str
    ago: int
    say: str


@dataclass(frozen=True, slots=True)
class Company:
    """One customer, competitor or partner. `look` is its place in the tour, 0 when it has none."""

    name: str
    parent: str = ""
    roles: tuple[str, ...] = ("customer",)
    tier: str = ""
    industry: str = ""
    ownership: str = ""
    country: str = ""
    revenue: int | None = None
    currency: str = ""
    employees: int | None = None
    founded: int | None = None
    mail: str = ""
    language: str = "zh"
    topics: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()  # departments that what we sell does not concern
    hand_written: bool = False
    template: str = ""
    fate: str = "fair"
    look: int = 0
    zh: str = ""
    en: str = ""
    team: tuple = ()
    places: tuple[Place, ...] = ()
    seats: tuple[ToldSeat, ...] = ()
    proof: tuple[Proof, ...] = ()
    move: tuple[Move, ...] = ()
    rival: tuple[Rival, ...] = ()
    link: tuple[ToldLink, ...] = ()
    kind: tuple[ToldKind, ...] = ()
    mode: tuple[ToldMode, ...] = ()
    readings: dict = field(default_factory=dict)


ROWS = {
    "places": Place,
    "seats": ToldSeat,
    "proof": Proof,
    "move": Move,
    "rival": Rival,
    "link": ToldLink,
    "kind": ToldKind,
    "mode": ToldMode,
}


def companies() -> tuple[Company, ...]:
    """All companies, parents before their branches."""
    told = [
        _row(Company, table)
        for file in sorted((FOLDER / "customers").glob("*.toml"))
        for table in _read(file)["company"]
    ]
    parents = {company.name: company.parent for company in told}
    return tuple(sorted(told, key=lambda company: (_depth(company.name, parents), company.name)))


@cache
def table(name: str) -> dict:
    """One of the other tables: colleagues, names, templates, words_zh, words_en."""
    return _read(FOLDER / f"{name}.toml")


def _read(file: Path) -> dict:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _depth(name: str, parents: dict[str, str]) -> int:
    return 0 if not parents.get(name) else 1 + _depth(parents[name], parents)


def _row(kind, told: dict):
    """A table as a row of its kind; an unknown word in a table is a mistake and raises."""
    known = {"in": "department"} | {f.name: f.name for f in fields(kind)}
    return kind(**{known[key]: _value(key, value) for key, value in told.items()})


def _value(key: str, value):
    if key in ROWS and isinstance(value, list):
        return tuple(_row(ROWS[key], row) for row in value)
    if key == "promise":
        return _row(ToldPromise, value)
    return _frozen(value)


def _frozen(value):
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
