"""An opportunity goes its way: each step is an act with its guard, its record and its event."""

from datetime import date
from decimal import Decimal

import pytest

from shapan.foundation.models import Scope
from shapan.identity.models import User
from shapan.journal import queries as journal
from shapan.journal.models import Event
from shapan.kernel.errors import EditConflict
from shapan.opportunities import actions, queries
from shapan.opportunities.actions import OpportunityRefused
from shapan.opportunities.models import DatePush, OpportunityLine, StageChange
from shapan.opportunities.terms import Fact, Stage

TODAY = date(2026, 6, 1)
FACTS = {"amount": Decimal(12_000_000), "currency": "CNY", "category": "传输"}


@pytest.fixture
def deal(cast):
    return actions.open_opportunity(actor=cast.lin, name="骨干网扩容", account_id=cast.hebei.pk, today=TODAY)


def seen(cast, deal, by="lin"):
    return queries.opportunity(actor=getattr(cast, by), opportunity_id=deal.pk, today=TODAY)


def act(cast, deal, what, by="lin", **told):
    """Do something to the deal as it stands."""
    row = seen(cast, deal, "ke")
    return what(actor=getattr(cast, by), opportunity_id=deal.pk, version=row.version, today=TODAY, **told)


def test_from_discovery_to_won_and_every_step_is_kept(cast, deal):
    act(cast, deal, actions.advance)
    act(cast, deal, actions.change_facts, **FACTS)
    act(cast, deal, actions.push_date, expected_on=date(2026, 9, 30))
    act(cast, deal, actions.advance)
    act(cast, deal, actions.advance)
    act(cast, deal, actions.win, decided_on=TODAY)
    row = seen(cast, deal)
    assert (row.stage, row.decided_on, row.amount) == (Stage.WON, TODAY, Decimal(12_000_000))
    way = queries.stages(actor=cast.lin, opportunity_id=deal.pk, today=TODAY)
    assert [step.after for step in reversed(way)] == [
        Stage.DISCOVERY, Stage.QUALIFIED, Stage.PROPOSAL, Stage.NEGOTIATION, Stage.WON,
    ]  # fmt: skip
    assert {step.by for step in way} == {"林岚"}
    told = journal.entries_of_account(actor=cast.lin, account_id=cast.hebei.pk, today=TODAY)
    assert sum("骨干网扩容" in entry.sentence for entry in told) == 7


def test_a_step_says_what_it_still_needs(cast, deal):
    act(cast, deal, actions.advance)
    with pytest.raises(OpportunityRefused) as refused:
        act(cast, deal, actions.advance)
    assert refused.value.missing == (Fact.AMOUNT, Fact.CATEGORY, Fact.EXPECTED_ON)
    assert refused.value.field == "amount"
    assert seen(cast, deal).stage is Stage.QUALIFIED


def test_no_reason_no_loss(cast, deal):
    with pytest.raises(OpportunityRefused) as refused:
        act(cast, deal, actions.lose, why="  ", decided_on=TODAY)
    assert refused.value.missing == (Fact.REASON,)
    act(cast, deal, actions.lose, why="预算取消", decided_on=TODAY)
    assert queries.stages(actor=cast.lin, opportunity_id=deal.pk, today=TODAY)[0].why == "预算取消"
    with pytest.raises(OpportunityRefused):
        act(cast, deal, actions.advance)


def test_what_rests_goes_on_where_it_was(cast, deal):
    act(cast, deal, actions.advance)
    act(cast, deal, actions.hold, why="年底再议")
    assert seen(cast, deal).stage is Stage.ON_HOLD
    act(cast, deal, actions.resume)
    assert seen(cast, deal).stage is Stage.QUALIFIED
    with pytest.raises(OpportunityRefused):
        act(cast, deal, actions.resume)


def test_back_only_to_an_earlier_stage_and_for_a_reason(cast, deal):
    act(cast, deal, actions.advance)
    for to, why in ((Stage.PROPOSAL, "r"), (Stage.QUALIFIED, "r"), (Stage.DISCOVERY, ""), (Stage.WON, "r")):
        with pytest.raises(OpportunityRefused):
            act(cast, deal, actions.return_to, to=to, why=why)
    act(cast, deal, actions.return_to, to=Stage.DISCOVERY, why="客户换了负责人")
    assert queries.stages(actor=cast.lin, opportunity_id=deal.pk, today=TODAY)[0].is_back


@pytest.mark.parametrize("day", [date(2026, 6, 2), date(2026, 5, 31)])
def test_a_decision_is_neither_to_come_nor_before_the_beginning(cast, deal, day):
    with pytest.raises(OpportunityRefused) as refused:
        act(cast, deal, actions.lose, why="r", decided_on=day)
    assert refused.value.field == "decided_on"


def test_every_push_is_kept_and_has_a_reason_once_a_day_was_known(cast, deal):
    act(cast, deal, actions.push_date, expected_on=date(2026, 8, 1))
    with pytest.raises(OpportunityRefused):
        act(cast, deal, actions.push_date, expected_on=date(2026, 9, 1))
    act(cast, deal, actions.push_date, expected_on=date(2026, 9, 1), why="评审推迟")
    pushes = queries.pushes(actor=cast.lin, opportunity_id=deal.pk, today=TODAY)
    assert [(push.days, push.why) for push in pushes] == [(31, "评审推迟"), (None, "")]


def test_two_who_edit_at_once_do_not_overwrite_each_other(cast, deal):
    act(cast, deal, actions.change_facts, category="接入")
    with pytest.raises(EditConflict):
        actions.change_facts(actor=cast.song, opportunity_id=deal.pk, version=1, today=TODAY, category="核心")
    with pytest.raises(EditConflict):
        actions.advance(actor=cast.song, opportunity_id=deal.pk, version=1, today=TODAY)
    assert seen(cast, deal).stage is Stage.DISCOVERY


def everything_but_the_owner(cast, deal):
    row = seen(cast, deal, "ke")
    parts = [
        list(model.objects.scope(Scope.SYSTEM).filter(opportunity=deal.pk).order_by("pk").values())
        for model in (StageChange, DatePush, OpportunityLine)
    ]
    return [getattr(row, name) for name in row.__slots__ if name not in {"owner_id", "owner", "version"}], parts


def test_another_owner_changes_the_owner_and_nothing_else(cast, deal):
    act(cast, deal, actions.advance)
    act(cast, deal, actions.change_facts, **FACTS)
    act(cast, deal, actions.push_date, expected_on=date(2026, 9, 30))
    before = everything_but_the_owner(cast, deal)
    events = Event.objects.scope(Scope.SYSTEM).count()
    act(cast, deal, actions.assign_owner, owner_id=cast.song.pk)
    assert everything_but_the_owner(cast, deal) == before
    assert seen(cast, deal).owner == "宋青"
    assert Event.objects.scope(Scope.SYSTEM).count() == events + 1


def test_an_amount_has_a_currency_and_is_not_below_nothing(cast, deal):
    for facts in ({"amount": Decimal(1)}, {"amount": Decimal(-1), "currency": "CNY"}):
        with pytest.raises(OpportunityRefused):
            act(cast, deal, actions.change_facts, **facts)


def test_the_account_opens_its_deals_to_its_team_and_to_those_above(cast, deal):
    knows = {name: seen(cast, deal, name) is not None for name in ("lin", "song", "shen", "ke", "wu", "zheng")}
    assert knows == {"lin": True, "song": True, "shen": True, "ke": True, "wu": False, "zheng": False}


def test_without_a_customer_it_is_open_to_its_owner_to_those_above_and_to_the_office(cast):
    deal = actions.open_opportunity(actor=cast.wu, name="某园区", today=TODAY)
    knows = {name: seen(cast, deal, name) is not None for name in ("wu", "zheng", "ke", "lin", "shen")}
    assert knows == {"wu": True, "zheng": True, "ke": True, "lin": False, "shen": False}
    with pytest.raises(OpportunityRefused) as refused:
        act(cast, deal, actions.advance, by="wu")
    assert refused.value.missing == (Fact.CUSTOMER,)
    with pytest.raises(OpportunityRefused):
        act(cast, deal, actions.change_facts, by="wu", account_id=cast.hebei.pk)
    with pytest.raises(OpportunityRefused):
        actions.open_opportunity(actor=cast.wu, name="x", owner_id=cast.lin.pk, today=TODAY)


def test_who_is_signed_out_or_gone_sees_nothing(cast, deal):
    User.objects.filter(pk=cast.lin.pk).update(is_active=False)
    gone = User.objects.get(pk=cast.lin.pk)
    assert queries.opportunity(actor=gone, opportunity_id=deal.pk, today=TODAY) is None
