"""The pages of an import, as a browser without scripts has them."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate

from shapan.foundation.models import Scope
from shapan.imports.terms import Status, Tag
from shapan.imports.tests.scenes import check, contents, go_on, table, upload

ROWS = [
    ["姓名", "公司", "电话", "备注"],
    ["何静", "河北移动", "+86 138-0000-0000", "-1+2"],
    ["=HYPERLINK", "河北移动", "", ""],
]
GOOD = [
    ["姓名", "公司", "电话"],
    ["何静", "河北移动", "+86 138"],
    ["@cmd", "无此公司", "+86 (10) 8000-1"],
    ["罗明", "河北移动", ""],
]


@pytest.fixture
def lin(client, cast):
    client.force_login(cast.lin)
    return client


def send(client, rows, **told):
    content = table(rows) if isinstance(rows, list) else rows
    file = SimpleUploadedFile("名单.csv", content)
    return client.post("/imports/new/", {"file": file, "kind": "people", "source": "crm", **told})


def words(answer):
    return answer.content.decode()


def test_whoever_has_imported_nothing_is_told_what_it_is_for(lin):
    page = words(lin.get("/imports/"))
    assert reverse("imports:new") in page
    assert "名片" in page


def test_from_upload_to_undo_without_scripts(lin, work):
    before = contents()
    answer = send(lin, GOOD)
    columns = answer.headers["Location"]
    here = columns.removesuffix("columns/")
    page = words(lin.get(columns))
    assert "何静" in page
    assert page.count('<option value="name" selected>') == 1

    answer = lin.post(columns, {"c0": "name", "c1": "account", "c2": "phone", "account_id": ""})
    assert answer.headers["Location"] == here
    waiting = words(lin.get(here))
    assert 'http-equiv="refresh"' in waiting
    assert "没有后台进程" in waiting

    work()
    page = words(lin.get(here))
    assert "无此公司" in page
    assert contents() == before

    assert lin.post(f"{here}storing/").headers["Location"] == here
    assert "0 / 3" in words(lin.get(here))
    work()
    page = words(lin.get(here))
    assert "已导入" in page
    assert words(lin.get(f"{here}?fate=rejected")).count("<tr data-fate") == 1
    assert "何静" in words(lin.get("/people/"))
    assert "名单.csv" in words(lin.get("/imports/"))

    lin.post(f"{here}undoing/")
    work()
    assert "已撤销" in words(lin.get(here))
    assert contents() == before


def test_progress_is_asked_for_and_the_page_comes_anew_at_the_end(lin, cast, work):
    number = upload(cast.lin, GOOD, today=localdate())
    check(cast.lin, number, lambda: None, today=localdate())
    here, asks = f"/imports/{number}/", {"HX-Request": "true", "HX-Target": "work"}
    asked = lin.get(here, headers=asks)
    assert "HX-Refresh" not in asked.headers
    assert "<html" not in words(asked)
    work()
    assert lin.get(here, headers=asks).headers["HX-Refresh"] == "true"


def test_a_refused_file_says_why_at_its_field(lin):
    answer = send(lin, ROWS)
    assert answer.status_code == 422
    assert "名单.csv" in words(answer)
    assert "media" not in words(answer)
    assert send(lin, b"").status_code == 422


def test_a_column_chosen_twice_and_one_left_out_are_refused_at_their_place(lin, cast):
    number = upload(cast.lin, GOOD, today=localdate())
    for chosen in ({"c0": "name", "c1": "name"}, {"c0": "name"}):
        answer = lin.post(f"/imports/{number}/columns/", chosen)
        assert answer.status_code == 422
        assert "message" in words(answer)


def test_the_rejected_rows_come_back_harmless_and_go_in_once_mended(lin, cast, work):
    number = upload(cast.lin, GOOD, today=localdate())
    check(cast.lin, number, work, today=localdate())
    answer = lin.get(f"/imports/{number}/rejected.csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    head, row = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert (head[:3], row[:3]) == (GOOD[0], ["'@cmd", "无此公司", "+86 (10) 8000-1"])
    assert "account" in row[3]
    mended = upload(cast.lin, [head, ["李强", "河北移动", *row[2:]]], today=localdate())
    check(cast.lin, mended, work, today=localdate())
    go_on(cast.lin, mended, work, Status.STORING, today=localdate())
    assert "李强" in words(lin.get("/people/"))


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_of_ours_runs_in_a_spreadsheet(cell):
    from shapan.imports.report import write_rows

    file = io.StringIO()
    write_rows(file, ["name"], [((cell,), "", "why")])
    assert list(csv.reader(io.StringIO(file.getvalue())))[1][0] == f"'{cell}"


def test_a_stranger_finds_no_trace_of_an_import(client, cast, work):
    number = upload(cast.lin, GOOD, today=localdate())
    check(cast.lin, number, work, today=localdate())
    here = f"/imports/{number}/"
    gets = [here, f"{here}columns/", f"{here}rejected.csv"]
    posts = [f"{here}columns/", f"{here}storing/", f"{here}undoing/"]
    for who in (cast.song, cast.shen, cast.ke):
        client.force_login(who)
        assert {client.get(path).status_code for path in gets} == {404}
        assert {client.post(path).status_code for path in posts} == {404}
        assert "file.csv" not in words(client.get("/imports/"))
    client.logout()
    assert {client.get(path).status_code for path in gets} == {302}


def test_an_administrator_sees_and_undoes_every_import_and_stores_none(client, cast, work):
    from shapan.identity import actions as identity
    from shapan.identity.terms import Role
    from shapan.journal.models import Event

    client.force_login(cast.wu)
    before = contents()
    stored, open_still = (upload(cast.lin, GOOD, today=localdate()) for _n in range(2))
    for number in (stored, open_still):
        check(cast.lin, number, work, today=localdate())
    go_on(cast.lin, stored, work, Status.STORING, today=localdate())
    holding = identity.give_role(user=cast.wu, role=Role.ADMINISTRATOR, today=localdate())
    page = words(client.get(f"/imports/{open_still}/"))
    assert "无此公司" in page
    assert "storing/" not in page
    client.post(f"/imports/{open_still}/storing/")
    client.post(f"/imports/{stored}/undoing/")
    work()
    assert "已撤销" in words(client.get(f"/imports/{stored}/"))
    assert "试运行完成" in words(client.get(f"/imports/{open_still}/"))
    holding.delete()
    assert contents() == before
    assert Event.objects.scope(Scope.SYSTEM).get(tag=Tag.UNDONE).actor == cast.wu


def test_a_person_goes_out_as_a_card_and_comes_in_as_nothing_new(lin, cast, work):
    from shapan.people import queries as people

    go_on_with = upload(cast.lin, GOOD, today=localdate())
    check(cast.lin, go_on_with, work, today=localdate())
    go_on(cast.lin, go_on_with, work, Status.STORING, today=localdate())
    he = next(
        row for row in people.directory(actor=cast.lin, on=localdate(), today=localdate()) if row.person == "何静"
    )
    answer = lin.get(f"/people/{he.person_id}/card.vcf")
    assert answer.headers["Content-Type"].startswith("text/vcard")
    text = words(answer)
    assert {"FN:何静", "TEL;TYPE=WORK:+86 138"} <= set(text.split("\r\n"))
    back = upload(cast.lin, text.encode(), name="he.vcf", today=localdate())
    check(cast.lin, back, work, today=localdate())
    assert "已有" in words(lin.get(f"/imports/{back}/?fate=unchanged"))
    assert words(lin.get(f"/imports/{back}/?fate=unchanged")).count("<tr data-fate") == 1
