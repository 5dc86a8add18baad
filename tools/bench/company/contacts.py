"""What happened with a customer: contacts with people on both sides, promises, and the journal's events of them."""

from collections import deque
from datetime import date, timedelta

from tools.bench.company import words as lists
from tools.bench.company.customers import Customer
from tools.bench.company.store import Store
from tools.bench.company.words import Words

HISTORY = 540  # days
EACH = 5  # interactions for each person
KINDS = (
    "meeting", "meeting", "call", "call", "message", "technical_exchange", "technical_exchange", "business_meal",
    "training", "executive_meeting", "model_site_visit", "joint_workshop", "greeting",
)  # fmt: skip
EFFECTIVE, QUOTED, PROMISES, MOVED = 0.75, 0.2, 0.08, 0.02


class Diary:
    """Writes the contacts of one customer after the other; some people came from a customer met before."""

    def __init__(self, store: Store, words: Words, today: date, each: int):
        self.store, self.words, self.today, self.each = store, words, today, each
        self.days = [(today - timedelta(days=n)).isoformat() for n in range(HISTORY + 1)]
        self.past: deque[tuple[int, int]] = deque(maxlen=500)

    def write(self, one: Customer) -> None:
        """Those on decision seats are met five times as often."""
        circle = one.holders * 4 + one.people
        for _ in range(self.each * len(one.people)):
            self._contact(one, circle)
        for person in one.people:
            if self.words.draw() < MOVED and self.past:
                self._came_from_elsewhere(person, one.id)

    def _contact(self, one: Customer, circle: list[int]) -> None:
        store, words, draw = self.store, self.words, self.words.draw
        ago = int(draw() * HISTORY)
        day, kind, full = self.days[ago], words.one(KINDS), draw() < EFFECTIVE
        ours = [words.one(one.team)[1] for _ in range(1 + int(draw() * 2))]
        key = store.add(
            "interactions_interaction", one.id, kind, day, words.one(lists.PURPOSES),
            words.one(lists.OUTCOMES) if full else "", words.one(lists.QUOTES) if draw() < QUOTED else "",
            words.one(lists.NEXT_STEPS) if full else "", self.days[max(0, ago - 14)] if full else None,
            full and kind != "greeting", ours[0], f"{day} 09:30:00",
        )  # fmt: skip
        persons = list(dict.fromkeys(words.one(circle) for _ in range(1 + int(draw() * 2.4))))
        for person in persons:
            store.add("interactions_interactionperson", key, person)
        for colleague in dict.fromkeys(ours):
            store.add("interactions_interactioncolleague", key, colleague)
        told = f'{{"people": {persons}, "kind": "{kind}", "on": "{day}"}}'
        store.add("journal_event", f"{day} 09:30:00", ours[0], "interactions:interaction:log", key, one.id, None, told)
        if draw() < PROMISES:
            self._promise(key, one.id, persons[0], ours[0], ago)
        if draw() < MOVED:
            self.past.append((key, one.id))

    def _promise(self, key: int, account: int, person: int, owner: int, ago: int) -> None:
        due = (self.today + timedelta(days=14 - ago)).isoformat()
        kept = self.days[max(0, ago - 10)] if self.words.draw() < 0.9 else None  # noqa: PLR2004 -- one in ten is open
        self.store.add("interactions_promise", key, account, person, self.words.one(lists.PROMISED), owner, due, kept)

    def _came_from_elsewhere(self, person: int, here: int) -> None:
        """Took part in contacts of another customer, in a post there that ended: history that travels."""
        key, account = self.words.one(self.past)
        if account == here:
            return
        self.store.add("interactions_interactionperson", key, person)
        post = self.store.add("people_post", account, None, "前任主任", "M3", None)
        self.store.add("people_appointment", person, post, self.days[HISTORY], self.days[180])
