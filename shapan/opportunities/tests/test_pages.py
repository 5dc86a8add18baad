"""The board, the list and one opportunity, as a browser sees them."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from shapan.opportunities import actions, queries
from shapan.opportunities.terms import Stage
from shapan.search import queries as search

TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        yield


@pytest.fixture
def deal(cast, client):
    client.force_login(cast.lin)
    return actions.open_opportunity(actor=cast.lin, name="骨干网扩容", account_id=cast.hebei.pk, today=TODAY)


def step(deal, to):
    return reverse("opportunities:step", args=[deal.pk, to])


def stage(cast, deal):
    return queries.opportunity(actor=cast.ke, opportunity_id=deal.pk, today=TODAY).stage


def test_a_card_is_moved_and_a_refused_move_says_what_is_missing(client, cast, deal):
    board = reverse("opportunities:board")
    ways = client.get(reverse("opportunities:one", args=[deal.pk]), headers={"HX-Request": "true"}).content.decode()
    assert step(deal, "qualified") in ways
    assert "<html" not in ways
    moved = client.post(step(deal, "qualified"), {"version": 1, "back": board})
    assert (moved.status_code, moved.url) == (302, board)
    refused = client.post(step(deal, "proposal"), {"version": 2, "back": board})
    assert refused.status_code == 422
    assert "金额" in refused.content.decode()
    assert stage(cast, deal) is Stage.QUALIFIED


def test_it_is_lost_for_a_reason_on_a_day(client, cast, deal):
    assert client.get(step(deal, "lost")).status_code == 200
    assert client.post(step(deal, "lost"), {"version": 1, "decided_on": "2026-06-01", "why": ""}).status_code == 422
    client.post(step(deal, "lost"), {"version": 1, "decided_on": "2026-06-01", "why": "预算取消"})
    assert stage(cast, deal) is Stage.LOST
    assert client.post(step(deal, "qualified"), {"version": 2}).status_code == 302
    assert stage(cast, deal) is Stage.LOST
    page = client.get(reverse("opportunities:one", args=[deal.pk])).content.decode()
    assert "预算取消" in page
    assert step(deal, "won") not in page


def test_what_rests_is_taken_up_again(client, cast, deal):
    client.post(step(deal, "on_hold"), {"version": 1, "why": "年底再议"})
    assert stage(cast, deal) is Stage.ON_HOLD
    client.post(step(deal, "resume"), {"version": 2})
    assert stage(cast, deal) is Stage.DISCOVERY


def test_opened_changed_pushed_and_given_away_by_forms(client, cast, deal):
    facts = {"name": "新机房", "account_id": cast.hebei.pk, "amount": "12", "currency": "cny", "route": "direct"}
    opened = client.post(reverse("opportunities:open"), {**facts, "category": "", "expected_on": "2026-08-01"})
    number = int(opened.url.strip("/").split("/")[-1])
    for name, told in (
        ("change", {**facts, "version": 1, "category": "机房", "amount": "13.5"}),
        ("push", {"version": 2, "expected_on": "2026-09-01", "why": "评审推迟"}),
        ("owner", {"version": 3, "owner_id": cast.song.pk}),
    ):
        assert client.post(reverse(f"opportunities:{name}", args=[number]), told).status_code == 302
    page = client.get(reverse("opportunities:one", args=[number])).content.decode()
    assert all(word in page for word in ("13.50 CNY", "机房", "评审推迟", "+31", "宋青"))
    stale = client.post(reverse("opportunities:change", args=[number]), {**facts, "version": 1})
    assert stale.status_code == 422


def test_fifty_cards_a_column_and_the_rest_on_demand(client, cast, deal):
    for n in range(60):
        day = None if n % 6 == 0 else date(2026, 7, 1 + n % 20)
        actions.open_opportunity(
            actor=cast.lin, name=f"商机{n:02}", account_id=cast.hebei.pk, expected_on=day, today=TODAY
        )
    page = client.get(reverse("opportunities:board")).content.decode()
    assert page.count('class="deal-card"') == 50
    column = queries.board(actor=cast.lin, today=TODAY)[0]
    rest = queries.column(actor=cast.lin, today=TODAY, stage=Stage.DISCOVERY, after=column.page.next)
    names = [row.name for row in (*column.page.rows, *rest.rows)]
    assert (len(names), len(set(names)), rest.next) == (61, 61, "")
    days = [row.expected_on or date.max for row in (*column.page.rows, *rest.rows)]
    assert days == sorted(days)
    asked = {"stage": "discovery", "after": column.page.next}
    more = client.get(reverse("opportunities:board"), asked, headers={"HX-Request": "true"}).content.decode()
    assert more.count('class="deal-card"') == 11
    listed = client.get(reverse("opportunities:list"), asked).content.decode()
    assert listed.count('<th scope="row">') == 11


def test_the_list_of_all_goes_on_behind_its_last_row_and_survives_a_broken_place(cast, client, deal):
    for n in range(55):
        actions.open_opportunity(actor=cast.lin, name=f"商机{n:02}", account_id=cast.hebei.pk, today=TODAY)
    first = queries.listing(actor=cast.lin, today=TODAY)
    second = queries.listing(actor=cast.lin, today=TODAY, after=first.next)
    assert len({row.id for row in (*first.rows, *second.rows)}) == 56
    for place in ("x", "~", "9~x", "2026-13-01~5"):
        assert client.get(reverse("opportunities:list"), {"stage": "won", "after": place}).status_code == 200
        assert client.get(reverse("opportunities:list"), {"after": place}).status_code == 200


def test_what_was_decided_long_ago_leaves_the_board_and_stays_in_the_list(cast, client, deal):
    old = actions.open_opportunity(actor=cast.lin, name="去年", account_id=cast.hebei.pk, today=date(2026, 1, 5))
    lost = {"actor": cast.lin, "opportunity_id": old.pk, "version": 1, "why": "r", "today": TODAY}
    actions.lose(**lost, decided_on=date(2026, 2, 1))
    assert "去年" not in client.get(reverse("opportunities:board")).content.decode()
    assert "去年" in client.get(reverse("opportunities:list"), {"stage": "lost"}).content.decode()


def test_a_total_that_is_not_whole_says_so(cast, client, deal):
    actions.open_opportunity(
        actor=cast.lin, name="x", account_id=cast.hebei.pk, amount=Decimal(5), currency="EUR", today=TODAY
    )
    page = client.get(reverse("opportunities:board")).content.decode()
    assert "≥ 0 CNY" in page
    assert "EUR" in page


def test_an_opportunity_is_found_by_its_name_and_by_its_customer(cast, deal):
    def found(who, text):
        hits = search.search(actor=who, text=text, today=TODAY).hits
        return [hit.plain for hit in hits if hit.kind == "opportunity"]

    assert found(cast.lin, "骨干网") == ["骨干网扩容"]
    assert found(cast.lin, "gugan") == ["骨干网扩容"]
    assert found(cast.lin, "河北 扩容") == ["骨干网扩容"]
    assert found(cast.wu, "骨干网") == []
    told = {"opportunity_id": deal.pk, "version": 1, "today": TODAY}
    actions.change_facts(actor=cast.lin, **told, name="城域网")
    assert (found(cast.lin, "骨干网"), found(cast.lin, "城域网")) == ([], ["城域网"])
