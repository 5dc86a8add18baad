"""An import in the browser, as its actions see it: mapped, checked, stored, taken back."""

from datetime import timedelta
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from shapan.accounts import actions as accounts
from shapan.foundation.models import Scope
from shapan.imports import actions, files, queries
from shapan.imports.models import Import
from shapan.imports.terms import FileKind, Status
from shapan.imports.tests.scenes import TODAY, check, contents, go_on, table, upload
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
from shapan.kernel.errors import Refused
from shapan.people import queries as people_reads

CARDS = Path(__file__).parent / "cards"


@pytest.fixture
def bring_in(work):
    """Upload, take the columns as they are understood, check, and store; returns the import's page."""

    def run(actor, kind, content, *, source="", until=Status.STORED, account_id=None, name="file.csv"):
        import_id = upload(actor, content, kind=kind, source=source, name=name)
        check(actor, import_id, work, account_id=account_id)
        if until is Status.STORED:
            go_on(actor, import_id, work, Status.STORING)
        return page(actor, import_id)

    return run


@pytest.fixture
def undo(work):
    def run(actor, import_id):
        go_on(actor, import_id, work, Status.UNDOING)
        return page(actor, import_id)

    return run


def page(actor, import_id):
    from django.utils import timezone

    return queries.page(actor=actor, import_id=import_id, today=TODAY, now=timezone.now())


def counted(page):
    return tuple(page.facts.counts.values())


PEOPLE = [
    ["姓名", "客户", "部门", "职务", "上级", "邮箱", "任职日期"],
    ["高总", "河北移动", "计划建设部", "计划建设部主任", "", "gao@hb.example", "2025-03-01"],
    ["何静", "河北移动", "采购部", "主管", "高总", "he@hb.example", "2025-01-01"],
    ["罗明", "河北移动", "采购部", "专员", "何静", "", "2025-01-01"],
    ["某人", "无此公司", "", "", "", "", ""],
]
ACCOUNTS = [["name", "parent", "tier"], ["河北移动", "中国移动", "S"], ["山西移动", "中国移动", "B"]]
USERS = [["姓名", "部门", "经理", "角色"], ["新同事", "西区", "新经理", "大客户部"], ["林岚", "西区", "", ""]]
TEAMS = [["account", "user", "role", "from"], ["河北移动", "吴越", "FR", "2026-01-01"], ["河北移动", "林岚", "AR", ""]]
CALLS = [
    ["date", "type", "account", "people", "colleagues", "purpose"],
    ["2026-05-01", "visit", "河北移动", "高总", "林岚", "p"],
    ["2026-05-02", "call", "河北移动", "", "宋青", "q"],
]
PRODUCTS = [["产品", "价格"], ["云平台", "5"], ["数据库", ""]]
DEALS = [
    ["商机", "客户", "负责人", "阶段", "金额", "预计决策日"],
    ["扩容", "河北移动", "林岚", "谈判", "12", "2026-09-01"],
    ["园区", "", "吴越", "赢单", "", ""],
    ["梦", "", "吴越", "梦想", "", ""],
]
FILES = {
    FileKind.PEOPLE: PEOPLE, FileKind.ACCOUNTS: ACCOUNTS, FileKind.USERS: USERS, FileKind.TEAMS: TEAMS,
    FileKind.INTERACTIONS: CALLS, FileKind.PRODUCTS: PRODUCTS, FileKind.OPPORTUNITIES: DEALS,
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
def test_undone_the_database_is_what_it_was_table_by_table(cast, bring_in, undo, kind):
    before = contents()
    stored = bring_in(cast.ke, kind, FILES[kind], source="crm")
    assert stored.facts.status is Status.STORED
    assert contents() != before
    undone = undo(cast.ke, stored.facts.id)
    assert (undone.facts.status, undone.message, undone.kept) == (Status.UNDONE, "", ())
    assert contents() == before


@pytest.mark.parametrize("kind", FILES)
def test_the_same_file_twice_is_nothing_new(cast, bring_in, kind):
    first = bring_in(cast.ke, kind, FILES[kind], source="crm")
    before = contents()
    again = bring_in(cast.ke, kind, FILES[kind], source="crm")
    created, updated, unchanged, rejected = counted(first)
    assert counted(again) == (0, 0, created + updated + unchanged, rejected)
    assert contents() == before
    assert not again.can_undo


@pytest.mark.parametrize("kind", FILES)
def test_the_dry_run_tells_the_fates_that_the_import_then_has_and_writes_nothing(cast, bring_in, kind):
    before = contents()
    checked = bring_in(cast.ke, kind, FILES[kind], source="crm", until=Status.CHECKED)
    assert contents() == before
    foretold = queries.fates(actor=cast.ke, import_id=checked.facts.id, today=TODAY)
    stored = bring_in(cast.ke, kind, FILES[kind], source="crm")
    assert queries.fates(actor=cast.ke, import_id=stored.facts.id, today=TODAY) == foretold
    assert len(foretold) == len(FILES[kind]) - 1


def test_a_second_file_is_taken_back_without_the_first(cast, bring_in, undo):
    bring_in(cast.ke, FileKind.PEOPLE, PEOPLE, source="crm")
    before = contents()
    changed = [PEOPLE[0], ["何静", "河北移动", "采购部", "副总", "高总", "he@hb.example", "2025-01-01"]]
    second = bring_in(cast.ke, FileKind.PEOPLE, changed, source="crm")
    assert counted(second) == (0, 1, 0, 0)
    undo(cast.ke, second.facts.id)
    assert contents() == before


def person(name, cast):
    found = people_reads.directory(actor=cast.ke, on=TODAY, today=TODAY, search=name)
    return found[0] if found else None


def test_a_person_we_have_met_since_stays_and_is_named(cast, bring_in, undo):
    stored = bring_in(cast.lin, FileKind.PEOPLE, PEOPLE)
    he = person("何静", cast)
    interactions.log_interaction(
        actor=cast.lin, account_id=cast.hebei.pk, kind=Kind.CALL, held_on=TODAY, today=TODAY,
        person_ids=(he.person_id,),
    )  # fmt: skip
    undone = undo(cast.lin, stored.facts.id)
    assert [(group["label"], group["why"], group["names"]) for group in undone.kept] == [
        ("people.Person", "hanging", ["何静"])
    ]
    assert person("何静", cast) == he
    assert person("罗明", cast) is None


def test_a_row_that_somebody_changed_since_stays_as_they_left_it(cast, bring_in, undo):
    stored = bring_in(cast.ke, FileKind.ACCOUNTS, ACCOUNTS)
    from shapan.accounts import queries as account_reads

    hebei = account_reads.account(actor=cast.ke, account_id=cast.hebei.pk, today=TODAY)
    accounts.change_account(actor=cast.lin, account_id=hebei.id, version=hebei.version, industry="电信", today=TODAY)
    undone = undo(cast.ke, stored.facts.id)
    assert {(group["label"], group["why"]) for group in undone.kept} == {
        ("accounts.Account", "changed"), ("accounts.Account", "hanging"),
    }  # fmt: skip
    facts = account_reads.account(actor=cast.ke, account_id=cast.hebei.pk, today=TODAY)
    assert (facts.tier, facts.industry) == ("S", "电信")
    assert account_reads.account(actor=cast.ke, account_id=facts.parent_id, today=TODAY).name == "中国移动"
    assert account_reads.account_named("山西移动", actor=cast.ke, today=TODAY) is None


def test_what_stayed_can_be_taken_back_once_nothing_hangs_on_it(cast, bring_in, undo):
    stored = bring_in(cast.ke, FileKind.ACCOUNTS, [["name"], ["山西移动"]])
    from shapan.accounts import queries as account_reads

    shanxi = account_reads.account_named("山西移动", actor=cast.ke, today=TODAY)
    room = accounts.open_department(actor=cast.ke, account_id=shanxi.id, name="部", today=TODAY)
    assert undo(cast.ke, stored.facts.id).can_undo
    room.delete()
    undone = undo(cast.ke, stored.facts.id)
    assert (undone.kept, undone.can_undo) == ((), False)
    assert account_reads.account_named("山西移动", actor=cast.ke, today=TODAY) is None


def test_a_person_that_another_file_brought_too_stays(cast, bring_in, undo):
    first = bring_in(cast.ke, FileKind.PEOPLE, PEOPLE, source="crm")
    bring_in(cast.ke, FileKind.PEOPLE, PEOPLE, source="erp")
    undo(cast.ke, first.facts.id)
    again = bring_in(cast.ke, FileKind.PEOPLE, PEOPLE, source="erp")
    assert (counted(again)[0], counted(again)[3]) == (0, 1)


def test_rights_are_asked_when_the_job_runs(cast, work):
    import_id = upload(cast.lin, PEOPLE)
    check(cast.lin, import_id, work)
    assert counted(page(cast.lin, import_id))[3] == 1
    cast.lin.is_active = False
    cast.lin.save()
    cast.lin.is_active = True  # as the request of a moment ago still has it
    go_on(cast.lin, import_id, work, Status.STORING)
    assert (page(cast.ke, import_id), Import.objects.scope(Scope.SYSTEM).get().status) == (None, Status.REFUSED)
    assert person("何静", cast) is None


def test_whoever_has_left_the_team_takes_nothing_back_there(cast, bring_in, undo):
    from shapan.teams import actions as teams
    from shapan.teams import policies

    stored = bring_in(cast.lin, FileKind.PEOPLE, PEOPLE)
    seat = policies.seats_open_to(cast.ke, TODAY).get(holder=cast.lin)
    teams.leave_seat(actor=cast.ke, seat_id=seat.pk, ended_on=TODAY - timedelta(days=1), today=TODAY)
    undone = undo(cast.lin, stored.facts.id)
    assert undone.facts.status is Status.REFUSED
    assert undone.message
    assert person("何静", cast) is not None


def test_a_colleagues_import_is_nobodys_to_see_or_undo(cast, bring_in, undo):
    stored = bring_in(cast.lin, FileKind.PEOPLE, PEOPLE)
    assert page(cast.song, stored.facts.id) is None
    assert queries.fates(actor=cast.song, import_id=stored.facts.id, today=TODAY) == []
    with pytest.raises(Refused):
        undo(cast.song, stored.facts.id)


def test_the_columns_are_remembered_for_the_source_and_for_nobody_else(cast, bring_in):
    rows = [["Wer", "Wo"], ["何静", "河北移动"]]
    made = {"kind": FileKind.PEOPLE, "name": "f.csv", "chunks": [table(rows)], "today": TODAY}
    row = actions.take_in(actor=cast.lin, source="sap", **made)
    who = {"actor": cast.lin, "import_id": row.pk, "today": TODAY}
    with pytest.raises(Refused) as refused:
        actions.choose_columns(**who, version=1, names={"Wer": "name", "Wo": ""}, account_id=None)
    assert refused.value.field == "account"
    actions.choose_columns(**who, version=1, names={"Wer": "name", "Wo": "account"}, account_id=None)

    def guessed(actor, source):
        new = actions.take_in(actor=actor, source=source, **made)
        return [one.name for one in queries.sheet(actor=actor, import_id=new.pk, today=TODAY).headers]

    assert guessed(cast.lin, "sap") == ["name", "account"]
    assert guessed(cast.lin, "other") == ["", ""]
    assert guessed(cast.song, "sap") == ["", ""]


def test_cards_without_a_company_belong_to_the_one_that_is_chosen(cast, bring_in, undo):
    before = contents()
    cards = (CARDS / "android-2.1.vcf").read_bytes()
    stored = bring_in(cast.lin, FileKind.PEOPLE, cards, account_id=cast.hebei.pk, name="phone.vcf")
    assert counted(stored) == (2, 0, 0, 0)
    assert person("快递小哥", cast).account == "河北移动"
    undo(cast.lin, stored.facts.id)
    assert contents() == before


def test_old_files_are_forgotten_with_the_fates_of_their_rows(cast, bring_in):
    stored = bring_in(cast.lin, FileKind.PEOPLE, PEOPLE)
    path = files.path_of(Import.objects.scope(Scope.SYSTEM).get().file)
    assert path.exists()
    later = TODAY + timedelta(days=31)
    actions.take_in(actor=cast.song, kind=FileKind.PEOPLE, source="", name="x", chunks=[table(PEOPLE)], today=later)
    assert not path.exists()
    old = page(cast.lin, stored.facts.id)
    assert (old.facts.has_file, old.can_undo, counted(old)) == (False, False, counted(stored))
    assert queries.fates(actor=cast.lin, import_id=stored.facts.id, today=later) == []


def test_a_file_that_is_no_table_leaves_nothing_behind(cast, uploads):
    with pytest.raises(Refused) as refused:
        actions.take_in(
            actor=cast.lin, kind=FileKind.PEOPLE, source="", name="photo.png", chunks=[b"\x89PNG\x00"], today=TODAY
        )
    assert str(refused.value).startswith("photo.png")
    assert list(uploads.iterdir()) == []


def test_a_task_that_was_given_up_leaves_the_import_to_its_uploader(cast, work):
    import_id = upload(cast.lin, PEOPLE)
    check(cast.lin, import_id, work)
    go_on(cast.lin, import_id, lambda: None, Status.STORING)
    with pytest.raises(Refused):
        go_on(cast.lin, import_id, work, Status.STORING)  # a worker will come: not twice
    DBTaskResult.objects.filter(status="READY").update(status="FAILED")
    found = page(cast.lin, import_id)
    assert (found.failed, found.at_work, found.may_store) == (True, False, True)
    go_on(cast.lin, import_id, work, Status.STORING)
    assert counted(page(cast.lin, import_id)) == (2, 1, 0, 1)
