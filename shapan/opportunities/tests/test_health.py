"""Whether the pipeline is enough, whether it moves, and what becomes of it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from shapan.opportunities import actions, queries
from shapan.opportunities.actions import OpportunityRefused
from shapan.opportunities.rules.health import Pushed, ageing, slippage
from shapan.opportunities.terms import Coverage, Ending, Stage

TODAY = date(2026, 6, 1)


def test_ages_fall_into_four_parts():
    discovery = ageing({Stage.DISCOVERY: [0, 30, 31, 90, 91, 400]})[0]
    assert (discovery.counts, discovery.median) == ((2, 1, 1, 2), 60.5)
    assert ageing({})[1].median is None


def test_slippage_tells_late_undated_and_moved_apart():
    found = slippage([Pushed(TODAY, 0, 0), Pushed(date(2026, 5, 31), 2, 60), Pushed(None, 0, 0)], TODAY)
    assert (found.open, found.late, found.undated, found.once, found.often, found.mean_days) == (3, 1, 1, 0, 1, 60)
    assert slippage([], TODAY).mean_days is None


def deal(cast, name, *, amount=None, opened=TODAY, by="lin", **more):
    return actions.open_opportunity(
        actor=getattr(cast, by), name=name, account_id=cast.hebei.pk, amount=amount,
        currency="CNY" if amount else "", today=opened, **more,
    )  # fmt: skip


def end(cast, row, stage, on, **more):
    act = {Stage.WON: actions.win, Stage.LOST: actions.lose}[stage]
    act(actor=cast.ke, opportunity_id=row.pk, version=1, decided_on=on, today=on, **more)


@pytest.fixture
def year(cast):
    """Two won, two lost (one to nobody), one withdrawn; two open, one of them without an amount."""
    start = date(2026, 1, 10)
    for name, amount, stage, day, more in [
        ("赢一", 300, Stage.WON, date(2026, 3, 11), {}),
        ("赢二", 100, Stage.WON, date(2026, 5, 10), {}),
        ("丢一", 400, Stage.LOST, date(2026, 4, 1), {"why": "w", "ending": Ending.RIVAL}),
        ("未决", 500, Stage.LOST, date(2026, 4, 1), {"why": "w", "ending": Ending.NO_DECISION}),
        ("退出", 900, Stage.LOST, date(2026, 4, 1), {"why": "w", "ending": Ending.WITHDRAWN}),
    ]:
        end(cast, deal(cast, name, amount=Decimal(amount), opened=start), stage, day, **more)
    deal(cast, "开着", amount=Decimal(600), expected_on=date(2026, 6, 20), opened=date(2026, 2, 1))
    deal(cast, "无价", expected_on=date(2026, 5, 20))
    return cast


def test_win_rate_leaves_out_what_was_not_decided_and_what_we_left(year):
    rate = queries.health(actor=year.lin, today=TODAY).win_rate
    assert (rate.won, rate.lost, rate.no_decision) == (2, 1, 1)
    assert rate.by_count == pytest.approx(2 / 3)
    assert rate.by_value == pytest.approx(400 / 800)
    assert rate.no_decision_share == pytest.approx(1 / 4)


def test_coverage_is_unknown_until_whoever_leads_sets_a_target(year):
    assert queries.health(actor=year.lin, today=TODAY).coverage is None
    actions.set_target(actor=year.shen, owner_id=year.lin.pk, quarter=TODAY, amount=Decimal(400), today=TODAY)
    found = queries.health(actor=year.lin, today=TODAY)
    assert (found.target, found.won.value, found.due.known, found.due.without_amount) == (400, 100, 600, 1)
    assert (found.coverage.ratio, found.coverage.status) == (2.0, Coverage.RISK)
    assert queries.health(actor=year.shen, today=TODAY).target == 400
    assert queries.health(actor=year.song, today=TODAY).target is None


def test_a_target_is_set_for_people_led_and_replaced(year):
    for by in (year.lin, year.wu):
        with pytest.raises(OpportunityRefused):
            actions.set_target(actor=by, owner_id=year.lin.pk, quarter=TODAY, amount=Decimal(1), today=TODAY)
    for amount in (5, 7):
        actions.set_target(actor=year.ke, owner_id=year.lin.pk, quarter=TODAY, amount=Decimal(amount), today=TODAY)
    assert queries.health(actor=year.lin, today=TODAY).target == 7


def test_velocity_ages_and_cohorts(year):
    found = queries.health(actor=year.lin, today=TODAY)
    assert found.cycle_days == pytest.approx((60 + 120) / 2)
    assert found.velocity.value == pytest.approx(600 * (2 / 3) / 90)
    assert found.ages[0].counts == (1, 0, 0, 1)
    assert found.slippage.late == 1
    by_quarter = {row.quarter: row for row in found.cohorts}
    assert by_quarter[date(2026, 1, 1)].count == 6
    assert by_quarter[date(2026, 1, 1)].steps[0].went_on == 2


def test_what_a_colleague_without_a_seat_sees_is_empty(year):
    found = queries.health(actor=year.wu, today=TODAY)
    assert (found.open_total.count, found.win_rate.by_count, found.cohorts) == (0, None, ())


@pytest.mark.parametrize(("show", "names"), [("late", {"无价"}), ("still", {"开着"}), ("pushed", set())])
def test_each_number_opens_to_its_rows(year, show, names):
    page = queries.listing(actor=year.lin, today=TODAY, show=show)
    assert {row.name for row in page.rows} == names


def test_a_leader_sets_a_target_in_the_browser(client, year):
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        client.force_login(year.shen)
        told = {"owner_id": year.lin.pk, "quarter": "2026-04-01", "amount": "400"}
        assert client.post(reverse("opportunities:targets"), told | {"amount": "0"}).status_code == 422
        assert client.post(reverse("opportunities:targets"), told).status_code == 302
        assert "2.0×" in client.get(reverse("opportunities:health")).content.decode()
        client.force_login(year.lin)
        assert client.get(reverse("opportunities:targets")).status_code == 404


def test_a_lead_goes_its_way_in_the_browser(client, cast):
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        client.force_login(cast.lin)
        client.post(reverse("opportunities:capture_lead"), {"name": "新机房", "owner_id": "", "company": "冀北电力"})
        lead = queries.leads(actor=cast.lin, today=TODAY, pool=True).rows[0]
        assert lead.company == "冀北电力"
        client.post(reverse("opportunities:lead_owner", args=[lead.id]), {"version": 1, "owner_id": cast.lin.pk})
        step = {to: reverse("opportunities:lead_step", args=[lead.id, to]) for to in ("qualifying", "converted", "new")}
        assert client.post(step["converted"], {"version": 2, "name": "x", "route": "direct"}).status_code == 302
        client.post(step["qualifying"], {"version": 2})
        refused = client.post(step["converted"], {"version": 3, "name": "新机房", "route": "direct", "account_id": ""})
        assert (refused.status_code, "客户" in refused.content.decode()) == (422, True)
        made = client.post(
            step["converted"], {"version": 3, "name": "新机房", "route": "direct", "account_id": cast.hebei.pk}
        )
        row = queries.lead(actor=cast.lin, lead_id=lead.id, today=TODAY)
        assert made.url == reverse("opportunities:one", args=[row.opportunity_id])


def test_the_chance_is_asked_for_and_says_when_it_is_too_early(client, cast):
    row = deal(cast, "骨干网", amount=Decimal(5), opened=TODAY - timedelta(days=3))
    client.force_login(cast.lin)
    address = reverse("opportunities:chance", args=[row.pk])
    asked = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "五十" in asked
    assert "<html" not in asked


def test_from_fifty_on_the_chance_is_the_share_won_or_better(client, cast):
    for n in range(50):
        row = deal(cast, f"旧{n}", amount=Decimal(5), opened=date(2026, 1, 1), category="传输" if n % 2 else "无线")
        won = n % 5 != 0
        end(cast, row, Stage.WON if won else Stage.LOST, date(2026, 2, 1), **({} if won else {"why": "w"}))
    row = deal(cast, "骨干网", category="传输")
    found = queries.chance_of(actor=cast.lin, opportunity_id=row.pk, today=TODAY)
    assert (found.decided, round(found.calibrated.share_won, 2)) == (50, 0.8)
    assert 0.7 < found.chance.value < 0.9
    client.force_login(cast.lin)
    assert "80" in client.get(reverse("opportunities:chances")).content.decode()
    assert queries.chance_of(actor=cast.wu, opportunity_id=row.pk, today=TODAY) is None
