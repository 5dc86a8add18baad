"""What a seat weighs. No database."""

from shapan.decisions import rules
from shapan.decisions.terms import Chain, Influence, SeatCode


def test_an_evaluator_on_the_commercial_chain_weighs_what_procurement_does():
    technical, commercial = (
        rules.seat_weight(SeatCode.EVALUATOR, chain) for chain in (Chain.TECHNICAL, Chain.COMMERCIAL)
    )
    assert (technical, commercial) == (18.0, rules.seat_weight(SeatCode.PROCUREMENT))


def test_ones_own_weight_comes_before_the_default():
    assert rules.seat_weight(SeatCode.USER, own=25) == 25


def test_not_knowing_the_influence_never_makes_a_seat_lighter():
    assert rules.influence_factor([]) == rules.influence_factor([Influence.LOW, None]) == 1.0
    assert rules.influence_factor([Influence.LOW, Influence.MEDIUM]) == 0.6


def test_holders_share_a_seat_whole_and_evenly_when_nothing_is_said():
    assert rules.shares([1, 3]) == [0.25, 0.75]
    assert rules.shares([0, 0]) == [0.5, 0.5]
