"""What every kind of file shares: its items, their refusals, and finding rows by key or name."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from shapan.accounts import queries as accounts
from shapan.foundation.bulk import parts
from shapan.identity import queries as identity
from shapan.imports.rules import cells
from shapan.kernel.batches import Outcome, Row
from shapan.sources import actions as remember
from shapan.sources import queries as sources


@dataclass(slots=True, eq=False)
class Item:
    """One line of a file on its way in."""

    file: str
    line: int
    cells: dict[str, object]
    key: str = ""
    row: Row | None = None
    reason: str = ""
    column: str = ""

    def reject(self, column: str, reason: str) -> None:
        if not self.reason:
            self.column, self.reason = column, reason

    @property
    def stands(self) -> bool:
        return not self.reason

    def text(self, name: str) -> str:
        value = self.cells.get(name, "")
        return value.strip() if isinstance(value, str) else str(value)

    def read(self, name: str, reader, said: str):
        """The cell as `reader` understands it; a rejection that says what is known when it does not."""
        try:
            return reader(self.cells.get(name, ""))
        except ValueError:
            told = _("“{value}” is not understood. {said}").format(value=self.text(name)[:60], said=said)
            self.reject(name, told)
            return None


@dataclass(slots=True)
class Run:
    """Who imports what, from where; `at` which company rows belong to that name none; what was implied on the way, and
    the user names of colleagues who are new.

    `accepted` joins names of the file to names of ours; `near` are those only alike; `assumed` what no cell said.
    """

    actor: object
    today: date
    source: str
    at: int | None = None
    implied: Counter = field(default_factory=Counter)
    usernames: dict[str, str] = field(default_factory=dict)
    accepted: Mapping[str, str] = field(default_factory=dict)
    near: dict[tuple[str, str], object] = field(default_factory=dict)
    assumed: dict[str, str] = field(default_factory=dict)

    def known(self, kind: str, keys) -> dict[str, int]:
        return sources.objects_by_key(self.source, kind, keys)

    def keyed(self, kind: str, ids) -> set[int]:
        """Those of our rows that this source knows by a key already."""
        return sources.objects_keyed(self.source, kind, ids)

    def remember(self, kind: str, items: list[Item]) -> None:
        """Keep the keys of what was stored or met, so that the same file changes nothing next time."""
        keys = {item.key: item.row.id for item in items if item.row is not None and item.row.id and item.stands}
        remember.remember(source=self.source, kind=kind, keys=keys)


def expected(words: dict) -> str:
    """The words a cell may hold, as a remedy."""
    return _("Known words: {words}.").format(words=", ".join(names[0] for names in words.values()))


def once(items: list[Item]) -> list[Item]:
    """The items whose key stands for the first time; the others are rejected and name the line of the first."""
    first: dict[str, Item] = {}
    for item in items:
        if item.stands:
            before = first.setdefault(item.key, item)
            if before is not item:
                item.reject("key", _("A duplicate of line {line}, which was used.").format(line=before.line))
    return [item for item in items if item.stands]


def settle(items: list[Item], columns: dict[str, str]) -> None:
    """Carry the refusals of the batch action back to the lines they came from."""
    for item in items:
        if item.row is not None and item.row.outcome is Outcome.REJECTED:
            field_name = item.row.refusal.field
            item.reject(columns.get(field_name, field_name), str(item.row.refusal))


class Accounts:
    """Companies by key or name, asked in bulk and kept for the run."""

    def __init__(self, run: Run):
        self.run, self.found = run, {}

    def learn(self, names: set[str]) -> None:
        fresh = {name for name in names if name and name not in self.found}
        if not fresh:
            return
        who = {"actor": self.run.actor, "today": self.run.today}
        keyed = self.run.known("account", fresh)
        visible = {pk for part in parts(keyed.values()) for pk in accounts.names(part, **who)}
        by_name = accounts.ids_by_name(fresh, **who)
        for name in fresh:
            if keyed.get(name) in visible:
                self.found[name] = [keyed[name]]
            else:
                self.found[name] = by_name.get(name, [])

    def one(self, item: Item, column: str = "account") -> int | None:
        """The company a cell names, or a rejection that says what to do."""
        name = item.text(column)
        ids = self.found.get(name, [])
        if len(ids) == 1:
            return ids[0]
        if not name and self.run.at:
            return self.run.at
        if not name:
            item.reject(column, _("Name the customer."))
        elif ids:
            item.reject(column, _("Several customers are called “{name}”: name it by its key.").format(name=name))
        else:
            item.reject(column, _("There is no customer “{name}”. Import accounts first.").format(name=name))
        return None


class Colleagues:
    """Our own people by key, mail address or name."""

    def __init__(self, run: Run):
        self.run = run
        self.by_name: dict[str, list[int]] = {}
        self.by_email: dict[str, int] = {}
        for pk, name, email in identity.everybody():
            self.by_name.setdefault(name, []).append(pk)
            if email:
                self.by_email.setdefault(email.lower(), pk)
        self.keyed: dict[str, int] = {}

    def learn(self, names: set[str]) -> None:
        self.keyed |= self.run.known("user", {name for name in names if name not in self.keyed})

    def one(self, item: Item, name: str, column: str) -> int | None:
        found = self.keyed.get(name) or self.by_email.get(name.lower())
        if found:
            return found
        ids = self.by_name.get(name, [])
        if len(ids) == 1:
            return ids[0]
        if ids:
            item.reject(column, _("Several colleagues are called “{name}”: name the mail address.").format(name=name))
        else:
            item.reject(column, _("There is no colleague “{name}”. Import users first.").format(name=name))
        return None


def days(item: Item, name: str) -> date | None:
    """A day of a cell."""
    said = item.read(name, cells.day, _("Write the day as 2026-03-01."))
    return said[0] if said else None
