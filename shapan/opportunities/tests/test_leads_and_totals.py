"""Leads from the pool to the opportunity; totals over what one may see."""

from datetime import date
from decimal import Decimal

import pytest

from shapan.opportunities import actions, policies, queries
from shapan.opportunities.actions import OpportunityRefused
from shapan.opportunities.terms import Fact, LeadState, Stage

TODAY = date(2026, 6, 1)


@pytest.fixture
def found(cast):
    return actions.capture_lead(actor=cast.lin, name="新机房", company="河北移动", origin="展会", today=TODAY)


def act(cast, lead, what, by="lin", **told):
    row = queries.lead(actor=cast.ke, lead_id=lead.pk, today=TODAY)
    return what(actor=getattr(cast, by), lead_id=lead.pk, version=row.version, today=TODAY, **told)


def seen(cast, lead, by="lin"):
    return queries.lead(actor=getattr(cast, by), lead_id=lead.pk, today=TODAY)


def test_a_lead_is_distributed_asked_after_and_becomes_an_opportunity(cast, found):
    assert seen(cast, found).is_in_pool
    with pytest.raises(OpportunityRefused) as refused:
        act(cast, found, actions.qualify_lead)
    assert refused.value.missing == (Fact.OWNER,)
    act(cast, found, actions.assign_lead, by="shen", owner_id=cast.song.pk)
    act(cast, found, actions.qualify_lead, by="song")
    with pytest.raises(OpportunityRefused) as refused:
        act(cast, found, actions.convert_lead, by="song")
    assert refused.value.missing == (Fact.CUSTOMER,)
    deal = act(cast, found, actions.convert_lead, by="song", account_id=cast.hebei.pk)
    assert (deal.name, deal.owner_id, deal.stage) == ("新机房", cast.song.pk, Stage.DISCOVERY)
    assert (seen(cast, found).state, seen(cast, found).opportunity_id) == (LeadState.CONVERTED, deal.pk)


def test_a_lead_rests_until_a_day_goes_back_and_ends(cast, found):
    with pytest.raises(OpportunityRefused):
        act(cast, found, actions.nurture_lead, why="明年预算", wake_on=TODAY)
    act(cast, found, actions.assign_lead, owner_id=cast.lin.pk)
    act(cast, found, actions.nurture_lead, why="明年预算", wake_on=date(2027, 1, 5))
    act(cast, found, actions.qualify_lead)
    assert seen(cast, found).wake_on is None
    act(cast, found, actions.return_lead, why="换人跟进")
    assert seen(cast, found).is_in_pool
    act(cast, found, actions.discard_lead, why="重复")
    with pytest.raises(OpportunityRefused):
        act(cast, found, actions.assign_lead, owner_id=cast.lin.pk)


def test_the_pool_is_open_to_who_captured_it_and_to_those_above(cast, found):
    assert {name: seen(cast, found, name) is not None for name in ("lin", "shen", "ke", "song", "wu")} == {
        "lin": True, "shen": True, "ke": True, "song": False, "wu": False,
    }  # fmt: skip
    assert [row.id for row in queries.leads(actor=cast.lin, today=TODAY, pool=True).rows] == [found.pk]


def open_one(actor, name, amount, currency, **more):
    return actions.open_opportunity(actor=actor, name=name, amount=amount, currency=currency, today=TODAY, **more)


def test_totals_are_of_what_one_may_see_and_unknown_stays_unknown(cast):
    open_one(cast.lin, "甲", Decimal(100), "CNY", account_id=cast.hebei.pk)
    open_one(cast.lin, "乙", Decimal(10), "USD", account_id=cast.hebei.pk)
    open_one(cast.wu, "丙", Decimal(7), "CNY")

    def discovery(by):
        rows = policies.opportunities_open_to(getattr(cast, by), TODAY)
        return queries.totals(rows, today=TODAY)[Stage.DISCOVERY]

    assert (discovery("lin").value, discovery("lin").known) == (None, Decimal(100))
    assert discovery("lin").without_rate == ("USD",)
    actions.set_rate(actor=cast.ke, currency="USD", since=TODAY, value=Decimal("7.1"), today=TODAY)
    assert discovery("lin").value == Decimal(171)
    assert discovery("wu").value == Decimal(7)
    assert discovery("ke").value == Decimal(178)
    actions.open_opportunity(actor=cast.lin, name="丁", account_id=cast.hebei.pk, today=TODAY)
    assert (discovery("lin").value, discovery("lin").known, discovery("lin").without_amount) == (None, 171, 1)


def test_only_the_office_and_administrators_set_rates(cast):
    for value, by in ((Decimal(7), cast.lin), (Decimal(0), cast.ke)):
        with pytest.raises(OpportunityRefused):
            actions.set_rate(actor=by, currency="USD", since=TODAY, value=value, today=TODAY)
