"""users: our own people, their units and managers."""

from django.utils.translation import gettext as _

from shapan.identity.actions.batch import UserRow, save_users
from shapan.identity.terms import Tag
from shapan.imports.kinds.common import Colleagues, Item, Run, expected, once, settle
from shapan.imports.rules import cells
from shapan.journal import actions as journal
from shapan.kernel.batches import Outcome


def take(items: list[Item], run: Run) -> None:
    colleagues = Colleagues(run)
    for item in items:
        if not item.text("name"):
            item.reject("name", _("Every colleague needs a name."))
        item.key = item.text("key") or item.text("email").lower() or item.text("name")
    standing = once(items)
    keyed = run.known("user", {item.key for item in standing})
    for item in standing:
        item.row = UserRow(
            id=keyed.get(item.key) or _met(item, colleagues),
            name=item.text("name"),
            email=item.text("email"),
            title=item.text("title"),
            unit=item.text("unit"),
            role=item.read("role", lambda cell: cells.word(str(cell), cells.COMPANY), expected(cells.COMPANY)) or None,
        )
    implied = _managers(standing, colleagues)
    rows = [item.row for item in standing if item.stands]
    tally = save_users(actor=run.actor, rows=[*implied, *rows], today=run.today)
    if tally.counts:
        counts = {"created": 0, "updated": 0} | tally.counts
        journal.record(actor=run.actor, tag=Tag.USERS_IMPORTED, **counts)
    run.implied += tally.implied
    run.usernames |= {row.username: row.name for row in (*implied, *rows) if row.outcome is Outcome.CREATED}
    settle(standing, {})
    run.remember("user", [item for item in standing if item.row is not None])


def _met(item: Item, colleagues: Colleagues) -> int | None:
    """A colleague known by mail address; by name when nobody else bears it and no other address speaks against it."""
    email = item.text("email").lower()
    if email and email in colleagues.by_email:
        return colleagues.by_email[email]
    ids = colleagues.by_name.get(item.text("name"), [])
    taken = {pk for pk in colleagues.by_email.values() if email}
    return ids[0] if len(ids) == 1 and ids[0] not in taken else None


def _managers(items: list[Item], colleagues: Colleagues) -> list[UserRow]:
    """Let each row name its manager: another row, a colleague known already, or somebody named for the first time."""
    here = {name: item.row for item in items for name in (item.text("name"), item.key)}
    implied: dict[str, UserRow] = {}
    colleagues.learn({item.text("manager") for item in items} - {""})
    for item in items:
        name = item.text("manager")
        if not name:
            continue
        known = colleagues.keyed.get(name) or colleagues.by_email.get(name.lower())
        ids = colleagues.by_name.get(name, [])
        if name in here:
            item.row.manager = here[name]
        elif known or len(ids) == 1:
            item.row.manager = known or ids[0]
        elif ids:
            item.reject(
                "manager", _("Several colleagues are called “{name}”: name the mail address.").format(name=name)
            )
        else:
            item.row.manager = implied.setdefault(name, UserRow(name=name, implied=True))
    return list(implied.values())
