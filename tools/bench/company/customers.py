"""The customers: groups with subsidiaries and branches, departments, posts that report upward, the people in them."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from tools.bench.company import words as lists
from tools.bench.company.store import Store
from tools.bench.company.us import Us
from tools.bench.company.words import Words

FEWEST, MOST = 20, 80  # people at one account: fifty on average
SPAN = 6  # posts that report to one
RIVALS = 6


@dataclass
class Customer:
    """What the later parts need of one account."""

    id: int
    started: date
    team: list[tuple[str, int]]
    people: list[int] = field(default_factory=list)
    holders: list[int] = field(default_factory=list)

    @property
    def manager(self) -> int:
        return self.team[0][1]


class Founding:
    """Opens accounts one after the other; each is a headquarters or hangs beneath one of the last group's."""

    def __init__(self, store: Store, words: Words, us: Us, today: date):
        self.store, self.words, self.us, self.today = store, words, us, today
        self.group: list[int] = []
        self.start = today - timedelta(days=900)
        self.rivals = [self._company(f"竞争对手 {n}", None, "", "competitor") for n in range(RIVALS)]

    def customer(self, number: int) -> Customer:
        draw = self.words.draw
        if not self.group or draw() < 0.08:  # noqa: PLR2004 -- a group of a dozen companies
            self.group = []
        parent = self.words.one(self.group) if self.group else None
        (trade, _industry), place = self.words.one(lists.TRADES), self.words.one(lists.PLACES)
        tier = self.words.one("SAABBBCCCD")
        account = self._company(f"{place}{trade}{number}", parent, tier, "customer")
        self.group.append(account)
        one = Customer(account, self.start, self._team(account))
        self._people(one, FEWEST + int(draw() * (MOST - FEWEST + 1)))
        return one

    def _company(self, name: str, parent: int | None, tier: str, role: str) -> int:
        facts = (self.words.one(lists.TRADES)[1], "state_owned", "中国", "1200000000.00", "CNY", 3000, 1999)
        account = self.store.add("accounts_account", name, parent, tier, *facts)
        self.store.add("accounts_accountrole", account, role, self.start.isoformat())
        return account

    def _team(self, account: int) -> list[tuple[str, int]]:
        """Seats, and the grants teams.actions would have given for them: one for each colleague."""
        roles = ["AR", "SR", "FR", *(["CM"] if self.words.draw() < 0.5 else []), "sponsor"]  # noqa: PLR2004 -- every second
        team = [(role, self.words.one(self.us.serving[role])) for role in roles]
        for role, user in team:
            self.store.add("teams_seat", account, user, role, self.start.isoformat())
        for user in dict.fromkeys(user for _role, user in team):
            self.store.add("access_grant", account, user, "edit", "seat", self.start.isoformat())
        return team

    def _people(self, one: Customer, count: int) -> None:
        store, draw = self.store, self.words.draw
        names = lists.DEPARTMENTS[: 6 + int(draw() * 5)]
        rooms = [store.add("accounts_department", one.id, name, n < 6) for n, name in enumerate(names)]  # noqa: PLR2004 -- the rest stand beside
        posts: list[int] = []
        for place in range(count + count // 10):
            above = posts[(place - 1) // SPAN] if place else None
            title, grade = lists.CHIEFS[place] if place < len(lists.CHIEFS) else self.words.one(lists.TITLES)
            posts.append(store.add("people_post", one.id, self.words.one(rooms), title, grade, above))
        one.people = [self._person(post, one.id) for post in posts[:count]]
        for person, other in zip(one.people[3:6], one.people[4:7], strict=False):
            store.add(
                "people_personlink", person, other, "influences", "客户内部评审时两次附议", one.manager, self._ago(300)
            )

    def _person(self, post: int, account: int) -> int:
        store = self.store
        name, latin = self.words.person()
        person = store.add("people_person", name, latin)
        store.add("people_contactpoint", person, "email", f"p{person}@c{account}.example")
        if self.words.draw() < 0.5:  # noqa: PLR2004 -- every second
            store.add("people_contactpoint", person, "phone", f"+86 000 {person:08d}")
        store.add("people_appointment", person, post, self._ago(2000, 200), None)
        moment = f"{self._ago(900, 560)} 02:00:00"
        store.add("journal_event", moment, 1, "people:person:enrol", person, account, person, f'{{"person": {person}}}')
        return person

    def _ago(self, most: int, least: int = 1) -> str:
        return (self.today - timedelta(days=least + int(self.words.draw() * (most - least)))).isoformat()
