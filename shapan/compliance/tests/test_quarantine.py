"""Restricted words are stored nowhere but in quarantine, which only compliance reads, and nothing is lost silently."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from shapan.compliance import actions, queries
from shapan.compliance.terms import Door
from shapan.identity import actions as identity
from shapan.imports.tests import scenes as imported
from shapan.interactions import actions as interactions
from shapan.interactions.actions import Promised
from shapan.interactions.terms import Kind
from shapan.journal.models import Event
from shapan.kernel.errors import Refused

DAY = date(2026, 6, 1)
SECRET = "评委名单"


@pytest.fixture
def scene(cast):
    cast.mei = identity.enrol_user(username="mei", name="梅洁", password="mei")
    actions.appoint_officer(user_id=cast.mei.pk, today=DAY)
    return cast


def everywhere(text):
    """The tables that hold this text, as it is or as JSON writes it."""
    found, written = set(), (text, json.dumps(text)[1:-1])
    with connection.cursor() as cursor:
        for table in list(connection.introspection.table_names(cursor)):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- our own tables
            cells = (str(cell) for row in cursor.fetchall() for cell in row)
            if any(form in cell for cell in cells for form in written):
                found.add(table)
    return found


def note(scene, **more):
    told = {"actor": scene.lin, "account_id": scene.hebei.pk, "kind": Kind.CALL, "held_on": DAY, "today": DAY}
    return interactions.log_interaction(**told, person_ids=(scene.gao.pk,), **more)


@pytest.mark.parametrize(
    "words",
    [{"purpose": SECRET}, {"quote": f"“{SECRET}”"}, {"promises": (Promised(SECRET, DAY),)}, {"next_step": SECRET}],
)
def test_a_contact_with_restricted_words_is_stored_in_quarantine_only(scene, words):
    with pytest.raises(actions.Withheld) as refused:
        note(scene, outcome="他们谈了预算", **words)
    assert SECRET not in str(refused.value)
    assert everywhere(SECRET) == {"compliance_quarantine"}
    assert everywhere("他们谈了预算") == ({"compliance_quarantine"})
    (held,) = queries.waiting(actor=scene.mei, today=DAY)
    assert (held.writer, held.door) == ("林岚", Door.PAGE)
    event = Event.objects.scope("test").filter(tag="compliance:quarantine:hold").get()
    assert event.actor == scene.lin
    assert SECRET not in str(event.particulars)


def test_the_same_sent_twice_is_one(scene):
    for _again in range(2):
        with pytest.raises(actions.Withheld):
            note(scene, outcome=SECRET)
    assert len(queries.waiting(actor=scene.mei, today=DAY)) == 1


def test_an_outcome_told_later_is_screened_too(scene):
    contact = note(scene, next_step="n").interaction
    with pytest.raises(actions.Withheld):
        interactions.tell_outcome(actor=scene.lin, interaction_id=contact.pk, outcome=SECRET, today=DAY)
    assert everywhere(SECRET) == {"compliance_quarantine"}


@pytest.mark.parametrize("name", ["lin", "shen", "ke", "wu", "admin"])
def test_nobody_but_compliance_reads_it(client, scene, name):
    admin = identity.enrol_user(username="admin", name="管理", password="admin")
    identity.give_role(user=admin, role="administrator", today=DAY)
    scene.admin = admin
    with pytest.raises(actions.Withheld):
        note(scene, outcome=SECRET)
    row = queries.waiting(actor=scene.mei, today=DAY)[0]
    client.force_login(getattr(scene, name))
    assert client.get(reverse("compliance:one", args=[row.id])).status_code == 404
    for act in ("release", "destroy"):
        assert (
            client.post(reverse(f"compliance:{act}", args=[row.id]), {"reason": "r", "version": 1}).status_code == 404
        )
    for address in ("/", "/compliance/", "/search/?q=评委", reverse("insight:timeline", args=[scene.hebei.pk])):
        assert SECRET not in client.get(address).content.decode()
    with pytest.raises(Refused):
        actions.destroy(actor=getattr(scene, name), quarantine_id=row.id, version=1, reason="r", today=DAY)


def test_writer_and_leader_are_told_on_today_and_a_colleague_is_not(client, scene):
    with pytest.raises(actions.Withheld):
        note(scene, outcome=SECRET)
    told = {}
    for name in ("lin", "shen", "wu", "song"):
        client.force_login(getattr(scene, name))
        told[name] = "未予保存" in client.get("/").content.decode()
    assert told == {"lin": True, "shen": True, "wu": False, "song": False}


def test_the_form_comes_back_without_the_words_and_with_the_rest(client, scene):
    client.force_login(scene.lin)
    address = reverse("interactions:log", args=[scene.hebei.pk])
    appointment = client.get(address).context["form"].fields["with_whom"].choices[0][0]
    typed = {
        "with_whom": appointment, "kind": "call", "held_on": DAY, "purpose": "年度规划", "outcome": SECRET,
        "token": "2f8a1d34-8a86-4c1c-9d3c-1f7bb1a0d001",
    }  # fmt: skip
    page = client.post(address, typed)
    body = page.content.decode()
    assert page.status_code == 422
    assert SECRET not in body
    assert "年度规划" in body
    assert "data-draft-done" in body
    assert client.post(address, typed | {"outcome": "谈了预算", "held_on": "2026-05-30"}).status_code == 302


def test_pasted_minutes_are_screened_before_they_are_read(client, scene):
    client.force_login(scene.lin)
    page = client.post(reverse("interactions:capture"), {"read": "1", "paste": f"高总说了{SECRET}"})
    assert page.status_code == 200
    assert SECRET not in page.content.decode()
    assert everywhere(SECRET) == {"compliance_quarantine"}


def test_every_other_page_is_screened_at_its_door(client, scene):
    client.force_login(scene.lin)
    page = client.post(reverse("accounts:department", args=[scene.hebei.pk]), {"name": SECRET})
    assert page.status_code == 422
    assert SECRET not in page.content.decode()
    assert everywhere(SECRET) == {"compliance_quarantine"}


def test_a_file_is_kept_without_the_row_and_says_which(client, scene, settings, tmp_path, work):
    settings.MEDIA_ROOT = tmp_path
    rows = [
        ["日期", "类型", "客户", "客户人员", "结果"],
        ["2026-05-20", "电话", "河北移动", "高总", "谈了预算"],
        ["2026-05-21", "电话", "河北移动", "高总", SECRET],
    ]
    one = imported.upload(scene.lin, rows, kind="interactions")
    imported.check(scene.lin, one, work)
    client.force_login(scene.lin)
    page = client.get(reverse("imports:one", args=[one]) + "?fate=rejected").content.decode()
    assert "合规" in page
    assert SECRET not in page
    assert everywhere(SECRET) == {"compliance_quarantine"}
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    assert not any(SECRET.encode() in bytes_ or SECRET.encode("gb18030") in bytes_ for bytes_ in kept)
    (held,) = queries.waiting(actor=scene.mei, today=DAY)
    assert held.door == Door.IMPORT


def test_the_command_line_names_the_row_and_writes_it_back_without_the_words(scene, tmp_path, capsys):
    path, errors = tmp_path / "contacts.csv", tmp_path / "errors.csv"
    rows = [["date", "type", "account", "people", "outcome"], ["2026-05-20", "call", "河北移动", "高总", SECRET]]
    path.write_bytes(imported.table(rows))
    for dry in (["--dry-run"], []):
        with pytest.raises(SystemExit):
            call_command("import", "interactions", str(path), "--errors", str(errors), *dry)
        told = capsys.readouterr().err
        assert "outcome" in told
        assert SECRET not in told
        assert SECRET not in errors.read_text()
        assert len(queries.waiting(actor=scene.mei, today=DAY)) == (0 if dry else 1)
    assert everywhere(SECRET) == {"compliance_quarantine"}


def test_a_card_with_restricted_words_is_not_kept(scene, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:甲\r\nTITLE:{SECRET}\r\nEND:VCARD\r\n".encode()
    with pytest.raises(Refused):
        imported.upload(scene.lin, card, name="card.vcf")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert len(queries.waiting(actor=scene.mei, today=DAY)) == 1


def test_a_file_with_a_restricted_name_is_not_kept(scene, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with pytest.raises(Refused):
        imported.upload(scene.lin, [["姓名"], ["甲"]], name="评委_名单.xlsx")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert queries.waiting(actor=scene.mei, today=DAY)


def test_compliance_reads_releases_and_the_writer_saves_it_again(client, scene):
    harmless = "评委名单的模板"
    with pytest.raises(actions.Withheld):
        note(scene, outcome=harmless)
    row = queries.waiting(actor=scene.mei, today=DAY)[0]
    client.force_login(scene.mei)
    assert harmless in client.get(reverse("compliance:one", args=[row.id])).content.decode()
    done = client.post(reverse("compliance:release", args=[row.id]), {"reason": "一份空白模板", "version": 1})
    assert done.status_code == 302
    client.force_login(scene.lin)
    assert harmless in client.get(reverse("compliance:one", args=[row.id])).content.decode()
    assert note(scene, outcome=harmless).interaction.outcome == harmless


def test_what_is_destroyed_leaves_its_reason_and_no_word(client, scene):
    with pytest.raises(actions.Withheld):
        note(scene, outcome=SECRET)
    row = queries.waiting(actor=scene.mei, today=DAY)[0]
    client.force_login(scene.mei)
    address = reverse("compliance:destroy", args=[row.id])
    assert client.post(address, {"reason": "", "version": 1}).status_code == 422
    assert client.post(address, {"reason": f"是{SECRET}", "version": 1}).status_code == 422
    assert client.post(address, {"reason": "已通知法务", "version": 1}).status_code == 302
    assert everywhere(SECRET) == set()
    assert "已通知法务" in client.get(reverse("compliance:one", args=[row.id])).content.decode()
    with pytest.raises(actions.Withheld):
        note(scene, outcome=SECRET)


def test_what_was_received_unasked_is_reported(client, scene):
    client.force_login(scene.lin)
    page = client.post(reverse("compliance:report"), {"what": "一封邮件，附有标底", "how": "昨天，陌生地址"})
    assert page.status_code == 302
    (held,) = queries.waiting(actor=scene.mei, today=DAY)
    assert held.door == Door.REPORT
    assert everywhere("附有标底") == {"compliance_quarantine"}


def test_an_administrator_is_never_compliance(scene):
    call_command("appoint", "wu")
    with pytest.raises(CommandError):
        call_command("appoint", "ke")
    with pytest.raises(CommandError):
        call_command("appoint", "nobody")
