"""Pages: the account manager's own work, and the two who see a great deal."""

from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from random import Random

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tools.bench.browser import Browser
from tools.bench.company.build import Company
from tools.bench.raw import ALL, LED, OWN, Raw
from tools.bench.timing import Measured, Series, measured

WARM_UP, COUNTED = 5, 5  # rounds not timed, and rounds of which the queries are counted afterwards
MANAGERS = 8
LIST, ACCOUNT, PERSON, BOARD = 20, 40, 40, 60  # budgets in milliseconds


@dataclass
class Visit:
    """One request, and the hand-written reading of the same rows."""

    browser: Browser
    address: str
    raw: object
    args: tuple


def pages(company: Company, *, rounds: int, today: date) -> list[Measured]:
    raw, application = Raw(today), WSGIHandler()
    dice = Random(1)  # noqa: S311 -- the same visits every time
    seats = managers_seats(raw, dice)
    managers = {user: Browser(application, user) for user in seats}
    own = [(managers[user], account) for user, accounts in seats.items() for account in accounts]
    dice.shuffle(own)
    known = [(browser, dice.choice(_people_at(raw, account))) for browser, account in own]
    leader, office = Browser(application, company.leader), Browser(application, company.office)
    lists = [Visit(browser, "/accounts/", raw.account_list, (OWN, user)) for user, browser in managers.items()]
    above = [Visit(leader, "/accounts/", raw.account_list, (LED, company.leader))]
    everything = [Visit(office, "/accounts/", raw.account_list, (ALL, company.office))]
    houses = [Visit(b, f"/accounts/{account}/", raw.house, (b.user_id, account)) for b, account in own]
    persons = [Visit(b, f"/people/{person}/", raw.person, (b.user_id, person)) for b, person in known]
    boards = {
        "account manager": [Visit(b, "/opportunities/", raw.board, (OWN, user)) for user, b in managers.items()],
        "sales leader": [Visit(leader, "/opportunities/", raw.board, (LED, company.leader))],
        "key-account office": [Visit(office, "/opportunities/", raw.board, (ALL, company.office))],
    }
    work = (
        ("Accounts list, account manager", lists, LIST),
        ("Accounts list, sales leader", above, LIST),
        ("Accounts list, key-account office", everything, LIST),
        ("Account page with house", houses, ACCOUNT),
        ("Person page", persons, PERSON),
        *((f"Board of opportunities, {who}", visits, BOARD) for who, visits in boards.items()),
    )
    return [timed(name, visits, rounds, budget) for name, visits, budget in work]


def timed(name: str, visits: list[Visit], rounds: int, budget: int) -> Measured:
    """Ours and the hand-written one turn by turn, so that both meet the same weather."""
    ours, raw, sizes = Series(), Series(), []
    for visit in islice(cycle(visits), WARM_UP):
        visit.browser.get(visit.address)
        visit.raw(*visit.args)
    for visit in islice(cycle(visits), rounds):
        sizes.append(len(ours.time(lambda visit=visit: visit.browser.get(visit.address))))
        raw.time(lambda visit=visit: visit.raw(*visit.args))
    queries = [_queries(visit) for visit in islice(cycle(visits), COUNTED)]
    return measured(name, ours, raw, queries=queries, sizes=sizes, budget=budget)


def _queries(visit: Visit) -> int:
    with CaptureQueriesContext(connection) as asked:
        visit.browser.get(visit.address)
    return len(asked)


def managers_seats(raw: Raw, dice: Random) -> dict[int, list[int]]:
    """Accounts by account manager, for a few of them."""
    seats: dict[int, list[int]] = {}
    for user, account in raw.ask("SELECT holder_id, account_id FROM teams_seat WHERE role = 'AR' ORDER BY id"):
        seats.setdefault(user, []).append(account)
    return {user: seats[user] for user in dice.sample(sorted(seats), min(MANAGERS, len(seats)))}


def _people_at(raw: Raw, account: int) -> list[int]:
    rows = raw.ask(
        "SELECT a.person_id FROM people_appointment a JOIN people_post p ON p.id = a.post_id "
        "WHERE p.account_id = %s AND a.ended_on IS NULL", account,
    )  # fmt: skip
    return [row[0] for row in rows]
