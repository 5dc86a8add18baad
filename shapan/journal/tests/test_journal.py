"""History is added to, never rewritten: not through the ORM, not through SQL."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from shapan.accounts import actions as accounts
from shapan.accounts.terms import Tag
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
    last = queries.entries_of_account(actor=cast.lin, account_id=cast.hebei.pk, today=today)[0]
    assert last.sentence.startswith("林岚")
    assert last.changes == (("industry", "", "telecom"),)


def test_the_sentence_is_told_in_the_readers_language(cast, today):
    def told(language):
        with translation.override(language):
            entries = queries.entries_of_account(actor=cast.lin, account_id=cast.hebei.pk, today=today)
            return next(e.sentence for e in entries if e.tag == "people:person:enrol")

    assert told("en") == "林岚 took in 高总 as 计划建设部主任"
    assert told("zh-hans") != told("en")
    assert "高总" in told("zh-hans")


def test_a_sentence_never_names_whom_the_reader_may_not_know(cast, today):
    with translation.override("en"):
        entries = queries.entries_of_account(actor=cast.wu, account_id=cast.hebei.pk, today=date(2026, 6, 1))
    assert "高总" not in " ".join(entry.sentence for entry in entries)
