"""Opportunities and products from files: nothing guessed, nothing lost, nothing twice."""

import csv
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import time_machine
from django.urls import reverse

from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.imports.rules.likeness import nearest
from shapan.imports.terms import FileKind, Status
from shapan.imports.tests.scenes import TODAY, check, contents, counted, every_table, go_on, upload
from shapan.opportunities import actions
from shapan.opportunities import queries as opportunities
from shapan.opportunities.models import Opportunity
from shapan.opportunities.terms import Stage

MAVEN = Path(__file__).resolve().parents[4] / "shared" / "data" / "maven"
there = pytest.mark.skipif(not MAVEN.exists(), reason="The public data set is not beside this checkout.")
SOURCE = ("--source", "maven")
JOIN = ("--accept", "GTXPro=GTX Pro")


@pytest.fixture
def maven(bring):
    for kind, name in (("accounts", "accounts"), ("users", "sales_teams"), ("products", "products")):
        assert bring(kind, MAVEN / f"{name}.csv", *SOURCE)[1]["rejected"] == 0
    return lambda *options: bring("opportunities", MAVEN / "sales_pipeline.csv", *SOURCE, *options)


@there
def test_a_spelling_is_proposed_joined_when_somebody_says_so_and_remembered(maven):
    status, first = maven()
    assert (status, counted(first)) == (1, (7320, 0, 0, 1480))
    assert {(error["column"], error["line"]) for error in first["errors"][:1]} == {("product", 3)}
    assert '--accept "GTXPro=GTX Pro"' in first["errors"][0]["reason"]
    near = {"column": "product", "said": "GTXPro", "like": "GTX Pro", "rows": 1480}
    assert first["near_misses"] == [near | {"joined": False}]

    status, second = maven(*JOIN)
    assert (status, counted(second)) == (0, (1480, 0, 7320, 0))
    assert second["near_misses"] == [near | {"joined": True}]

    before = every_table()
    status, third = maven()
    assert (status, counted(third), third["near_misses"]) == (0, (0, 0, 8800, 0), [near | {"joined": True}])
    assert every_table() == before


@there
def test_what_was_won_equals_the_file_itself(maven):
    assert counted(maven(*JOIN)[1]) == (8800, 0, 0, 0)
    with (MAVEN / "sales_pipeline.csv").open() as file:
        rows = list(csv.DictReader(file))
    stages = {"Prospecting": Stage.DISCOVERY, "Engaging": Stage.QUALIFIED, "Won": Stage.WON, "Lost": Stage.LOST}
    counts, won = defaultdict(lambda: [0, 0]), Decimal(0)
    for row in rows:
        if row["deal_stage"] in {"Won", "Lost"}:
            year, month, _day = map(int, row["close_date"].split("-"))
            product = "GTX Pro" if row["product"] == "GTXPro" else row["product"]
            for key in (("agent", row["sales_agent"]), ("product", product), ("quarter", (year, (month - 1) // 3 + 1))):
                counts[key][row["deal_stage"] == "Lost"] += 1
        if row["deal_stage"] == "Won":
            won += Decimal(row["close_value"])

    who = {"actor": identity.system_actor(), "today": TODAY}
    ours = {("agent", name): rate for name, rate in opportunities.outcomes_by_owner(**who).items()}
    ours |= {("product", name): rate for name, rate in opportunities.outcomes_by_product(**who).items()}
    ours |= {("quarter", name): rate for name, rate in opportunities.outcomes_by_quarter(**who).items()}
    assert {key: [rate.won, rate.lost] for key, rate in ours.items()} == dict(counts)
    assert all(ours[key].by_count == w / (w + lost) for key, (w, lost) in counts.items())
    assert opportunities.outcomes(**who).won_value == won

    stored = Opportunity.objects.scope(Scope.SYSTEM)
    assert stored.filter(account=None).count() == sum(not row["account"] for row in rows) > 0
    for theirs, stage in stages.items():
        assert stored.filter(stage=stage).count() == sum(row["deal_stage"] == theirs for row in rows)


@pytest.mark.parametrize(
    ("said", "names", "like"),
    [
        ("GTXPro", ["GTX Pro", "GTX Basic"], "GTX Pro"),
        ("gtx-pro", ["GTX Pro"], "GTX Pro"),
        ("GTXPro", ["GTX Pro", "GTX-Pro"], None),
        ("GTK 500", ["GTX 500", "MG Special"], None),
        ("GTX Plus Basik", ["GTX Plus Basic", "GTX Plus Pro"], "GTX Plus Basic"),
        ("云平台", ["云平台 ", "数据库"], "云平台 "),
        ("", ["GTX Pro"], None),
    ],
)
def test_likeness_proposes_one_name_or_none(said, names, like):
    assert nearest(said, names) == like


@pytest.fixture
def ours(bring, customers):
    bring("products", [["产品", "价格"], ["云平台", "1,000"], ["数据库", ""]])
    return lambda rows, *options: bring("opportunities", rows, "--source", "crm", *options)


HEAD = ["商机编号", "商机", "客户", "负责人", "产品", "阶段", "金额", "币种", "预计决策日", "决策日"]


def test_a_changed_row_changes_the_opportunity_and_keeps_its_steps_and_pushes(ours):
    row = ["1", "扩容", "河北移动", "林岚", "云平台", "谈判", "12", "cny", "2026-07-01", ""]
    assert counted(ours([HEAD, row])[1]) == (1, 0, 0, 0)
    assert counted(ours([HEAD, row])[1]) == (0, 0, 1, 0)
    moved = [*row[:5], "赢单", "13", "", "2026-08-01", "2026-05-30"]
    assert counted(ours([HEAD, moved])[1]) == (0, 1, 0, 0)
    who = {"actor": identity.system_actor(), "today": TODAY}
    deal = Opportunity.objects.scope(Scope.SYSTEM).get()
    assert (deal.stage, deal.amount, deal.currency, deal.decided_on) == (Stage.WON, 13, "CNY", date(2026, 5, 30))
    steps = opportunities.stages(**who, opportunity_id=deal.pk)
    assert [(step.before, step.after) for step in steps] == [
        (Stage.NEGOTIATION, Stage.WON),
        (None, Stage.NEGOTIATION),
    ]
    assert [push.days for push in opportunities.pushes(**who, opportunity_id=deal.pk)] == [31]
    assert [line.product for line in opportunities.lines(**who, opportunity_id=deal.pk)] == ["云平台"]
    assert counted(ours([HEAD, moved])[1]) == (0, 0, 1, 0)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"客户": "无此公司"}, "account"),
        ({"负责人": "无此人"}, "owner"),
        ({"负责人": ""}, "owner"),
        ({"产品": "云平苔"}, "product"),
        ({"产品": "芯片"}, "product"),
        ({"阶段": "梦想"}, "stage"),
        ({"金额": "很多"}, "amount"),
        ({"金额": "-1"}, "amount"),
        ({"币种": "RENMINBI"}, "currency"),
        ({"决策日": "2026-05-30"}, "decided"),
        ({"阶段": "赢单", "决策日": "2027-01-01"}, "decided"),
    ],
)
def test_a_row_that_cannot_be_is_rejected_at_its_cell_with_a_remedy(ours, change, column):
    row = dict(zip(HEAD, ["1", "扩容", "河北移动", "林岚", "云平台", "谈判", "12", "", "", ""], strict=True)) | change
    status, report = ours([HEAD, list(row.values())])
    assert (status, [error["column"] for error in report["errors"]]) == (2, [column])
    assert report["errors"][0]["reason"]


def test_an_amount_without_a_currency_is_in_the_reporting_one_and_the_report_says_so(ours):
    row = ["1", "扩容", "", "林岚", "", "发现", "12", "", "", ""]
    assert ours([HEAD, row])[1]["assumed"] == {"currency": "CNY"}


def test_a_join_names_two_names_and_the_second_is_ours(ours):
    row = ["1", "扩容", "", "林岚", "云", "发现", "", "", "", ""]
    assert ours([HEAD, row], "--accept", "云")[0] == 2
    assert "云台" in ours([HEAD, row], "--accept", "云=云台")[1]["errors"][0]["reason"]
    assert counted(ours([HEAD, row], "--accept", "云=云平台")[1]) == (1, 0, 0, 0)


def test_whoever_imports_as_somebody_writes_only_where_that_person_may(ours, bring):
    bring("teams", [["account", "user", "role", "from"], ["河北移动", "林岚", "AR", "2025-01-01"]])
    rows = [
        ["1", "甲", "河北移动", "林岚", "", "发现", "", "", "", ""],
        ["2", "乙", "", "林岚", "", "发现", "", "", "", ""],
        ["3", "丙", "", "宋青", "", "发现", "", "", "", ""],
        ["4", "丁", "浙江移动", "林岚", "", "发现", "", "", "", ""],
    ]
    _status, report = ours([HEAD, *rows], "--as", "lin")
    assert (report["created"], [error["column"] for error in report["errors"]]) == (2, ["owner", "account"])
    assert counted(bring("products", [["name"], ["新品"]], "--as", "lin")[1]) == (0, 0, 0, 1)


def test_products_change_and_stay_one(bring):
    bring("products", [["产品", "系列"], ["云平台", "平台"]])
    assert counted(bring("products", [["产品", "系列", "价格"], ["云平台", "云", "5"]])[1]) == (0, 1, 0, 0)
    keyed = [["编号", "产品"], ["9", "数据库"], ["8", "云平台"]]
    assert counted(bring("products", keyed, "--source", "erp")[1]) == (1, 0, 1, 0)
    keyed = [["编号", "产品"], ["9", "云平台"]]
    assert bring("products", keyed, "--source", "erp")[1]["errors"][0]["column"] == "name"


def test_in_the_browser_the_join_is_one_button_and_the_import_can_be_undone(client, cast, work, bring):
    bring("products", [["产品"], ["GTX Pro"]])
    rows = [["商机编号", "负责人", "阶段", "产品", "金额"], ["1", "林岚", "发现", "GTXPro", "5"]]
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        client.force_login(cast.ke)
        before = contents()
        number = upload(cast.ke, rows, kind=FileKind.OPPORTUNITIES, source="crm")
        check(cast.ke, number, work)
        address = reverse("imports:one", args=[number])
        page = client.get(address).content.decode()
        assert "GTX Pro" in page
        assert "CNY" in page
        assert not Opportunity.objects.scope(Scope.SYSTEM).exists()
        client.post(reverse("imports:joins", args=[number]), {"said": "GTXPro", "like": "Something else"})
        client.post(reverse("imports:joins", args=[number]), {"said": "GTXPro", "like": "GTX Pro"})
        work()
        go_on(cast.ke, number, work, Status.STORING)
        deal = Opportunity.objects.scope(Scope.SYSTEM).get()
        assert [line.product for line in opportunities.lines(actor=cast.ke, opportunity_id=deal.pk, today=TODAY)] == [
            "GTX Pro"
        ]
        go_on(cast.ke, number, work, Status.UNDOING)
    assert contents() == before


def test_whoever_lost_the_right_does_not_undo(cast, work):
    rows = [["商机", "负责人", "阶段"], ["甲", "林岚", "发现"]]
    number = upload(cast.lin, rows, kind=FileKind.OPPORTUNITIES)
    check(cast.lin, number, work)
    go_on(cast.lin, number, work, Status.STORING)
    deal = Opportunity.objects.scope(Scope.SYSTEM).get()
    moved = {"opportunity_id": deal.pk, "version": 1, "today": TODAY}
    actions.assign_owner(actor=cast.ke, owner_id=cast.wu.pk, **moved)
    go_on(cast.lin, number, work, Status.UNDOING)
    assert Opportunity.objects.scope(Scope.SYSTEM).exists()
