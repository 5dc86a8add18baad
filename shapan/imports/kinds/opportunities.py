"""opportunities: what may be bought from us, where it stands, whose it is."""

from django.utils.translation import gettext as _

from shapan.imports.kinds.common import Accounts, Colleagues, Item, Run, days, expected, settle
from shapan.imports.kinds.spellings import Products
from shapan.imports.rules import cells
from shapan.opportunities import queries as opportunities
from shapan.opportunities.actions.batch import OpportunityRow, save_opportunities

COLUMNS = {"opened_on": "opened", "expected_on": "expected", "decided_on": "decided"}
LONGEST = 200


class Opportunities:
    """The state of one file: the keys met, and how the file spells what we sell."""

    def __init__(self, run: Run):
        self.run, self.accounts, self.colleagues, self.products = run, Accounts(run), Colleagues(run), Products(run)
        self.reporting = opportunities.reporting_currency()
        self.first: dict[str, Item] = {}

    def take(self, items: list[Item]) -> None:
        self.accounts.learn({item.text("account") for item in items})
        self.colleagues.learn({item.text("owner") for item in items})
        self.products.learn({item.text("product") for item in items} - {""})
        for item in items:
            self._read(item)
        standing = self._once([item for item in items if item.stands])
        known = self.run.known("opportunity", {item.key for item in standing})
        for item in standing:
            item.row.id = known.get(item.key)
        save_opportunities(actor=self.run.actor, rows=[item.row for item in standing], today=self.run.today)
        settle(standing, COLUMNS)
        self.run.remember("opportunity", standing)
        self.products.remember()

    def finish(self) -> None:
        """Nothing waits for the end of the file."""

    def carried(self, item: Item) -> list:
        """What later rows must know of this one."""
        return [item.key]

    def recall(self, item: Item, carried: list) -> None:
        """A row that an earlier run stored."""
        self.first.setdefault(carried[0], item)

    def _read(self, item: Item) -> None:
        account = self.accounts.one(item) if item.text("account") else None
        owner = self._owner(item)
        product = self.products.one(item) if item.text("product") else None
        stage = item.read("stage", lambda cell: cells.word(str(cell), cells.STAGES), expected(cells.STAGES))
        if item.stands and not stage:
            item.reject("stage", expected(cells.STAGES))
        opened, expected_on, decided = (days(item, name) for name in ("opened", "expected", "decided"))
        facts = self._facts(item) | ({"opened_on": opened} if opened else {})
        if not item.stands:
            return
        item.row = OpportunityRow(
            account_id=account, owner_id=owner, stage=stage, expected_on=expected_on, decided_on=decided,
            product_id=product, why=item.text("reason"), facts=facts,
        )  # fmt: skip
        natural = f"{account or ''}|{owner}|{facts['name']}|{opened or ''}|{product or ''}"
        item.key = item.text("key") or natural

    def _owner(self, item: Item) -> int | None:
        if item.text("owner"):
            return self.colleagues.one(item, item.text("owner"), "owner")
        item.reject("owner", _("Name the colleague who answers for it."))
        return None

    def _facts(self, item: Item) -> dict[str, object]:
        """An amount without a currency is in the reporting currency; the report says so."""
        amount = item.read("amount", cells.money, _("Write a number."))
        currency = item.text("currency").upper()
        if amount is not None and not currency:
            currency = self.run.assumed["currency"] = self.reporting
        route = item.read("route", lambda cell: cells.word(str(cell), cells.ROUTES), expected(cells.ROUTES))
        said = {
            "name": (item.text("name") or item.text("product") or item.text("key") or "—")[:LONGEST],
            "amount": amount,
            "currency": currency,
            "category": item.text("category"),
            "route": getattr(route, "value", route),
        }
        return {name: value for name, value in said.items() if value not in {None, ""}}

    def _once(self, items: list[Item]) -> list[Item]:
        for item in items:
            first = self.first.setdefault(item.key, item)
            if first is not item:
                item.reject("key", _("A duplicate of line {line}, which was used.").format(line=first.line))
        return [item for item in items if item.stands]
