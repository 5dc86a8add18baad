"""A customer changes hands: nothing of its deals changes but the owner."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.urls import reverse

from shapan.interactions import actions as interactions
from shapan.interactions.actions import Promised
from shapan.interactions.terms import Kind
from shapan.journal import queries as journal
from shapan.opportunities import actions, queries
from shapan.opportunities.actions import OpportunityRefused
from shapan.opportunities.terms import Ending

TODAY = date(2026, 6, 1)
OWN = {"owner_id", "version"}


@pytest.fixture
def deals(cast):
    """Lin's open, won and lost deals at 河北移动, pushed and stepped, with a follow-up; one deal elsewhere."""
    at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": TODAY}
    rows = [
        actions.open_opportunity(**at, name=name, amount=Decimal(n), currency="CNY", category="传输", expected_on=day)
        for n, name, day in [(100, "开", date(2026, 9, 1)), (200, "赢", None), (300, "丢", None)]
    ]
    told = {"actor": cast.lin, "today": TODAY}
    still_open, won, lost = (row.pk for row in rows)
    actions.push_date(**told, opportunity_id=still_open, version=1, expected_on=date(2026, 10, 1), why="预算")
    actions.advance(**told, opportunity_id=still_open, version=2)
    actions.win(**told, opportunity_id=won, version=1, decided_on=TODAY)
    actions.lose(**told, opportunity_id=lost, version=1, decided_on=TODAY, why="价格", ending=Ending.RIVAL)
    actions.capture_lead(**at, name="新机房", owner_id=cast.lin.pk)
    actions.open_opportunity(actor=cast.lin, name="无客户", today=TODAY)
    interactions.log_interaction(
        **at, kind=Kind.CALL, held_on=TODAY, person_ids=(cast.gao.pk,), outcome="o", next_step="发方案",
        next_on=date(2026, 6, 9), promises=(Promised("回复报价", date(2026, 6, 8), owner_id=cast.lin.pk),),
    )  # fmt: skip
    return cast


def everything():
    """Every row of every table but the journal, without who owns an opportunity or a lead."""
    found = {}
    for model in apps.get_models():
        table = model._meta.db_table
        if model._meta.app_label in {"journal", "sessions"} or not model._meta.managed:
            continue
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- names of our own tables
            names = [column[0] for column in cursor.description]
            left_out = OWN if table in {"opportunities_opportunity", "opportunities_lead"} else set()
            rows = [
                tuple(str(value) for name, value in zip(names, row, strict=True) if name not in left_out)
                for row in cursor.fetchall()
            ]
        found[table] = sorted(rows)
    return found


def shown(cast):
    """What a leader reads of it, to the byte, the owner's name aside."""
    who = {"actor": cast.shen, "today": TODAY}
    rows = queries.listing(**who, account_id=cast.hebei.pk).rows
    pages = [
        [(row.name, row.stage, row.amount, row.opened_on, row.expected_on, row.decided_on, row.ending) for row in rows],
        [queries.stages(**who, opportunity_id=row.id) for row in rows],
        [queries.pushes(**who, opportunity_id=row.id) for row in rows],
        queries.totals_at(**who, account_id=cast.hebei.pk),
        queries.outcomes(**who),
        queries.health(**who),
        [(column.stage, column.total) for column in queries.board(**who)],
    ]
    return repr(pages).encode()


def test_nothing_changes_but_the_owner(deals):
    before, read = everything(), shown(deals)
    told = {"account_id": deals.hebei.pk, "from_id": deals.lin.pk, "to_id": deals.song.pk, "today": TODAY}
    assert actions.transfer_opportunities(actor=deals.shen, **told) == 4
    assert everything() == before
    assert shown(deals) == read
    rows = queries.listing(actor=deals.shen, today=TODAY, account_id=deals.hebei.pk).rows
    assert {row.owner_id for row in rows} == {deals.song.pk}
    alone = queries.listing(actor=deals.lin, today=TODAY, search="无客户").rows
    assert [row.owner_id for row in alone] == [deals.lin.pk]
    sentences = [
        row.sentence for row in journal.entries_of_account(actor=deals.shen, account_id=deals.hebei.pk, today=TODAY)
    ]
    assert any("林岚" in one and "宋青" in one and "4" in one for one in sentences)
    assert actions.transfer_opportunities(actor=deals.shen, **told) == 0


def test_it_is_refused_without_a_seat_to_oneself_and_to_nobody(deals):
    told = {"account_id": deals.hebei.pk, "from_id": deals.lin.pk, "today": TODAY}
    before = everything()
    for by, to in ((deals.wu, deals.wu.pk), (deals.shen, deals.lin.pk), (deals.shen, 987654)):
        with pytest.raises(OpportunityRefused):
            actions.transfer_opportunities(actor=by, to_id=to, **told)
    assert everything() == before


def test_it_is_done_on_the_page_of_the_customer(client, deals):
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        client.force_login(deals.shen)
        address = reverse("opportunities:transfer", args=[deals.hebei.pk])
        assert address in client.get(reverse("insight:deals", args=[deals.hebei.pk])).content.decode()
        done = client.post(address, {"from_id": deals.lin.pk, "to_id": deals.song.pk})
        assert done.url == reverse("insight:deals", args=[deals.hebei.pk])
        page = client.get(done.url).content.decode()
        assert "宋青" in page
        client.force_login(deals.wu)
        assert client.get(address).status_code == 404
