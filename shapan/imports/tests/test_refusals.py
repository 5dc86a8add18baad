"""What a file may not do: each refusal stands at its row and says why; the other rows go in."""

from datetime import date

import pytest

from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.identity.models import User
from shapan.identity.terms import Role
from shapan.teams.models import Seat

BACKWARD = ("2026-03-01", "2026-02-01")


def reasons(report):
    return [(error["line"], error["column"], error["reason"]) for error in report["errors"]]


@pytest.fixture
def team(bring, customers):
    """Lin serves Hebei; Song serves nobody."""
    bring("teams", [["客户", "成员", "角色", "开始日期"], ["河北移动", "林岚", "AR", "2025-01-01"]])
    return {user.name: user.username for user in User.objects.all()}


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("users", [["name"], ["陶然"]]),
        ("accounts", [["name"], ["江苏移动"]]),
        ("people", [["姓名", "客户", "职务"], ["王芳", "河北移动", "主任"]]),
        ("teams", [["客户", "成员", "角色"], ["河北移动", "宋青", "SR"]]),
        ("interactions", [["日期", "类型", "客户"], ["2026-05-01", "会议", "河北移动"]]),
    ],
)
def test_whoever_has_no_right_brings_nothing_in(bring, team, kind, rows):
    status, report = bring(kind, rows, "--as", team["宋青"])
    assert (status, report["created"], report["rejected"]) == (2, 0, 1)


def test_a_seat_does_not_let_one_change_the_team_or_another_customer(bring, team):
    bring("accounts", [["name", "key"], ["河北移动", "H"], ["浙江移动", "Z"]], "--source", "crm")
    seat = [["客户", "成员", "角色"], ["河北移动", "宋青", "SR"]]
    assert "只有大客户部" in reasons(bring("teams", seat, "--as", team["林岚"])[1])[0][2]
    rows = [["name", "key", "industry"], ["河北移动", "H", "电信"], ["浙江移动", "Z", "电信"]]
    _status, report = bring("accounts", rows, "--source", "crm", "--as", team["林岚"])
    assert (report["updated"], reasons(report)) == (1, [(3, "", "您不在这个客户的团队中。")])


@pytest.mark.parametrize(
    ("kind", "rows", "column"),
    [
        ("users", [["name"], ["岚" * 201]], "name"),
        ("accounts", [["name"], ["移" * 201]], "name"),
        ("people", [["name", "account", "title"], ["王芳", "河北移动", "总" * 201]], "title"),
        ("people", [["name", "account", "title", "from", "to"], ["王芳", "河北移动", "总", *BACKWARD]], "to"),
        ("teams", [["account", "user", "role", "from", "to"], ["河北移动", "宋青", "SR", *BACKWARD]], "to"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_column(bring, customers, kind, rows, column):
    status, report = bring(kind, rows)
    assert status == 2
    assert reasons(report)[0][1] == column


def test_nobody_stands_above_themselves(bring):
    _status, users = bring("users", [["name", "manager"], ["甲", "乙"], ["乙", "甲"]])
    assert [row[2] for row in reasons(users)] == ["上级不能是本人。"]
    assert [user.manager for user in User.objects.filter(name="甲")] == [None]
    _status, companies = bring("accounts", [["name", "parent"], ["甲公司", "乙公司"], ["乙公司", "甲公司"]])
    assert [row[2] for row in reasons(companies)] == ["公司不能隶属于自己。"]


def test_a_later_file_changes_units_titles_roles_and_parents(bring, customers):
    rows = [["name", "email", "unit", "title", "role"], ["林岚", "lin@us.example", "华北", "总监", "大客户部"]]
    assert bring("users", rows)[1]["updated"] == 1
    lin = User.objects.get(username="lin")
    assert (lin.unit.name, lin.title) == ("华北", "总监")
    assert identity.roles_of(lin, date(2026, 6, 1)) == {Role.KEY_ACCOUNT_OFFICE}
    changed = [["name", "parent", "roles"], ["河北移动", "浙江移动", "客户;合作伙伴"]]
    assert bring("accounts", changed)[1]["updated"] == 1


def test_two_of_one_mail_name_get_two_user_names(bring):
    _status, report = bring("users", [["name", "email"], ["甲", "li@a.example"], ["乙", "li@b.example"]])
    assert [row["username"] for row in report["usernames"]] == ["li", "li2"]


def test_a_seat_known_already_is_ended_and_never_held_twice_at_once(bring, team):
    columns = ["account", "user", "role", "from", "to"]
    ended = bring("teams", [columns, ["河北移动", "林岚", "AR", "2025-01-01", "2026-05-01"]])[1]
    assert ended["updated"] == 1
    _status, report = bring("teams", [columns, ["河北移动", "林岚", "AR", "2026-04-01", ""]])
    assert [row[2] for row in reasons(report)] == ["这位同事已在该席位。"]
    assert Seat.objects.scope(Scope.SYSTEM).filter(role="AR").count() == 1


def test_who_was_there_is_corrected_by_a_later_file(bring, customers):
    columns = ["key", "date", "type", "account", "people", "colleagues", "purpose"]
    bring("interactions", [columns, ["1", "2026-05-01", "会议", "河北移动", "高远", "林岚", "扩容"]], "--source", "s")
    again = [columns, ["1", "2026-05-01", "会议", "河北移动", "何静", "宋青", "扩容二期"]]
    assert bring("interactions", again, "--source", "s")[1]["updated"] == 1
    assert bring("interactions", again, "--source", "s")[1]["unchanged"] == 1
