"""What is judged: decision seats and who holds them, evidence and claims, readings of foundation and roof."""

from datetime import date, timedelta

from tools.bench.company import words as lists
from tools.bench.company.customers import Customer
from tools.bench.company.store import Store
from tools.bench.company.words import Words

SEATS = "DAEPUSI"
CRITERIA = ("acceptance", "participation", "information", "guidance")
READ = ("working_level_response", "field_reputation", "technical_standing", "issue_handling", "strategic_agreement")
HELD, OPPOSED, RIVALLED = 0.85, 0.05, 0.3


def build_house(store: Store, words: Words, one: Customer, rivals: list[int], today: date) -> None:
    """The default unit with seven seats, most of them held, and everything said about those who hold them."""
    unit = store.add("decisions_decisionunit", one.id, "默认决策单元", True)
    persons = iter(one.people)
    for code in SEATS:
        seat = store.add("decisions_decisionseat", unit, code, code in "DAEPU")
        for _ in range(2 if code in "EU" else 1):
            if words.draw() < HELD:
                person = next(persons)
                one.holders.append(person)
                influence, started = words.one("HML"), one.started.isoformat()
                store.add("decisions_seatholder", seat, person, influence, 1.0, "confirmed", started)
    for person in one.holders:
        _judge(store, words, one, person, today)
        if words.draw() < RIVALLED:
            store.add(
                "intelligence_competitorstanding", one.id, person, words.one(rivals), int(words.draw() * 4),
                (today - timedelta(days=60)).isoformat(), "对方驻场团队与其往来密切", one.manager,
            )  # fmt: skip
    for indicator in READ:
        days = 10 + int(words.draw() * 80)
        store.add(
            "relationships_indicatorreading", one.id, indicator, 60.0 + days / 4, "季度复盘时逐项核对",
            (today - timedelta(days=days)).isoformat(), one.manager,
        )  # fmt: skip


def _judge(store: Store, words: Words, one: Customer, person: int, today: date) -> None:
    draw = words.draw
    for _ in range(2 + int(draw() * 4)):
        day = (today - timedelta(days=5 + int(draw() * 300))).isoformat()
        level = -1 if draw() < OPPOSED else int(draw() * 4)
        seen_by, verified = one.manager, one.team[1][1] if draw() < 0.8 else None  # noqa: PLR2004 -- four in five
        verified = None if verified == seen_by else verified
        store.add(
            "relationships_evidence", one.id, person, words.one(CRITERIA), level, words.one(lists.STATEMENTS), day,
            seen_by, day, verified, day if verified else None,
        )  # fmt: skip
    for months in range(1 + int(draw() * 2)):
        day = (today - timedelta(days=20 + 90 * months)).isoformat()
        store.add("relationships_claim", one.id, person, int(draw() * 4), one.manager, day, "季度评估")
    day, due = (today - timedelta(days=60)).isoformat(), (today + timedelta(days=120)).isoformat()
    store.add("relationships_target", one.id, person, 3, day, due, one.manager)
