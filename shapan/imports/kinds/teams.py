"""teams: who of us holds which seat at which customer."""

from shapan.imports.kinds.common import Accounts, Colleagues, Item, Run, days, expected, once, settle
from shapan.imports.rules import cells
from shapan.teams.actions.batch import SeatRow, save_seats


def take(items: list[Item], run: Run) -> None:
    accounts, colleagues = Accounts(run), Colleagues(run)
    accounts.learn({item.text("account") for item in items})
    colleagues.learn({item.text("user") for item in items})
    for item in items:
        account = accounts.one(item)
        user = colleagues.one(item, item.text("user"), "user")
        role = item.read("role", lambda cell: cells.word(str(cell), cells.SEATS), expected(cells.SEATS))
        if item.stands and not role:
            item.reject("role", expected(cells.SEATS))
        started, ended = days(item, "from"), days(item, "to")
        item.key = item.text("key") or f"{account}|{user}|{role}|{started or ''}"
        if item.stands:
            item.row = SeatRow(account_id=account, holder_id=user, role=role, started_on=started, ended_on=ended)
    standing = once(items)
    save_seats(actor=run.actor, rows=[item.row for item in standing], today=run.today)
    settle(standing, {})
