"""The table of docs/search.md: what is typed, and what it finds, in that order."""

import re
from datetime import date
from pathlib import Path

import pytest

from shapan.accounts import actions as accounts
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
from shapan.people import actions as people
from shapan.search import queries
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole

DAY = date(2026, 5, 20)
PAGE = Path(__file__).resolve().parent.parent / "docs" / "search.md"
ROW = re.compile(r"^\| `(?P<typed>.+?)` \| (?P<found>.*?) \| .* \|$", re.MULTILINE)
TABLE = [(row["typed"], row["found"]) for row in ROW.finditer(PAGE.read_text(encoding="utf-8"))]
COMPANIES = ("国家电网", "华为技术", "重庆银行", "Nordavia Telecom", "浙江移动")
PEOPLE = (
    "王建国", "王建", "王伟", "欧阳娜娜", "曾黎", "单雄信", "解晓东", "仇英", "查良镛", "乐嘉", "万俟卨", "尉迟恭",
    "长孙无忌", "吕行", "陈國華", "陈国栋", "Anna Fischer", "Jan Kowalski", "José García", "Pat O'Brien", "安娜·费舍尔",
)  # fmt: skip


@pytest.fixture
def scene(cast):
    """Lin's customers with their people, and a twin of everything that is nobody's of hers."""
    homes = {name: accounts.open_account(actor=cast.ke, name=name, today=DAY).pk for name in COMPANIES}
    for account in homes.values():
        seat = {"account_id": account, "started_on": date(2025, 1, 1), "today": DAY}
        teams.take_seat(actor=cast.ke, holder_id=cast.lin.pk, role=SeatRole.AR, **seat)
    far = accounts.open_account(actor=cast.ke, name="河北移动", today=DAY)
    for account in (cast.hebei.pk, far.pk):
        at = {"actor": cast.ke, "account_id": account, "today": DAY}
        for name in PEOPLE:
            told = {"emails": ("wang.jg@hebei.example",), "phones": ("+86 138-0013-8000",)} if name == "王建国" else {}
            people.meet_person(**at, name=name, title="专员", started_on=date(2025, 1, 1), **told)
        interactions.log_interaction(
            **at, kind=Kind.CALL, held_on=DAY, person_ids=(), purpose="交流5G承载网方案", outcome="认可分步实施"
        )
    return cast


def test_the_table_is_long_enough():
    assert len(TABLE) >= 40
    assert len({typed for typed, _found in TABLE}) == len(TABLE)


def test_every_row_of_the_table_holds(scene):
    told = {typed: queries.search(actor=scene.lin, text=typed, today=DAY).hits for typed, _found in TABLE}
    assert {typed: "、".join(hit.plain for hit in hits) or "—" for typed, hits in told.items()} == dict(TABLE)
