"""Whom a post reports to, now and on any day before; and a person who asks to be left alone."""

from datetime import date, timedelta

import pytest

from shapan.accounts import actions as accounts
from shapan.journal import queries as journal
from shapan.kernel.errors import EditConflict
from shapan.people import actions, queries

DAY = timedelta(days=1)


@pytest.fixture
def posts(cast, today):
    """The director reports to the vice president; the president stands above both."""
    at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": today}
    cast.president = actions.open_post(**at, title="总经理")
    cast.vice = actions.open_post(**at, title="副总经理", parent_id=cast.president.pk)
    actions.report_to(actor=cast.lin, post_id=cast.post.pk, boss_id=cast.vice.pk, version=1, today=date(2026, 5, 1))
    return cast


def boss(cast, on, today):
    return queries.bosses(actor=cast.lin, account_id=cast.hebei.pk, on=on, today=today)[cast.post.pk]


def report(cast, today, *, to, version=2, by=None, post=None):
    return actions.report_to(
        actor=by or cast.lin, post_id=(post or cast.post).pk, boss_id=to and to.pk, version=version, today=today
    )


def test_a_changed_line_is_drawn_as_it_was_on_every_earlier_day(posts, today):
    report(posts, today, to=posts.president)
    days = (date(2026, 4, 30), date(2026, 5, 1), today - DAY, today)
    assert [boss(posts, day, today) for day in days] == [None, posts.vice.pk, posts.vice.pk, posts.president.pk]
    before = queries.former_bosses(actor=posts.lin, post_id=posts.post.pk, today=today)
    assert before == [(posts.vice.pk, "副总经理", today), (None, "", date(2026, 5, 1))]


def test_to_undo_is_to_report_back_and_the_days_before_stay_true(posts, today):
    report(posts, today, to=posts.president)
    report(posts, today, to=posts.vice, version=3)
    assert [boss(posts, day, today) for day in (today - DAY, today)] == [posts.vice.pk, posts.vice.pk]


def test_two_who_drag_the_same_card_do_not_overwrite_each_other(posts, today):
    report(posts, today, to=posts.president)
    with pytest.raises(EditConflict):
        report(posts, today, to=None, version=2)
    assert boss(posts, today, today) == posts.president.pk


def test_nobody_reports_to_those_beneath(posts, today):
    with pytest.raises(actions.PersonRefused, match="成环"):
        report(posts, today, to=posts.post, post=posts.president, version=1)
    with pytest.raises(actions.PersonRefused, match="成环"):
        report(posts, today, to=posts.post)


def test_a_boss_is_a_post_of_the_same_company(posts, today):
    elsewhere = accounts.open_account(actor=posts.ke, name="浙江移动", today=today)
    far = actions.open_post(actor=posts.ke, account_id=elsewhere.pk, title="总经理", today=today)
    for post_id, boss in ((posts.post.pk, far.pk), (999_999, posts.vice.pk)):
        with pytest.raises(actions.PersonRefused):
            actions.report_to(actor=posts.ke, post_id=post_id, boss_id=boss, version=2, today=today)


def test_the_journal_tells_it(posts, today):
    report(posts, today, to=None)
    told = journal.entries_of_account(actor=posts.lin, account_id=posts.hebei.pk, today=today)
    assert [entry.sentence for entry in told[:2]] == [
        "林岚记录计划建设部主任位于顶端",
        "林岚记录计划建设部主任向副总经理汇报",
    ]


def test_nothing_changes_when_the_line_is_the_same(posts, today):
    report(posts, today, to=posts.vice)
    assert len(queries.former_bosses(actor=posts.lin, post_id=posts.post.pk, today=today)) == 1


def test_the_form_names_the_proposed_boss_and_offers_the_way_back(client, posts, today):
    client.force_login(posts.lin)
    address = f"/posts/{posts.post.pk}/reporting/"
    page = client.get(f"{address}?boss={posts.president.pk}").content.decode()
    assert f'<option value="{posts.president.pk}" selected' in page
    done = client.post(address, {"boss_id": posts.president.pk, "version": 2}, follow=True).content.decode()
    assert f"{address}?boss={posts.vice.pk}" in done
    stale = client.post(address, {"boss_id": posts.vice.pk, "version": 2})
    assert stale.status_code == 422


def objected(cast, today):
    return queries.objections_at(actor=cast.lin, account_id=cast.hebei.pk, today=today)


def test_an_objection_stands_until_it_is_withdrawn(client, cast, today):
    client.force_login(cast.lin)
    address = f"/people/{cast.gao.pk}/objection/"
    assert client.post(address, {"words": "请不要联系我", "objected_on": "2026-05-30"}).status_code == 302
    assert objected(cast, today)[cast.gao.pk].words == "请不要联系我"
    assert client.post(address, {"withdrawn_on": "2026-06-01"}).status_code == 302
    assert objected(cast, today) == {}


def test_an_objection_is_recorded_once_and_not_ahead_of_time(cast, today):
    words = {"actor": cast.lin, "person_id": cast.gao.pk, "words": "w", "today": today}
    with pytest.raises(actions.PersonRefused):
        actions.record_objection(**words, objected_on=today + DAY)
    actions.record_objection(**words, objected_on=today)
    with pytest.raises(actions.PersonRefused):
        actions.record_objection(**words, objected_on=today)
    actions.withdraw_objection(actor=cast.lin, person_id=cast.gao.pk, withdrawn_on=today, today=today)
    with pytest.raises(actions.PersonRefused):
        actions.withdraw_objection(actor=cast.lin, person_id=cast.gao.pk, withdrawn_on=today, today=today)
