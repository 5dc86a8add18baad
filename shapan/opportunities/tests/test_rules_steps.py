"""Steps of leads and opportunities, and what they ask for."""

import pytest

from shapan.kernel.steps import missing
from shapan.opportunities.rules.steps import DEALS, LEADS, is_further
from shapan.opportunities.terms import CLOSED, OPEN, Fact, LeadState, Stage

ALL = frozenset(Fact)
NOTHING = frozenset()


def test_a_guard_names_what_is_missing_in_the_order_to_ask_for_it():
    known = frozenset({Fact.OWNER, Fact.AMOUNT})
    assert missing(DEALS, Stage.QUALIFIED, Stage.PROPOSAL, known) == (Fact.CUSTOMER, Fact.CATEGORY, Fact.EXPECTED_ON)
    assert missing(DEALS, Stage.QUALIFIED, Stage.PROPOSAL, ALL) == ()


def test_nothing_leads_on_from_an_end_and_no_stage_is_skipped():
    assert all(missing(DEALS, end, to, ALL) is None for end in CLOSED for to in Stage)
    assert missing(DEALS, Stage.DISCOVERY, Stage.PROPOSAL, ALL) is None
    assert all(missing(LEADS, LeadState.CONVERTED, to, ALL) is None for to in LeadState)


@pytest.mark.parametrize("stage", OPEN)
def test_from_every_open_stage_it_can_be_won_lost_held_and_taken_back(stage):
    assert missing(DEALS, stage, Stage.LOST, NOTHING) == (Fact.REASON, Fact.DECIDED_ON)
    assert missing(DEALS, stage, Stage.WON, NOTHING) == (Fact.OWNER, Fact.CUSTOMER, Fact.AMOUNT, Fact.DECIDED_ON)
    assert missing(DEALS, stage, Stage.ON_HOLD, NOTHING) == (Fact.REASON,)
    assert missing(DEALS, Stage.ON_HOLD, stage, NOTHING) == ()
    assert all(missing(DEALS, stage, before, NOTHING) == (Fact.REASON,) for before in OPEN[: OPEN.index(stage)])


def test_what_is_on_hold_is_not_won():
    assert missing(DEALS, Stage.ON_HOLD, Stage.WON, ALL) is None


def test_a_lead_is_asked_by_somebody_before_it_becomes_an_opportunity():
    assert missing(LEADS, LeadState.NEW, LeadState.CONVERTED, ALL) is None
    assert missing(LEADS, LeadState.NEW, LeadState.QUALIFYING, NOTHING) == (Fact.OWNER,)
    assert missing(LEADS, LeadState.QUALIFYING, LeadState.CONVERTED, NOTHING) == (Fact.OWNER, Fact.CUSTOMER)
    assert missing(LEADS, LeadState.NEW, LeadState.NURTURING, NOTHING) == (Fact.REASON, Fact.WAKE_ON)


def test_further_is_along_the_open_stages():
    assert is_further(Stage.DISCOVERY, Stage.QUALIFIED)
    assert not is_further(Stage.PROPOSAL, Stage.QUALIFIED)
    assert not is_further(Stage.ON_HOLD, Stage.QUALIFIED)
