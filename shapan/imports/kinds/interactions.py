"""interactions: contacts with their participants on both sides."""

from collections import defaultdict
from datetime import date

from django.utils.translation import gettext as _

from shapan.imports.kinds.common import Accounts, Colleagues, Item, Run, days, expected, settle
from shapan.imports.rules import cells
from shapan.interactions.actions.batch import InteractionRow, save_interactions
from shapan.kernel.periods import covers
from shapan.people import queries as people


class Interactions:
    """The state of one file: the keys met, and who was ever at the companies it names."""

    def __init__(self, run: Run):
        self.run, self.accounts, self.colleagues = run, Accounts(run), Colleagues(run)
        self.first: dict[str, Item] = {}
        self.known_at: dict[int, dict[str, dict[int, list]]] = {}

    def take(self, items: list[Item]) -> None:
        self.accounts.learn({item.text("account") for item in items})
        self.colleagues.learn({name for item in items for name in cells.values(item.text("colleagues"))})
        named = {name for item in items for name in cells.values(item.text("people"))}
        keyed = self.run.known("person", named)
        accounts = {item: self.accounts.one(item) for item in items}
        self._learn({pk for pk in accounts.values() if pk})
        for item in items:
            self._read(item, accounts[item], keyed)
        standing = self._once([item for item in items if item.stands])
        known = self.run.known("interaction", {item.key for item in standing})
        for item in standing:
            item.row.id = known.get(item.key)
        save_interactions(actor=self.run.actor, rows=[item.row for item in standing], today=self.run.today)
        settle(standing, {"kind": "type"})
        self.run.remember("interaction", standing)

    def finish(self) -> None:
        """Nothing waits for the end of the file."""

    def carried(self, item: Item) -> list:
        """What later rows must know of this one."""
        return [item.key]

    def recall(self, item: Item, carried: list) -> None:
        """A row that an earlier run stored."""
        self.first.setdefault(carried[0], item)

    def _learn(self, account_ids: set[int]) -> None:
        """Everybody who ever had a post at these companies, by name, with the days."""
        fresh = account_ids - self.known_at.keys()
        for account_id in fresh:
            self.known_at[account_id] = defaultdict(lambda: defaultdict(list))
        rows = people.everybody_ever_at(actor=self.run.actor, account_ids=fresh, today=self.run.today)
        for account_id, person, name, start, end in rows:
            self.known_at[account_id][name][person].append((start, end))

    def _read(self, item: Item, account: int | None, keyed: dict[str, int]) -> None:
        said = item.read("date", cells.day, _("Write the day as 2026-03-01, or with time and zone."))
        held_on, held_at = said or (None, None)
        if item.stands and held_on is None:
            item.reject("date", _("Say on which day it was held."))
        kind = item.read("type", lambda cell: cells.word(str(cell), cells.KINDS), expected(cells.KINDS))
        if item.stands and not kind:
            item.reject("type", expected(cells.KINDS))
        persons = [self._person(item, name, account, held_on, keyed) for name in cells.values(item.text("people"))]
        ours = [self.colleagues.one(item, name, "colleagues") for name in cells.values(item.text("colleagues"))]
        next_on = days(item, "next_date")
        bearing = item.read("bearing", lambda cell: cells.word(str(cell), cells.BEARINGS), expected(cells.BEARINGS))
        if not item.stands:
            return
        ids = tuple(dict.fromkeys(persons))
        item.row = InteractionRow(
            account_id=account,
            kind=kind,
            held_on=held_on,
            held_at=held_at,
            person_ids=ids,
            colleague_ids=tuple(dict.fromkeys(ours)),
            bearing=bearing or None,
            words={name: item.text(name) for name in ("purpose", "outcome", "quote", "next_step")}
            | {"next_on": next_on},
        )
        moment = held_at.isoformat() if held_at else held_on
        natural = f"{moment}|{account}|{kind}|{','.join(map(str, sorted(ids)))}|{item.text('purpose')[:120]}"
        item.key = item.text("key") or natural

    def _person(self, item: Item, name: str, account: int | None, on: date | None, keyed: dict[str, int]) -> int | None:
        """A person by key, or by name at the company: the one in post on that day before those who came or left."""
        if account is None:
            return None
        here = self.known_at[account]
        ever = {pk for persons in here.values() for pk in persons} if name in keyed else set()
        if name in keyed and keyed[name] in ever:
            return keyed[name]
        found = here.get(name, {})
        then = [pk for pk, spans in found.items() if on and any(covers(start, end, on) for start, end in spans)]
        for candidates in (then, list(found)):
            if len(candidates) == 1:
                return candidates[0]
        if found:
            item.reject("people", _("Several people here are called “{name}”: name the key.").format(name=name))
        else:
            item.reject("people", _("“{name}” has no post at this customer. Import people first.").format(name=name))
        return None

    def _once(self, items: list[Item]) -> list[Item]:
        for item in items:
            first = self.first.setdefault(item.key, item)
            if first is not item:
                item.reject("key", _("A duplicate of line {line}, which was used.").format(line=first.line))
        return [item for item in items if item.stands]
