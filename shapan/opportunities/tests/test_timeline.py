"""Opportunities side by side in time."""

import sys
from datetime import date

import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from shapan.opportunities import actions, queries
from shapan.opportunities.rules.spans import axis

TODAY = date(2026, 6, 1)
DAYS = st.dates(date(2020, 1, 1), date(2032, 1, 1))


def test_the_axis_holds_whole_months_around_today():
    found = axis([date(2026, 5, 20), date(2026, 8, 3)], TODAY)
    assert (found.start, found.end) == (date(2026, 5, 1), date(2026, 9, 1))
    assert [day.month for day in found.months] == [5, 6, 7, 8]
    assert (found.place(date(2026, 5, 1)), found.place(date(2027, 1, 1))) == (0, 1)
    assert axis([], date(2026, 12, 31)).months == (date(2026, 12, 1),)


@given(st.lists(DAYS), DAYS)
def test_every_day_has_a_place_in_order_and_no_axis_is_endless(days, today):
    found = axis(days, today)
    assert found.start <= today < found.end
    assert len(found.months) <= 20
    places = [found.place(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)


def test_the_soonest_decision_comes_first_and_pages_follow_on(client, cast, monkeypatch):
    for n, day in enumerate([date(2026, 9, 1), date(2026, 7, 1), None, date(2026, 7, 1)]):
        at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": TODAY}
        actions.open_opportunity(**at, name=f"商机{n}", expected_on=day)
    monkeypatch.setattr(sys.modules["shapan.opportunities.queries.board"], "PAGE", 2)  # a function has the name
    first = queries.coming(actor=cast.lin, today=TODAY)
    then = queries.coming(actor=cast.lin, today=TODAY, after=first.next)
    assert [row.name for row in (*first.rows, *then.rows)] == ["商机3", "商机1", "商机0"]
    assert then.next == ""
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        client.force_login(cast.lin)
        page = client.get(reverse("opportunities:timeline")).content.decode()
    assert "商机3" in page
    assert 'class="span-bar"' in page
