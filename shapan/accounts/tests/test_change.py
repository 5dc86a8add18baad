"""Facts of a company change under the eyes of everybody who works on it, and nobody overwrites a colleague unseen."""

import pytest
from django.urls import reverse
from django.utils import translation

from shapan.accounts import actions, queries
from shapan.journal import queries as journal


@pytest.fixture
def page(cast):
    return reverse("accounts:change", args=[cast.hebei.pk])


def typed(version, **changed):
    return {"name": "河北移动", "tier": "A", "version": version} | changed


def facts(cast, today):
    return queries.account(actor=cast.ke, account_id=cast.hebei.pk, today=today)


def test_lin_changes_the_tier_and_the_timeline_says_from_what_to_what(client, cast, page, today):
    client.force_login(cast.lin)
    assert 'value="河北移动"' in client.get(page).content.decode()
    answer = client.post(page, typed(1, tier="S", industry="电信运营", founded="2000"))
    assert answer.status_code == 302
    now = facts(cast, today)
    assert (now.tier, now.industry, now.founded, now.version) == ("S", "电信运营", 2000, 2)
    with translation.override("en"):
        last = journal.entries_of_account(actor=cast.lin, account_id=cast.hebei.pk, today=today)[0]
    assert last.sentence == "林岚 changed facts of 河北移动"
    assert ("Tier", "A", "S") in last.changes


def test_two_who_change_at_once_meet_and_the_second_sees_what_the_first_wrote(client, cast, page, today):
    actions.change_account(actor=cast.song, account_id=cast.hebei.pk, version=1, today=today, industry="电信运营")
    client.force_login(cast.lin)
    refused = client.post(page, typed(1, industry="通信", ownership="listed"), headers={"Accept-Language": "en"})
    words = refused.content.decode()
    assert refused.status_code == 422
    assert "Somebody else has changed this meanwhile" in words
    assert 'value="通信"' in words
    assert "Now: 电信运营" in words
    assert "Now: —" in words
    assert facts(cast, today).industry == "电信运营"
    assert 'name="version" value="2"' in words
    assert client.post(page, typed(2, industry="通信")).status_code == 302
    assert facts(cast, today).industry == "通信"


def test_a_parent_one_may_not_know_of_stays_where_it_is(client, cast, page, today):
    group = actions.open_account(actor=cast.ke, name="集团", today=today)
    actions.change_account(actor=cast.ke, account_id=cast.hebei.pk, version=1, today=today, parent_id=group.pk)
    client.force_login(cast.lin)
    assert "集团" not in client.get(page).content.decode()
    late = client.post(page, typed(1)).content.decode()
    assert 'name="version" value="2"' in late
    assert 'id="id_parent_id_error"' not in late
    assert client.post(page, typed(2, industry="电信运营")).status_code == 302
    assert facts(cast, today).parent_id == group.pk
    with pytest.raises(actions.AccountRefused):
        actions.change_account(actor=cast.lin, account_id=cast.hebei.pk, version=3, today=today, parent_id=group.pk)


def test_the_office_takes_a_company_out_of_its_group_and_puts_none_beneath_itself(client, cast, page, today):
    group = actions.open_account(actor=cast.ke, name="集团", today=today)
    client.force_login(cast.ke)
    client.post(page, typed(1, parent_id=group.pk))
    assert facts(cast, today).parent_id == group.pk
    beneath = client.post(
        reverse("accounts:change", args=[group.pk]), {"name": "集团", "version": 1, "parent_id": cast.hebei.pk}
    )
    assert beneath.status_code == 422
    assert 'id="id_parent_id_error"' in beneath.content.decode()
    client.post(page, typed(2))
    assert facts(cast, today).parent_id is None


@pytest.mark.parametrize(("name", "status"), [("lin", 302), ("shen", 302), ("wu", 404)])
def test_who_may_change_a_company(client, cast, today, name, status):
    client.force_login(getattr(cast, name))
    page = reverse("accounts:change", args=[cast.hebei.pk])
    assert client.post(page, typed(1, industry="x")).status_code == status
    assert (facts(cast, today).industry == "x") is (status == 302)
