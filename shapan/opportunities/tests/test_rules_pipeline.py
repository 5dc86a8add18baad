"""Coverage, velocity, conversion, forecast: as domain.md §11.5 and §20 have them."""

from decimal import Decimal

import pytest

from shapan.opportunities.rules.forecast import Known, accuracy, category, scenarios
from shapan.opportunities.rules.pipeline import conversion, coverage, velocity, weighted_coverage, win_rate
from shapan.opportunities.terms import Condition, Coverage, Forecast, Stage

MILLION = Decimal(1_000_000)


def test_three_times_covered_is_a_risk_when_one_in_five_is_won():
    """The worked example: 4.8 m open, 1.6 m to go, 22 % won."""
    found = coverage(Decimal("4.8") * MILLION, Decimal("1.6") * MILLION, 0.22)
    assert (found.ratio, round(found.required, 1)) == (3.0, 4.5)
    assert (round(found.expected / 1e6, 2), round(found.share, 2)) == (1.06, 0.66)
    assert (found.band, found.status) == (Coverage.HEALTHY, Coverage.RISK)


@pytest.mark.parametrize(
    ("ratio", "band"),
    [("2.4", Coverage.RISK), ("2.5", Coverage.HEALTHY), ("3.6", Coverage.OVER_COVERED), ("4.6", Coverage.HYGIENE)],
)
def test_bands_of_coverage(ratio, band):
    assert coverage(Decimal(ratio), Decimal(1)).status is band


def test_coverage_of_no_target_is_unknown():
    found = coverage(MILLION, Decimal(0), 0.5)
    assert (found.ratio, found.share, found.status) == (None, None, None)
    assert coverage(MILLION, MILLION, None).required is None


def test_weighted_coverage_is_unknown_while_a_stage_with_money_has_no_rate():
    values = {Stage.QUALIFIED: Decimal(100), Stage.NEGOTIATION: Decimal(50)}
    found = weighted_coverage(values, {Stage.QUALIFIED: 0.2, Stage.NEGOTIATION: 0.6}, Decimal(50))
    assert (found.ratio, found.late) == (1.0, 1.0)
    assert weighted_coverage(values, {Stage.QUALIFIED: 0.2}, Decimal(50)).ratio is None


def test_velocity_is_money_a_day():
    assert velocity(20, Decimal(50_000), 0.25, 100).value == 2500
    assert velocity(20, Decimal(50_000), 0.25, 0).value is None


def test_win_rate_by_count_and_value_and_without_a_decision():
    found = win_rate(won=3, lost=1, no_decision=4, won_value=Decimal(60), lost_value=Decimal(40))
    assert (found.by_count, found.by_value, found.no_decision_share) == (0.75, 0.6, 0.5)
    assert win_rate(won=0, lost=0).by_count is None


def test_conversion_counts_who_ever_stood_there():
    cohort = [
        {Stage.DISCOVERY}, {Stage.DISCOVERY, Stage.QUALIFIED, Stage.LOST}, {Stage.QUALIFIED, Stage.WON},
        {Stage.PROPOSAL, Stage.ON_HOLD},
    ]  # fmt: skip
    assert [(step.entered, step.went_on) for step in conversion(cohort)] == [(4, 3), (3, 2), (2, 1), (1, 1)]
    assert conversion([])[0].rate is None


SURE = {"support_index": 0.3, "decider_level": 1, "date_confirmed": True, "open_vetoes": 0}


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, Forecast.COMMIT),
        ({"support_index": 0.29}, Forecast.MOST_LIKELY),
        ({"support_index": None, "decider_level": 0}, Forecast.BEST_CASE),
        ({"support_index": None, "decider_level": None, "date_confirmed": False}, Forecast.PIPELINE),
        ({"open_vetoes": 1}, Forecast.PIPELINE),
        ({"open_vetoes": None}, Forecast.MOST_LIKELY),
        ({"stage": Stage.DISCOVERY}, Forecast.PIPELINE),
        ({"stage": Stage.ON_HOLD}, Forecast.OMITTED),
        ({"stage": Stage.LOST}, Forecast.OMITTED),
        ({"stage": Stage.WON}, Forecast.CLOSED),
    ],
)
def test_the_category_follows_from_what_is_known(known, expected):
    assert category(Known(**{"stage": Stage.NEGOTIATION, **SURE, **known})).category is expected


def test_what_a_commitment_lacks_is_named_and_unknown_is_not_false():
    found = category(Known(Stage.PROPOSAL, None, 0, date_confirmed=True, open_vetoes=0))
    assert found.lacking == (Condition.SUPPORT, Condition.DECIDER)
    assert [check.met for check in found.checks] == [None, False, True, True]


def test_scenarios_add_up_the_surer_categories():
    values = {Forecast.CLOSED: Decimal(10), Forecast.COMMIT: Decimal(5), Forecast.MOST_LIKELY: Decimal(4)}
    found = scenarios({**values, Forecast.BEST_CASE: Decimal(3), Forecast.PIPELINE: Decimal(100)})
    assert (found.conservative, found.likely, found.optimistic) == (15, 19, 22)


def test_accuracy_of_a_forecast():
    assert accuracy(Decimal(90), Decimal(100)) == 0.9
    assert accuracy(Decimal(120), Decimal(100)) == 0.8
    assert accuracy(Decimal(1), Decimal(0)) is None
