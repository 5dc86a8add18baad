"""History is added to, never rewritten: not through the ORM, not through SQL."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from shapan.accounts import actions as accounts
from shapan.accounts.terms import Tag
from shapan.decisions import actions as decisions
from shapan.decisions.terms import SeatCode
from shapan.foundation.models import Scope
from shapan.journal import actions as journal
from shapan.journal import queries
from shapan.journal.models import Event, EventIsFinal


@pytest.fixture
def event(cast):
    return Event.objects.scope(Scope.SYSTEM).filter(tag=Tag.OPENED).get()


def test_an_event_is_neither_saved_again_nor_deleted(event):
    with pytest.raises(EventIsFinal):
        event.save()
    with pytest.raises(EventIsFinal):
        event.delete()


def test_no_queryset_changes_or_deletes_events(event):
    everything = Event.objects.scope(Scope.SYSTEM)
    with pytest.raises(EventIsFinal):
        everything.update(tag="other")
    with pytest.raises(EventIsFinal):
        everything.delete()


@pytest.mark.parametrize("statement", ["UPDATE journal_event SET tag = 'other'", "DELETE FROM journal_event"])
def test_the_database_itself_refuses(event, statement):
    with pytest.raises(DatabaseError, match="final"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Event.objects.scope(Scope.SYSTEM).filter(pk=event.pk, tag=Tag.OPENED).exists()


def test_a_change_and_its_event_stand_or_fall_together(cast, today, monkeypatch):
    def fail(**_told):
        raise RuntimeError("the journal is out of order")

    monkeypatch.setattr(journal, "record", fail)
    with pytest.raises(RuntimeError):
        accounts.change_account(
            actor=cast.lin, account_id=cast.hebei.pk, version=cast.hebei.version, today=today, industry="telecom"
        )
    cast.hebei.refresh_from_db()
    assert cast.hebei.industry == ""


def test_a_change_is_told_with_what_was_there_before(cast, today):
    accounts.change_account(
        actor=cast.lin, account_id=cast.hebei.pk, version=cast.hebei.version, today=today, industry="telecom"
    )
    with translation.override("en"):
        last = queries.entries_of_account(actor=cast.lin, account_id=cast.hebei.pk, today=today)[0]
    assert last.sentence == "林岚 changed facts of 河北移动"
    assert last.changes == (("Industry", None, "telecom"),)


def test_words_of_a_list_and_companies_are_told_as_the_screen_names_them(cast, today):
    group = accounts.open_account(actor=cast.ke, name="集团", today=today)
    accounts.change_account(
        actor=cast.ke, account_id=cast.hebei.pk, version=1, today=today, ownership="state_owned", parent_id=group.pk
    )
    decisions.name_holder(
        actor=cast.lin, account_id=cast.hebei.pk, code=SeatCode.DECIDER, person_id=cast.gao.pk, today=today
    )

    def told(actor):
        with translation.override("zh-hans"):
            return queries.entries_of_account(actor=actor, account_id=cast.hebei.pk, today=today)

    named, _unit, changed, *_rest = told(cast.ke)
    assert named.sentence == "林岚 记录：高总 担任决策席位“决策者”"
    assert changed.changes == (("企业性质", None, "国有"), ("上级公司", None, "集团"))
    assert ("上级公司", None, "某项内容") in told(cast.lin)[2].changes
    seated = next(entry for entry in told(cast.lin) if "宋青" in entry.sentence)
    assert seated.sentence == "柯安 安排 宋青 自 2025-01-01 起担任“解决方案经理（SR）”"


def test_the_sentence_is_told_in_the_readers_language(cast, today):
    def told(language):
        with translation.override(language):
            entries = queries.entries_of_account(actor=cast.lin, account_id=cast.hebei.pk, today=today)
            return next(e.sentence for e in entries if e.tag == "people:person:enrol")

    assert told("en") == "林岚 added 高总 as 计划建设部主任"
    assert told("zh-hans") != told("en")
    assert "高总" in told("zh-hans")


def test_a_sentence_never_names_whom_the_reader_may_not_know(cast, today):
    with translation.override("en"):
        entries = queries.entries_of_account(actor=cast.wu, account_id=cast.hebei.pk, today=date(2026, 6, 1))
    assert "高总" not in " ".join(entry.sentence for entry in entries)
