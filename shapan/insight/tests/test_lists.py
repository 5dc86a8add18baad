"""Lists: conditions, columns, kept views, and files of exactly what is seen."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from shapan.accounts import actions as accounts
from shapan.foundation.models import Scope
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
from shapan.journal.models import Event
from shapan.lists import actions as lists
from shapan.lists import exporting
from shapan.lists.terms import Tag
from shapan.people import actions as people
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole

ACCOUNTS, PEOPLE = "/accounts/", "/people/"


@pytest.fixture
def several(cast):
    """Four customers of Lin's, one of nobody's; somebody was met at Hebei."""
    for name, facts in {
        "浙江移动": {"tier": "S", "industry": "telecom", "revenue": 900, "currency": "CNY", "ownership": "state_owned"},
        "=国川电力": {"tier": "B", "industry": "power", "revenue": 100, "ownership": "listed"},
        "北辰集成": {"industry": "telecom"},
    }.items():
        account = accounts.open_account(actor=cast.ke, name=name, today=date(2026, 6, 1), **facts)
        teams.take_seat(
            actor=cast.ke, account_id=account.pk, holder_id=cast.lin.pk, role=SeatRole.AR,
            started_on=date(2026, 1, 1), today=date(2026, 6, 1),
        )  # fmt: skip
    accounts.open_account(actor=cast.ke, name="和安医院", tier="A", today=date(2026, 6, 1))
    interactions.log_interaction(
        actor=cast.lin, account_id=cast.hebei.pk, kind=Kind.CALL, held_on=date(2026, 5, 20), today=date(2026, 6, 1),
        person_ids=(cast.gao.pk,), purpose="p", outcome="o", next_step="n",
    )  # fmt: skip
    people.meet_person(
        actor=cast.lin, account_id=cast.hebei.pk, title="副总裁", grade="VP", name="何静", started_on=None,
        today=date(2026, 6, 1),
    )  # fmt: skip
    return cast


def question(*rows, **more):
    said = [f"join={join}&col={col}&op={op}&val={val}" for join, col, op, val in rows]
    return "?" + "&".join([*said, *(f"{key}={value}" for key, value in more.items())])


def seen(client, at=ACCOUNTS):
    page = client.get(at).content.decode()
    return [line.split("</a>")[0].rpartition(">")[2] for line in page.split('<th scope="row">')[1:]]


def taken(client, at, form="csv"):
    answer = client.post(at.replace("/?", f"/export/{form}/?") if "?" in at else f"{at}export/{form}/")
    assert answer.status_code == 200
    if form == "csv":
        return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    return [list(row) for row in load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)]


CONDITIONS = {
    "one tier or the other": ([("and", "tier", "is", "S"), ("or", "tier", "is", "b")], {"浙江移动", "=国川电力"}),
    "both must hold": ([("and", "industry", "is", "telecom"), ("and", "tier", "empty", "")], {"北辰集成"}),
    "not that tier, also none": ([("and", "tier", "is_not", "A")], {"浙江移动", "=国川电力", "北辰集成"}),
    "as large as that": ([("and", "revenue", "at_least", "500")], {"浙江移动"}),
    "no revenue known": ([("and", "revenue", "empty", "")], {"河北移动", "北辰集成"}),
    "a choice in the reader's language": ([("and", "ownership", "is", "国有")], {"浙江移动"}),
    "by account manager": (
        [("and", "owner", "is_not", "x"), ("and", "owner", "contains", "岚"), ("and", "tier", "is", "S")], {"浙江移动"},
    ),
    "met since": ([("and", "last", "at_least", "2026-05-20")], {"河北移动"}),
    "not met since": ([("and", "last", "at_most", "2026-05-19")], set()),
    "never met": ([("and", "last", "empty", "")], {"浙江移动", "=国川电力", "北辰集成"}),
    "another column of the database": ([("and", "parent__name", "is", "x")], set()),
    "a number that is none": ([("and", "revenue", "at_least", "much")], set()),
}  # fmt: skip


@pytest.mark.parametrize("story", CONDITIONS)
def test_customers_under_conditions(client, several, story):
    rows, expected = CONDITIONS[story]
    client.force_login(several.lin)
    assert set(seen(client, ACCOUNTS + question(*rows))) == expected


def test_people_under_conditions(client, several):
    client.force_login(several.lin)
    assert seen(client, PEOPLE + question(("and", "grade", "is", "VP"))) == ["何静"]
    assert seen(client, PEOPLE + question(("and", "tier", "is", "A"), ("and", "title", "contains", "主任"))) == ["高总"]
    assert seen(client, PEOPLE + question(("and", "department", "empty", ""))) == ["何静"]


def test_a_condition_not_understood_is_shown_again_with_the_reason(client, several):
    client.force_login(several.lin)
    page = client.get(ACCOUNTS + question(("and", "revenue", "at_least", "much"))).content.decode()
    assert 'value="much"' in page
    assert 'data-refused="1"' in page


def test_columns_are_chosen(client, several):
    client.force_login(several.lin)
    page = client.get(ACCOUNTS + "?cols=revenue&cols=password").content.decode()
    assert "900 CNY" in page
    assert page.count('<th scope="col"') == 2


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_file_holds_exactly_what_is_seen(client, several, form):
    client.force_login(several.lin)
    at = ACCOUNTS + question(("and", "tier", "filled", ""), cols="tier&cols=revenue&cols=last", sort="revenue")
    table = taken(client, at, form)
    assert [row[0] for row in table[1:]] == ["浙江移动", "'=国川电力", "河北移动"]
    assert [row[0].removeprefix("'") for row in table[1:]] == seen(client, at)
    assert table[0] == ["客户", "客户级别", "营收", "最近有效接触"]
    if form == "csv":
        assert table[3] == ["河北移动", "A", "", "2026-05-20"]
    else:
        assert table[1][2] == 900
        assert table[3][3].date() == date(2026, 5, 20)


def test_a_file_holds_all_pages(client, several, monkeypatch):
    monkeypatch.setattr("shapan.insight.queries.portfolio.WHOLE", 2)
    client.force_login(several.lin)
    assert len(taken(client, ACCOUNTS)) == 5
    assert len(taken(client, PEOPLE)) == 3


def test_nobody_takes_out_more_than_is_seen(client, several):
    client.force_login(several.wu)
    assert len(taken(client, ACCOUNTS)) == 1
    assert len(taken(client, PEOPLE)) == 1
    client.force_login(several.zheng)
    assert len(taken(client, ACCOUNTS + "?q=移动")) == 1


def test_a_file_leaves_a_trace(client, several):
    client.force_login(several.lin)
    taken(client, PEOPLE, "xlsx")
    event = Event.objects.scope(Scope.SYSTEM).get(tag=Tag.EXPORTED)
    assert (event.actor_id, event.particulars) == (several.lin.pk, {"page": "people", "rows": 2, "form": "xlsx"})


def test_too_long_a_list_is_not_taken_out(client, several, monkeypatch):
    monkeypatch.setattr(exporting, "MOST", 3)
    client.force_login(several.lin)
    answer = client.post(f"{ACCOUNTS}export/csv/?sort=tier")
    assert answer.headers["Location"] == f"{ACCOUNTS}?sort=tier"
    assert not Event.objects.scope(Scope.SYSTEM).filter(tag=Tag.EXPORTED).exists()


def test_there_are_two_kinds_of_files(client, several):
    client.force_login(several.lin)
    assert client.post(f"{ACCOUNTS}export/exe/").status_code == 404
    assert client.get(f"{ACCOUNTS}export/csv/").status_code == 405


def test_a_view_is_kept_and_opened_again(client, several):
    client.force_login(several.lin)
    at = question(("and", "tier", "is", "S"), cols="tier")
    page = client.get(ACCOUNTS + at + "&after=3").content.decode()
    kept = page.split('name="query" value="')[1].split('"')[0].replace("&amp;", "&")
    answer = client.post(reverse("lists:keep", args=["accounts"]), {"name": "战略", "query": kept + "&after=3&x=1"})
    assert seen(client, answer.headers["Location"]) == ["浙江移动"]
    shown = client.get(answer.headers["Location"]).content.decode()
    assert 'aria-current="true">战略' in shown
    assert "战略" not in client.get(PEOPLE).content.decode()


def test_a_view_is_its_owners(client, several):
    view = lists.keep_view(actor=several.lin, page="accounts", name="战略", query="tier=S")
    client.force_login(several.song)
    assert "战略" not in client.get(ACCOUNTS).content.decode()
    assert client.post(reverse("lists:forget", args=[view.pk])).status_code == 404
    client.force_login(several.lin)
    client.post(reverse("lists:forget", args=[view.pk]))
    assert "战略" not in client.get(ACCOUNTS).content.decode()


def test_a_name_said_again_replaces_the_view_and_there_are_not_too_many(client, several, monkeypatch):
    monkeypatch.setattr(lists, "MOST", 1)
    kept = [lists.keep_view(actor=several.lin, page="people", name="n", query=query).pk for query in ("q=a", "q=b")]
    assert kept[0] == kept[1]
    client.force_login(several.lin)
    answer = client.post(reverse("lists:keep", args=["people"]), {"name": "m", "query": ""}, follow=True)
    assert "视图" in answer.content.decode()
    assert client.post(reverse("lists:keep", args=["nothing"]), {"name": "m"}).status_code == 404


def cell(scene, field="tier"):
    return reverse("accounts:cell", args=[scene.hebei.pk, field])


IN_PLACE = {"headers": {"HX-Request": "true"}}


def test_a_fact_is_changed_where_it_stands(client, several):
    client.force_login(several.lin)
    assert cell(several) in client.get(ACCOUNTS).content.decode()
    form = client.get(cell(several), **IN_PLACE).content.decode()
    assert "<html" not in form
    version = form.split('name="version" value="')[1].split('"')[0]
    answer = client.post(cell(several), {"tier": "S", "version": version}, **IN_PLACE)
    assert 'data-tier="S"' in answer.content.decode()
    assert seen(client, ACCOUNTS + "?tier=S") == ["河北移动", "浙江移动"]


def test_two_who_change_a_cell_at_once_see_what_the_other_did(client, several):
    client.force_login(several.lin)
    version = client.get(cell(several), **IN_PLACE).content.decode().split('name="version" value="')[1].split('"')[0]
    client.post(cell(several), {"tier": "B", "version": version}, **IN_PLACE)
    answer = client.post(cell(several), {"tier": "S", "version": version}, **IN_PLACE)
    assert answer.status_code == 422
    assert "现为：B" in answer.content.decode()
    assert 'data-tier="B"' in client.get(cell(several) + "?still=1", **IN_PLACE).content.decode()


def test_without_javascript_a_cell_is_a_page(client, several):
    client.force_login(several.lin)
    assert "<html" in client.get(cell(several, "industry")).content.decode()
    who = {"actor": several.lin, "account_id": several.hebei.pk, "today": date(2026, 6, 1)}
    version = accounts.change_account(**who, version=several.hebei.version, country="CN").version
    answer = client.post(cell(several, "industry"), {"industry": "telecom", "version": version})
    assert answer.headers["Location"] == ACCOUNTS


def test_whoever_may_not_edit_is_offered_nothing(client, several):
    client.force_login(several.wu)
    assert client.get(cell(several)).status_code == 404
    client.force_login(several.lin)
    assert client.get(cell(several, "name")).status_code == 404


def act(client, name, ids, **told):
    return client.post(reverse("lists:act", args=[name]), {"id": ids, "back": ACCOUNTS, **told}, follow=True)


def ids_of(client, at=ACCOUNTS):
    page = client.get(at).content.decode()
    return [int(box.split('"')[0]) for box in page.split('form="several" name="id" value="')[1:]]


def taken_back(client):
    page = client.get(ACCOUNTS).content.decode()
    return client.post("/views/acts/" + page.split('action="/views/acts/')[1].split('"')[0], follow=True)


def tiers(client):
    return sorted(row[1] for row in taken(client, ACCOUNTS + "?cols=tier")[1:])


def test_the_tier_of_several_is_set_and_taken_back(client, several):
    client.force_login(several.lin)
    before, ids = tiers(client), ids_of(client)
    assert len(ids) == 4
    assert "=国川电力" in act(client, "tier", ids).content.decode()
    act(client, "tier", ids, tier="C", go="1")
    assert tiers(client) == ["C"] * 4
    taken_back(client)
    assert tiers(client) == before
    assert "views/acts/1/undoing" not in client.get(ACCOUNTS).content.decode()


def test_what_was_changed_since_is_named_and_nothing_is_taken_back(client, several):
    client.force_login(several.lin)
    act(client, "tier", ids_of(client), tier="C", go="1")
    at = {"actor": several.lin, "account_id": several.hebei.pk, "today": date(2026, 6, 1)}
    accounts.change_account(**at, version=several.hebei.version + 1, tier="S")
    page = taken_back(client).content.decode()
    assert "已有改动：河北移动" in page
    assert tiers(client) == ["C", "C", "C", "S"]


def test_a_colleague_joins_several_teams_and_leaves_them_again(client, several):
    client.force_login(several.ke)
    ids = ids_of(client, ACCOUNTS + "?q=移动")
    act(client, "seat", ids, holder_id=several.wu.pk, role="FR", started_on="2026-06-01", go="1")
    client.force_login(several.wu)
    assert set(seen(client)) == {"河北移动", "浙江移动"}
    client.force_login(several.ke)
    act(client, "seat", ids, holder_id=several.wu.pk, role="FR", started_on="2026-06-02", go="1")
    taken_back(client)
    client.force_login(several.wu)
    assert set(seen(client)) == {"河北移动", "浙江移动"}, "the second time nothing was taken, so nothing went"
    client.force_login(several.ke)
    taken_back(client)
    client.force_login(several.wu)
    assert seen(client) == []


@pytest.mark.parametrize(("name", "told"), [("tier", {"tier": "C"}), ("seat", {"role": "FR"})])
def test_nobody_acts_on_rows_of_others(client, several, name, told):
    client.force_login(several.ke)
    before, ids = tiers(client), ids_of(client)
    client.force_login(several.wu)
    assert ids_of(client) == []
    act(client, name, ids, go="1", holder_id=several.wu.pk, started_on="2026-06-01", **told)
    assert seen(client) == []
    client.force_login(several.ke)
    assert tiers(client) == before


def test_rows_that_may_not_be_changed_are_named_and_none_is(client, several):
    """Lin holds seats there, but only leaders change teams."""
    client.force_login(several.lin)
    seat = {"holder_id": several.wu.pk, "role": "FR", "started_on": "2026-06-01"}
    page = act(client, "seat", ids_of(client), go="1", **seat)
    assert page.status_code == 422
    assert "浙江移动" in page.content.decode()
    assert client.post("/views/acts/nothing/").status_code == 404
    assert client.post("/views/acts/9999/undoing/").status_code == 404
    assert "请先选择" in act(client, "tier", []).content.decode()


def test_not_too_many_at_once(client, several, monkeypatch):
    monkeypatch.setattr(lists, "AT_ONCE", 2)
    client.force_login(several.lin)
    assert act(client, "tier", ids_of(client), tier="C", go="1").status_code == 422
    assert "C" not in tiers(client)
