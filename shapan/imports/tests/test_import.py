"""The company's own files in: what is new, what is known, what is refused."""

import csv
import json
import zipfile
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
import time_machine
from django.core.management import call_command
from django.db import connection

from shapan.accounts import queries as accounts
from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.identity.models import User
from shapan.interactions.models import Interaction
from shapan.journal.models import Event
from shapan.people import queries as people
from shapan.relationships import queries as relationships

TODAY = date(2026, 6, 1)
MAVEN = Path(__file__).resolve().parents[4] / "shared" / "data" / "maven"


@pytest.fixture
def bring(db, tmp_path):
    """Import rows, or a file, and return (exit status, report)."""

    def run(kind, rows, *options, name="file.csv", encoding="utf-8"):
        path = rows
        if isinstance(rows, list):
            path = tmp_path / name
            with path.open("w", encoding=encoding, newline="") as file:
                csv.writer(file).writerows(rows)
        out = StringIO()
        with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False), pytest.raises(SystemExit) as status:
            call_command("import", kind, str(path), "--json", *options, stdout=out, stderr=StringIO())
        return status.value.code, json.loads(out.getvalue())

    return run


@pytest.fixture
def customers(bring):
    bring("accounts", [["name", "tier"], ["河北移动", "A"], ["浙江移动", "B"]])
    bring("users", [["name", "email"], ["林岚", "lin@us.example"], ["宋青", ""]])
    bring(
        "people",
        [
            ["姓名", "客户", "部门", "职务", "上级", "邮箱", "任职日期", "离任日期"],
            ["高远", "河北移动", "计划部", "主任", "", "gao@hb.example", "2025-01-01", ""],
            ["何静", "河北移动", "采购部", "主管", "高远", "", "2025-01-01", ""],
        ],
    )


def who(name, today=TODAY):
    return accounts.account_named(name, actor=identity.system_actor(), today=today)


def house(name, on=TODAY):
    return relationships.house(actor=identity.system_actor(), account_id=who(name).id, on=on, today=TODAY)


def counted(report):
    return tuple(report[name] for name in ("created", "updated", "unchanged", "rejected"))


def every_table():
    with connection.cursor() as cursor:
        tables = [t for t in connection.introspection.table_names(cursor) if t != "django_session"]
        counts = {}
        for table in sorted(tables):
            cursor.execute(f'SELECT COUNT(*) FROM "{table}"')  # noqa: S608 -- our own tables
            counts[table] = cursor.fetchone()[0]
    return counts


@pytest.mark.skipif(not MAVEN.exists(), reason="The public data set is not beside this checkout.")
def test_a_public_data_set_goes_in_as_it_is_and_twice_changes_nothing(bring):
    status, first = bring("accounts", MAVEN / "accounts.csv", "--source", "maven")
    assert (status, counted(first)) == (0, (85, 0, 0, 0))
    before = every_table()
    status, again = bring("accounts", MAVEN / "accounts.csv", "--source", "maven")
    assert (status, counted(again)) == (0, (0, 0, 85, 0))
    assert every_table() == before

    assert who("Acme Corporation").industry == "technolgy"
    assert str(who("Acme Corporation").revenue) == "1100.04"
    with (MAVEN / "accounts.csv").open() as file:
        parents = {row["account"]: row["subsidiary_of"] for row in csv.DictReader(file) if row["subsidiary_of"]}
    assert {name: who(parent).id for name, parent in parents.items()} == {n: who(n).parent_id for n in parents}

    _status, users = bring("users", MAVEN / "sales_teams.csv", "--source", "maven")
    assert (counted(users), users["implied"]) == ((35, 0, 0, 0), {"users": 6, "units": 3})
    assert counted(bring("users", MAVEN / "sales_teams.csv", "--source", "maven")[1]) == (0, 0, 35, 0)


def test_chinese_headers_and_words_are_understood(bring):
    rows = [
        ["客户名称", "上级客户", "客户等级", "企业性质", "营业收入", "员工人数"],
        ["甲", "集团", "S级", "国企", "1.2亿", "3,000"],
    ]
    _status, report = bring("accounts", rows, encoding="gb18030")
    assert (report["created"], report["implied"]) == (1, {"accounts": 1})
    facts = who("甲")
    assert (facts.tier, facts.ownership, facts.revenue, facts.employees) == ("S", "state_owned", 120_000_000, 3000)


def test_a_spreadsheet_with_dates_and_numbers_goes_in(bring, customers, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["date", "type", "account", "people", "purpose", "outcome", "next_step"])
    book.active.append([datetime(2026, 5, 2), "拜访", "河北移动", "高远；何静", "规划", "同意", "送方案"])  # noqa: DTZ001 -- Excel knows no zone
    book.save(tmp_path / "calls.xlsx")
    assert counted(bring("interactions", tmp_path / "calls.xlsx")[1]) == (1, 0, 0, 0)
    assert [(p.person, p.days) for p in house("河北移动").people] == [("何静", 30), ("高远", 30)]


def test_rows_update_and_an_empty_cell_says_nothing(bring):
    bring("accounts", [["name", "tier", "industry"], ["甲", "A", "电力"]], "--source", "crm")
    assert counted(bring("accounts", [["name", "tier", "industry"], ["甲", "B", ""]], "--source", "crm")[1]) == (
        0,
        1,
        0,
        0,
    )
    assert (who("甲").tier, who("甲").industry) == ("B", "电力")


def test_a_key_lets_a_name_change(bring):
    bring("accounts", [["key", "name"], ["7", "旧名"]], "--source", "crm")
    assert counted(bring("accounts", [["key", "name"], ["7", "新名"]], "--source", "crm")[1]) == (0, 1, 0, 0)
    assert who("旧名") is None


def test_a_bad_row_never_stops_the_good_ones_and_names_its_place(bring):
    rows = [
        ["name", "tier", "revenue"],
        ["甲", "A", "1"],
        ["乙", "Z", "1"],
        ["", "A", "1"],
        ["丙", "B", "much"],
        ["甲", "C", "1"],
    ]
    status, report = bring("accounts", rows)
    assert (status, counted(report)) == (1, (1, 0, 0, 4))
    assert [(e["line"], e["column"]) for e in report["errors"]] == [
        (3, "tier"),
        (4, "name"),
        (5, "revenue"),
        (6, "key"),
    ]


def test_the_rejected_rows_come_back_with_reasons_and_go_in_once_mended(bring, tmp_path):
    back = tmp_path / "rejected.csv"
    bring("accounts", [["name", "tier"], ["甲", "A"], ["@乙", "Z"]], "--errors", str(back))
    with back.open(encoding="utf-8-sig", newline="") as file:
        head, row = csv.reader(file)
    assert (head[:2], row[:2]) == (["name", "tier"], ["'@乙", "Z"])
    assert row[2].startswith("tier")
    assert counted(bring("accounts", [head, ["乙", "B", row[2]]])[1]) == (1, 0, 0, 0)


def test_a_dry_run_tells_everything_and_writes_nothing(bring, customers):
    before = every_table()
    _status, report = bring("people", [["name", "account"], ["新人", "河北移动"], ["某人", "无此公司"]], "--dry-run")
    assert counted(report) == (1, 0, 0, 1)
    assert every_table() == before


def test_an_unchanged_file_writes_no_event(bring):
    rows = [["name", "tier"], ["甲", "A"]]
    bring("accounts", rows)
    events = Event.objects.scope(Scope.SYSTEM).count()
    bring("accounts", rows)
    assert Event.objects.scope(Scope.SYSTEM).count() == events


REFUSED = {
    "empty": b"",
    "header only": b"name,tier\r\n",
    "no key column": b"tier,country\r\nA,China\r\n",
    "duplicate headers": b"name,tier,Name\r\na,A,b\r\n",
    "too many cells": b"name,tier\r\na,A,b\r\n",
    "too few cells": b"name,tier,country\r\na,A\r\n",
    "formula": b"name,tier\r\n=1+1,A\r\n",
    "an open quotation mark": b'name,tier\r\n"a,A\r\n',
    "not a table": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "another encoding": "name,tier\r\nCafé,A\r\n".encode("latin-1"),
    "utf-16": "name,tier\r\na,A\r\n".encode("utf-16"),
    "a cell of 10 MB": b"name,tier\r\n" + b"a" * 10_000_000 + b",A\r\n",
    "not a spreadsheet": b"PK\x03\x04 and nothing behind it",
    "two columns for one thing": b"company,customer\r\na,b\r\n",
}


@pytest.mark.parametrize("trouble", REFUSED)
def test_a_broken_file_is_refused_whole_and_nothing_is_written(bring, tmp_path, trouble):
    path = tmp_path / "broken.csv"
    path.write_bytes(REFUSED[trouble])
    before = every_table()
    status, report = bring("accounts", path)
    assert status == 2
    assert "broken.csv" in report["refused"]
    assert every_table() == before


def test_a_formula_in_a_spreadsheet_is_refused_with_its_cell(bring, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["name", "employees"])
    book.active.append(["甲", "=1+1"])
    book.save(tmp_path / "f.xlsx")
    status, report = bring("accounts", tmp_path / "f.xlsx")
    assert status == 2
    assert "B2" in report["refused"]


def test_a_zip_that_is_no_spreadsheet_is_refused(bring, tmp_path):
    with zipfile.ZipFile(tmp_path / "z.xlsx", "w") as package:
        package.writestr("hello.txt", "hello")
    assert bring("accounts", tmp_path / "z.xlsx")[0] == 2


def test_a_phone_number_with_a_plus_is_no_formula(bring, customers):
    rows = [["name", "account", "phone"], ["新人", "河北移动", "+86 13800000000"]]
    assert counted(bring("people", rows)[1]) == (1, 0, 0, 0)


def test_posts_departments_and_reporting_lines_are_named_once(customers):
    who_asks = {"actor": identity.system_actor(), "today": TODAY}
    posts = {p.title: p for p in people.posts(account_id=who("河北移动").id, **who_asks)}
    assert set(posts) == {"主任", "主管"}
    assert posts["主管"].parent_id == posts["主任"].id


def test_a_person_who_moves_stays_one_person(bring, customers):
    head = ["name", "account", "title", "email", "from", "to"]
    rows = [
        head,
        ["高远", "河北移动", "主任", "gao@hb.example", "2025-01-01", "2026-04-01"],
        ["高远", "浙江移动", "总经理", "gao@hb.example", "2026-04-01", ""],
    ]
    assert bring("people", rows)[1]["rejected"] == 0
    before = every_table()
    assert counted(bring("people", rows)[1]) == (0, 0, 2, 0)
    assert every_table() == before
    assert [p.person for p in house("河北移动").people] == ["何静"]
    (gao,) = house("浙江移动").people
    career = people.career(actor=identity.system_actor(), person_id=gao.person_id, today=TODAY)
    assert [(post.account, post.started_on, post.ended_on) for post in career] == [
        ("浙江移动", date(2026, 4, 1), None),
        ("河北移动", date(2025, 1, 1), date(2026, 4, 1)),
    ]


def test_a_changed_title_changes_the_post_and_not_the_history(bring, customers):
    rows = [["name", "account", "title", "from"], ["何静", "河北移动", "高级主管", "2025-01-01"]]
    assert counted(bring("people", rows)[1]) == (0, 1, 0, 0)
    assert [[post.title for post in p.posts] for p in house("河北移动").people] == [["高级主管"], ["主任"]]


def test_namesakes_with_different_keys_are_two_people(bring, customers):
    rows = [["key", "name", "account"], ["1", "王伟", "河北移动"], ["2", "王伟", "河北移动"]]
    assert counted(bring("people", rows, "--source", "crm")[1]) == (2, 0, 0, 0)
    assert counted(bring("people", rows, "--source", "crm")[1]) == (0, 0, 2, 0)
    calls = [
        ["date", "type", "account", "people"],
        ["2026-05-01", "call", "河北移动", "王伟"],
        ["2026-05-01", "call", "河北移动", "2"],
    ]
    status, report = bring("interactions", calls, "--source", "crm")
    assert (status, counted(report)) == (1, (1, 0, 0, 1))
    assert report["errors"][0]["column"] == "people"


CALLS = [
    ["date", "type", "account", "people", "colleagues", "purpose", "outcome", "next_step"],
    ["2026-05-01", "visit", "河北移动", "高远;何静", "林岚", "p", "o", "n"],
    ["2026-05-10T23:30:00-05:00", "call", "河北移动", "高远", "林岚;宋青", "p", "o", ""],
    ["2026/5/20", "节日问候", "河北移动", "高远", "", "p", "o", "n"],
]


def test_no_contact_is_lost_or_counted_twice(bring, customers):
    assert counted(bring("interactions", CALLS)[1]) == (3, 0, 0, 0)
    assert counted(bring("interactions", CALLS)[1]) == (0, 0, 3, 0)
    told = {p.person: (p.interactions, p.last_on) for p in house("河北移动").people}
    assert told == {"高远": (3, date(2026, 5, 1)), "何静": (1, date(2026, 5, 1))}


def test_a_moment_with_a_zone_keeps_its_day_and_its_instant(bring, customers):
    bring("interactions", CALLS)
    call = Interaction.objects.scope(Scope.SYSTEM).get(kind="call")
    assert (call.held_on, call.held_at) == (date(2026, 5, 10), datetime(2026, 5, 11, 4, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (["2026-07-01", "call", "河北移动", "高远"], "date"),
        (["yesterday", "call", "河北移动", "高远"], "date"),
        (["2026-05-01", "seance", "河北移动", "高远"], "type"),
        (["2026-05-01", "call", "无此公司", "高远"], "account"),
        (["2026-05-01", "call", "浙江移动", "高远"], "people"),
    ],
)
def test_a_contact_that_cannot_be_is_rejected_at_its_cell(bring, customers, row, column):
    status, report = bring("interactions", [["date", "type", "account", "people"], row])
    assert (status, report["errors"][0]["column"]) == (2, column)


def test_a_seat_in_a_file_opens_the_account(bring, customers):
    lin = User.objects.get(name="林岚")
    rows = [["account", "user", "role", "from"], ["河北移动", "林岚", "客户经理", "2025-01-01"]]
    assert accounts.account(actor=lin, account_id=who("河北移动").id, today=TODAY) is None
    assert counted(bring("teams", rows)[1]) == (1, 0, 0, 0)
    assert counted(bring("teams", rows)[1]) == (0, 0, 1, 0)
    assert accounts.account(actor=lin, account_id=who("河北移动").id, today=TODAY)


def test_whoever_imports_as_somebody_has_that_persons_rights_and_learns_no_more(bring, customers):
    bring("teams", [["account", "user", "role", "from"], ["河北移动", "林岚", "AR", "2025-01-01"]])
    rows = [["name", "account"], ["新人", "河北移动"], ["某人", "浙江移动"], ["他人", "无此公司"]]
    status, report = bring("people", rows, "--as", "lin")
    assert (status, counted(report)) == (1, (1, 0, 0, 2))
    hidden, missing = (
        error["reason"].replace(name, "…")
        for error, name in zip(report["errors"], ("浙江移动", "无此公司"), strict=True)
    )
    assert hidden == missing


def test_columns_of_other_names_are_told_by_a_map(bring, tmp_path):
    (tmp_path / "map.toml").write_text('name = "Kunde"\n')
    rows = [["Kunde", "Farbe"], ["甲", "rot"]]
    assert bring("accounts", rows)[0] == 2
    status, report = bring("accounts", rows, "--map", str(tmp_path / "map.toml"))
    assert (status, report["created"], report["ignored_columns"]) == (0, 1, ["Farbe"])


def test_the_administrator_learns_the_new_user_names_and_that_they_open_nothing_yet(bring, tmp_path):
    rows = [["name", "email", "manager"], ["林岚", "lin@us.example", "沈北"], ["Anna Berg", "", ""]]
    _status, first = bring("users", rows)
    names = {row["name"]: row["username"] for row in first["usernames"]}
    assert names == {"林岚": "lin", "Anna Berg": "anna.berg", "沈北": User.objects.get(name="沈北").username}
    assert not any(user.has_usable_password() for user in User.objects.filter(username__in=names.values()))
    assert bring("users", rows)[1]["usernames"] == []


def test_the_terminal_says_how_new_colleagues_come_in(db, tmp_path):
    path, out = tmp_path / "users.csv", StringIO()
    path.write_text("name,email\n林岚,lin@us.example\n")
    with pytest.raises(SystemExit):
        call_command("import", "users", str(path), stdout=out, stderr=StringIO())
    assert "lin  林岚" in out.getvalue()
    assert "shapan changepassword" in out.getvalue()
    again = StringIO()
    with pytest.raises(SystemExit):
        call_command("import", "users", str(path), stdout=again, stderr=StringIO())
    assert "changepassword" not in again.getvalue()
