"""The competitor's relationships on our map: seen, said, and beside the person."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from shapan.accounts import actions as accounts
from shapan.accounts.terms import CompanyRole
from shapan.intelligence import actions, queries
from shapan.journal import queries as journal


@pytest.fixture
def page(cast):
    return reverse("intelligence:competitor", args=[cast.hebei.pk, cast.gao.pk])


def sent(**changed):
    return {"level": "2", "statement": "参加其新品发布会", "observed_on": "2026-05-20"} | changed


def strongest(cast, today):
    found = queries.strongest_rivals(actor=cast.lin, account_ids=[cast.hebei.pk], on=today, today=today)
    rival = found.get((cast.hebei.pk, cast.gao.pk))
    return rival and (rival.competitor, rival.level)


def test_lin_names_a_competitor_nobody_knew_and_finds_it_in_the_list_next_time(client, cast, page, today):
    client.force_login(cast.lin)
    assert client.post(page, sent(competitor="瑞通科技")).status_code == 302
    assert strongest(cast, today) == ("瑞通科技", 2)
    with translation.override("en"):
        last = journal.entries_of_account(actor=cast.ke, account_id=cast.hebei.pk, today=today)[0]
    assert last.sentence == "林岚 recorded where 瑞通科技 stands with 高总"
    again = client.get(page).content.decode()
    assert "瑞通科技" in again
    known = queries.competitors(actor=cast.lin, today=today)
    assert client.post(page, sent(competitor_id=known[0][0], level="3")).status_code == 302
    assert strongest(cast, today) == ("瑞通科技", 3)


def test_a_competitor_that_others_know_is_the_same_company_and_its_list_is_not_shown(client, cast, page, today):
    rival = accounts.open_account(actor=cast.ke, name="瑞通科技", roles=(CompanyRole.COMPETITOR,), today=today)
    client.force_login(cast.lin)
    assert "瑞通科技" not in client.get(page).content.decode()
    client.post(page, sent(competitor="瑞通科技"))
    assert queries.competitors(actor=cast.lin, today=today) == [(rival.pk, "瑞通科技")]


def test_a_form_without_a_competitor_or_with_a_day_to_come_is_refused(client, cast, page, today):
    client.force_login(cast.lin)
    assert 'id="id_competitor_id_error"' in client.post(page, sent()).content.decode()
    tomorrow = (date(2026, 6, 1) + timedelta(days=9999)).isoformat()
    late = client.post(page, sent(competitor="瑞通科技", observed_on=tomorrow))
    assert late.status_code == 422
    assert 'id="id_observed_on_error"' in late.content.decode()
    assert strongest(cast, today) is None
    assert queries.competitors(actor=cast.ke, today=today) == []


def test_nothing_is_recorded_of_a_person_one_does_not_know(cast, today):
    with pytest.raises(actions.IntelligenceRefused):
        actions.see_competitor(
            actor=cast.lin, account_id=cast.hebei.pk, person_id=999_999, competitor="瑞通科技", level=1,
            observed_on=today, statement="s", today=today,
        )  # fmt: skip
