"""accounts: companies, their parents and what they are to us."""

from django.utils.translation import gettext as _

from shapan.accounts.actions.batch import AccountRow, save_accounts
from shapan.imports.kinds.common import Accounts, Item, Run, expected, once, settle
from shapan.imports.rules import cells

WORDS = ("industry", "country", "currency")


def take(items: list[Item], run: Run) -> None:
    for item in items:
        if not item.text("name"):
            item.reject("name", _("Every company needs a name."))
        item.key = item.text("key") or item.text("name")
    standing = once(items)
    keyed = run.known("account", {item.key for item in standing})
    taken = set(keyed.values())
    known = Accounts(run)
    known.learn({item.text("name") for item in standing} | {item.text("parent") for item in standing} - {""})
    for item in standing:
        facts, roles = _facts(item), _roles(item)
        if item.stands:
            item.row = AccountRow(
                id=keyed.get(item.key) or _met(item, known, taken), name=item.text("name"), facts=facts, roles=roles
            )
    standing = [item for item in standing if item.stands]
    implied = _parents(standing, known)
    rows = [item.row for item in standing if item.stands]
    tally = save_accounts(actor=run.actor, rows=[*implied, *rows], today=run.today)
    run.implied += tally.implied
    settle(standing, {})
    run.remember("account", standing)


def _met(item: Item, known: Accounts, taken: set[int]) -> int | None:
    """A company of that name that this source does not know by another key."""
    ids = [pk for pk in known.found.get(item.text("name"), []) if pk not in taken]
    if len(ids) > 1:
        item.reject("name", _("Several companies bear this name: give a key column."))
    return ids[0] if len(ids) == 1 else None


def _facts(item: Item) -> dict[str, object]:
    said: dict[str, object] = {name: item.text(name) for name in WORDS}
    said["tier"] = item.read("tier", lambda cell: cells.tier(str(cell)), _("Tiers are S, A, B, C and D."))
    said["ownership"] = item.read(
        "ownership", lambda cell: cells.word(str(cell), cells.OWNERSHIP), expected(cells.OWNERSHIP)
    )
    said["revenue"] = item.read("revenue", cells.money, _("Write a number."))
    said["employees"] = item.read("employees", cells.whole, _("Write a whole number."))
    said["founded"] = item.read("founded", cells.whole, _("Write the year as 1996."))
    facts = {name: value for name, value in said.items() if value not in {None, ""}}
    return {name: getattr(value, "value", value) for name, value in facts.items()}


def _roles(item: Item) -> tuple:
    given = cells.values(item.text("roles"))
    try:
        return tuple(cells.word(word, cells.ROLES) for word in given)
    except ValueError:
        told = _("“{value}” is not understood. {said}").format(value=item.text("roles"), said=expected(cells.ROLES))
        item.reject("roles", told)
        return ()


def _parents(items: list[Item], known: Accounts) -> list[AccountRow]:
    """Let each row name its parent: another row, a company known already, or one named here for the first time."""
    here = {item.text("name"): item.row for item in items} | {item.key: item.row for item in items}
    implied: dict[str, AccountRow] = {}
    for item in items:
        name = item.text("parent")
        if not name:
            continue
        ids = known.found.get(name, [])
        if name in here:
            item.row.parent = here[name]
        elif len(ids) == 1:
            item.row.parent = ids[0]
        elif ids:
            item.reject("parent", _("Several customers are called “{name}”: name it by its key.").format(name=name))
        else:
            item.row.parent = implied.setdefault(name, AccountRow(name=name, implied=True))
    return list(implied.values())
