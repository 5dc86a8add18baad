"""Opportunities: five thousand open ones in the whole company, and half as many decided in the last year."""

from datetime import date, timedelta

from tools.bench.company.customers import Customer
from tools.bench.company.store import Store
from tools.bench.company.words import Words

OPEN = 5000
STAGES = ("discovery", "discovery", "qualified", "qualified", "proposal", "negotiation")
CATEGORIES = ("传输", "无线", "数据中心", "服务")


def write_deals(store: Store, words: Words, one: Customer, today: date, count: int) -> None:
    """`count` open ones at a customer."""
    for number in range(count):
        _deal(store, words, one, today, words.one(STAGES), number)
    for number in range(count // 2):
        _deal(store, words, one, today, words.one(("won", "won", "lost")), number)


def _deal(store: Store, words: Words, one: Customer, today: date, stage: str, number: int) -> None:
    opened = today - timedelta(days=30 + int(words.draw() * 300))
    expected = today + timedelta(days=int(words.draw() * 180) - 20)
    decided = opened + timedelta(days=int(words.draw() * (today - opened).days)) if stage in {"won", "lost"} else None
    amount, category = int(words.draw() ** 3 * 20_000_000), words.one(CATEGORIES)
    owner = words.one(one.team)[1]
    key = store.add(
        "opportunities_opportunity", one.id, owner, f"{category}扩容 {number + 1}", amount, "CNY", category, "direct",
        stage, opened.isoformat(), expected.isoformat(), decided.isoformat() if decided else None,
    )  # fmt: skip
    store.add("opportunities_stagechange", key, "", "discovery", opened.isoformat(), owner, "")
    if stage != "discovery":
        day = decided or opened + timedelta(days=20)
        store.add("opportunities_stagechange", key, "discovery", stage, day.isoformat(), owner, "")
