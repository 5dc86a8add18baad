"""Who reaches which account, on which day."""

from datetime import date, timedelta

import pytest

from shapan.access import actions as access
from shapan.access.policies import NoActor, near
from shapan.access.terms import Level
from shapan.accounts import policies
from shapan.accounts.actions import open_account
from shapan.accounts.models import Account
from shapan.foundation.models import UnscopedRead
from shapan.identity import actions as identity
from shapan.identity.models import User
from shapan.teams import actions as teams
from shapan.teams import policies as team_policies
from shapan.teams.terms import SeatRole

DAY = timedelta(days=1)


def reaches(actor, account, on):
    return policies.accounts_open_to(actor, on).filter(pk=account.pk).exists()


def test_a_seat_opens_the_account_from_its_first_day_to_its_last(cast):
    seats = team_policies.seats_open_to(cast.ke, date(2026, 6, 1)).filter(holder=cast.lin)
    teams.leave_seat(actor=cast.ke, seat_id=seats.get().pk, ended_on=date(2026, 5, 1), today=date(2026, 5, 1))
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2026, 4, 30), date(2026, 5, 1)]
    assert [reaches(cast.lin, cast.hebei, day) for day in days] == [False, True, True, False]


def test_leaders_see_down_their_tree_and_not_beside_it(cast, today):
    assert reaches(cast.shen, cast.hebei, today)
    assert not reaches(cast.zheng, cast.hebei, today)
    assert not reaches(cast.wu, cast.hebei, today)


def test_a_leader_at_the_top_sees_through_every_unit_below(cast, today):
    chief = identity.enrol_user(username="chief", name="总经理")
    identity.fill_post(unit=cast.lin.unit.parent, title="CEO", holder=chief, heads=True)
    assert reaches(chief, cast.hebei, today)


def test_a_manager_sees_what_the_line_below_sees(cast, today):
    boss = identity.enrol_user(username="boss", name="经理")
    User.objects.filter(pk=cast.song.pk).update(manager=boss)
    assert reaches(boss, cast.hebei, today)


def test_the_key_account_office_and_the_system_see_all(cast, today):
    assert reaches(cast.ke, cast.hebei, today)
    assert reaches(cast.system, cast.hebei, today)


def test_a_colleague_who_has_left_the_company_sees_nothing(cast, today):
    cast.lin.is_active = False
    assert not reaches(cast.lin, cast.hebei, today)


def test_a_grant_to_a_unit_opens_to_those_in_it_and_beneath_it_to_look_only(cast, today):
    access.open_to_unit(account_id=cast.hebei.pk, unit_id=cast.wu.unit.parent_id, level=Level.VIEW, since=today)
    assert reaches(cast.wu, cast.hebei, today)
    assert not policies.may_edit(cast.wu, cast.hebei.pk, today)
    assert not reaches(cast.wu, cast.hebei, today - DAY)


def test_without_an_actor_nothing_is_read(cast, today):
    with pytest.raises(NoActor):
        policies.accounts_open_to(None, today)


@pytest.mark.parametrize("read", [Account.objects.all, Account.objects.first, Account.objects.count])
def test_a_read_that_names_no_scope_raises(db, read):
    with pytest.raises(UnscopedRead):
        read()


def test_seats_and_grants_never_drift_apart(cast):
    from shapan.access.models import Grant
    from shapan.foundation.models import Scope

    standing = Grant.objects.scope(Scope.SYSTEM).filter(account_id=cast.hebei.pk)
    assert {(g.user_id, g.level, g.since, g.until) for g in standing} == teams.grants_due(cast.hebei.pk)


def test_a_team_is_changed_by_leaders_and_the_office_only(cast, today):
    with pytest.raises(teams.SeatRefused):
        teams.take_seat(
            actor=cast.lin,
            account_id=cast.hebei.pk,
            holder_id=cast.wu.pk,
            role=SeatRole.FR,
            started_on=today,
            today=today,
        )
    teams.take_seat(
        actor=cast.shen, account_id=cast.hebei.pk, holder_id=cast.wu.pk, role=SeatRole.FR, started_on=today, today=today
    )
    assert reaches(cast.wu, cast.hebei, today)


@pytest.mark.parametrize("level", Level)
def test_near_some_accounts_one_has_the_same_rights_there_and_none_elsewhere(cast, today, level):
    accounts = [cast.hebei, *(open_account(actor=cast.ke, name=name, today=today) for name in ("山西移动", "河南移动"))]
    for account in accounts[1:]:
        seat = {"account_id": account.pk, "started_on": today - DAY, "today": today}
        teams.take_seat(actor=cast.ke, holder_id=cast.lin.pk, role=SeatRole.AR, **seat)
    few = {account.pk for account in accounts[:2]}
    for actor in (cast.lin, cast.shen, cast.wu):
        whole = set(policies.accounts_open_to(actor, today, level).values_list("pk", flat=True))
        beside = near(actor, today, few)
        assert set(policies.accounts_open_to(beside, today, level).values_list("pk", flat=True)) == whole & few
        elsewhere = near(beside, today, [accounts[2].pk])
        assert set(policies.accounts_open_to(elsewhere, today).values_list("pk", flat=True)) == whole & {accounts[2].pk}


def test_near_does_not_hide_anything_from_those_who_see_all(cast, today):
    assert near(cast.ke, today, []) is cast.ke
