"""One interaction logged, and people brought in from a file; each beside the bare INSERTs of the same rows."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shapan.identity.queries import system_actor
from shapan.imports import engine
from shapan.imports.terms import FileKind
from shapan.interactions.actions import log_interaction
from shapan.interactions.terms import Kind
from tools.bench.company.store import write_rows
from tools.bench.company.words import Words
from tools.bench.raw import Raw
from tools.bench.timing import Measured, Series, measured

LOGGED, IMPORTED = 8, 200  # budgets: one interaction, and a thousand people at the 5,000 a second we aim at
SAID = {"purpose": "交流技术方案", "outcome": "客户认可分步实施", "next_step": "一周内提交方案"}
FILES, LARGEST = 3, 5000
INTO = (
    "people_person", "people_contactpoint", "people_post", "people_appointment", "sources_externalkey", "journal_event",
)  # fmt: skip


def logging(*, rounds: int, today: date) -> Measured:
    """As the form does it: an account manager, two of the customer's people, one colleague."""
    raw, ours, bare = Raw(today), Series(), Series()
    scenes = list(_scenes(raw, rounds + 2))
    for user, account, persons in scenes:
        told = {
            "actor": get_user_model().objects.get(pk=user), "account_id": account, "kind": Kind.MEETING,
            "held_on": today, "today": today, "person_ids": persons, **SAID,
        }  # fmt: skip
        ours.time(lambda told=told: log_interaction(**told))
        bare.time(lambda scene=(user, account, persons): _insert_one(raw, *scene))
    told["actor"] = get_user_model().objects.get(pk=user)
    with CaptureQueriesContext(connection) as asked:
        log_interaction(**told)
    for series in (ours, bare):
        del series.wall[:2], series.cpu[:2]
    return measured("One interaction logged", ours, bare, queries=[len(asked)], sizes=[], budget=LOGGED)


def _scenes(raw: Raw, count: int) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    dice = Random(2)  # noqa: S311 -- the same scenes every time
    seats = raw.ask("SELECT holder_id, account_id FROM teams_seat WHERE role = 'AR' ORDER BY id")
    for _ in range(count):
        user, account = dice.choice(seats)
        people = raw.ask(
            "SELECT a.person_id FROM people_appointment a JOIN people_post p ON p.id = a.post_id "
            "WHERE p.account_id = %s AND a.ended_on IS NULL ORDER BY a.id LIMIT 10", account,
        )  # fmt: skip
        yield user, account, tuple(row[0] for row in dice.sample(people, 2))


def _insert_one(raw: Raw, user: int, account: int, persons: tuple[int, ...]) -> None:
    """What the action leaves behind, in one transaction as durable as the product's."""
    day, moment = raw.today, f"{raw.today} 01:00:00"
    raw.ask_nothing("BEGIN IMMEDIATE" if connection.vendor == "sqlite" else "BEGIN")
    key = raw.ask(
        "INSERT INTO interactions_interaction (account_id, kind, held_on, purpose, outcome, quote, next_step, bearing, "
        "effective, logged_by_id, logged_at, version) VALUES (%s, %s, %s, %s, %s, '', %s, '', %s, %s, %s, 1) RETURNING id",
        account, "meeting", day, *SAID.values(), True, user, moment,
    )[0][0]  # fmt: skip
    for person in persons:
        raw.ask_nothing(
            "INSERT INTO interactions_interactionperson (interaction_id, person_id) VALUES (%s, %s)", key, person
        )
    raw.ask_nothing(
        "INSERT INTO interactions_interactioncolleague (interaction_id, colleague_id) VALUES (%s, %s)", key, user
    )
    raw.ask_nothing(
        "INSERT INTO journal_event (at, actor_id, tag, subject_id, account_id, particulars) "
        "VALUES (%s, %s, %s, %s, %s, %s)",
        moment, user, "interactions:interaction:log", key, account, f'{{"people": {list(persons)}, "kind": "meeting"}}',
    )  # fmt: skip
    raw.ask_nothing("COMMIT")


@dataclass
class _Table:
    name: str
    columns: list[str]
    before: int


def importing(folder: Path, *, people: int, today: date) -> Measured:
    """Files of new people through the engine of `shapan import`, per thousand; then the very rows it wrote, bare."""
    raw, ours, bare, queries = Raw(today), Series(), Series(), []
    count = min(LARGEST, people)
    for number in range(FILES):
        file = _file(folder / f"people{number}.csv", raw, count, Random(number))  # noqa: S311 -- the same files
        tables = [_table(raw, name) for name in INTO]
        if number == 0:
            with CaptureQueriesContext(connection) as asked:
                _import(file, today)
            queries.append(len(asked))
        else:
            ours.time(lambda file=file: _import(file, today))
        rows = _again(raw, tables)
        if number:
            bare.time(lambda tables=tables, rows=rows: _insert_all(raw, tables, rows))
    for series in (ours, bare):
        series.wall = [spent * 1000 / count for spent in series.wall]
        series.cpu = [spent * 1000 / count for spent in series.cpu]
    return measured("People import, per 1,000", ours, bare, queries=queries, sizes=[], budget=IMPORTED)


def _file(path: Path, raw: Raw, count: int, dice: Random) -> Path:
    """New people of some fifty to an account that is there already, as a company's own list would name them."""
    words = Words(dice)
    accounts = [row[0] for row in raw.ask("SELECT name FROM accounts_account WHERE tier <> '' ORDER BY id")]
    accounts = dice.sample(accounts, min(len(accounts), count // 50 + 1))
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("编号", "姓名", "客户", "部门", "职务", "职级", "邮箱", "电话", "任职日期"))
        for n in range(count):
            name, _latin = words.person()
            told = (f"{path.stem}-{n}", name, dice.choice(accounts), "网络部", f"工程师{n % 97}", "P6")
            out.writerow((*told, f"{path.stem}.{n}@customer.example", f"+86 000 {n:08d}", "2024-03-01"))
    return path


def _import(file: Path, today: date) -> None:
    pending = engine.prepare(FileKind.PEOPLE, [file])
    report = engine.run(FileKind.PEOPLE, pending, actor=system_actor(), today=today, source="bench")
    if report.rejected:
        raise RuntimeError(f"{len(report.rejected)} rejected, the first: {report.rejected[0].reason}")


def _table(raw: Raw, name: str) -> _Table:
    cursor = raw.driver.execute(f"SELECT * FROM {name} LIMIT 0")
    last = raw.ask(f"SELECT coalesce(max(id), 0) FROM {name}")[0][0]
    return _Table(name, [column[0] for column in cursor.description], last)


OWNERS = {"person_id": "people_person", "post_id": "people_post"}


def _again(raw: Raw, tables: list[_Table]) -> list[list[tuple]]:
    """The rows that are new since, under negative keys and, where a key must be unique, from another source."""
    before = {table.name: table.before for table in tables}
    return [
        [
            tuple(_other(before[OWNERS.get(c, table.name)], c, v) for c, v in zip(table.columns, row, strict=True))
            for row in _new(raw, table)
        ]
        for table in tables
    ]


def _new(raw: Raw, table: _Table) -> list[tuple]:
    listed = ", ".join(_as_text(column) for column in table.columns)
    return raw.ask(f"SELECT {listed} FROM {table.name} WHERE id > %s ORDER BY id", table.before)


def _other(before: int, column: str, value):
    if column == "source":
        return f"{value} again"
    is_new = (column == "id" or column in OWNERS) and value is not None and value > before
    return -value if is_new else value


def _as_text(column: str) -> str:
    """Days and documents as both databases take them back."""
    return f"CAST({column} AS text)" if column in {"at", "started_on", "ended_on", "particulars"} else column


def _insert_all(raw: Raw, tables: list[_Table], rows: list[list[tuple]]) -> None:
    raw.ask_nothing("BEGIN")
    for table, of_table in zip(tables, rows, strict=True):
        write_rows(raw.driver, table.name, table.columns, of_table)
    raw.ask_nothing("COMMIT")
