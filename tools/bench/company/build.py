"""The whole company, customer by customer, so that a million people need no more memory than a thousand."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tools.bench.company.contacts import EACH, Diary
from tools.bench.company.customers import Founding
from tools.bench.company.deals import OPEN, write_deals
from tools.bench.company.houses import build_house
from tools.bench.company.store import Store, bare_tables
from tools.bench.company.us import found_us
from tools.bench.company.words import Words

AT_ONE = 50  # people at one account, on average
MOST_COLLEAGUES = 2000


@dataclass(frozen=True)
class Company:
    """Who asks in the timings, and how many rows there are."""

    leader: int
    office: int
    rows: dict[str, int]


def build(*, people: int, contacts: int = EACH, seed: int, today: date) -> Company:
    """Fill the migrated, empty database of the default connection."""
    words = Words(Random(seed))  # noqa: S311 -- the same dice every time is the point
    accounts = max(people // AT_ONE, 2)
    colleagues = min(200 + people // 100, MOST_COLLEAGUES)
    with bare_tables():
        store = Store()
        since = (today - timedelta(days=900)).isoformat()
        us = found_us(store, words, colleagues=colleagues, accounts=accounts, since=since)
        founding, diary = Founding(store, words, us, today), Diary(store, words, today, contacts)
        for number in range(1, accounts + 1):
            customer = founding.customer(number)
            build_house(store, words, customer, founding.rivals, today)
            diary.write(customer)
            write_deals(store, words, customer, today, OPEN // accounts + (number <= OPEN % accounts))
        store.close()
    return Company(us.leader, us.office[0], dict(store.last))
