"""From evidence to a level (domain.md §2.1)."""

from shapan.relationships.rules.levels import Evidence, is_over_claimed, level
from shapan.relationships.rules.policy import HousePolicy
from shapan.relationships.terms import Criterion, LevelState

ACCEPTANCE, PARTICIPATION, INFORMATION, GUIDANCE = Criterion


def shown(*levels, days=10, verified=True):
    """Evidence in the four criteria in order; None leaves a criterion empty."""
    pairs = zip(Criterion, levels, strict=False)
    return [Evidence(n, c, x, days, verified) for n, (c, x) in enumerate(pairs) if x is not None]


def test_three_of_four_at_a_level_and_the_fourth_one_below_make_the_level():
    assert level(shown(2, 2, 2, 1)).level == 2


def test_a_criterion_two_below_holds_the_level_down():
    assert level(shown(2, 2, 2, 0)).level == 1


def test_an_empty_criterion_neither_supports_nor_speaks_against():
    assert level(shown(2, 2, 2)).level == 2


def test_two_criteria_are_too_few_to_know_anything():
    reading = level(shown(3, 3))
    assert (reading.level, reading.state) == (None, LevelState.UNKNOWN)


def test_no_evidence_is_unknown_and_not_neutral():
    assert level([]).level is None


def test_unverified_evidence_does_not_count():
    assert level(shown(2, 2, 2, 2, verified=False)).level is None


def test_opposition_forces_minus_one_until_a_manager_settles_it():
    evidence = shown(2, 2, 2, 2)
    against = Evidence(9, ACCEPTANCE, -1, 170, verified=True)
    assert level([*evidence, against]).level == -1
    assert level([*evidence, Evidence(9, ACCEPTANCE, -1, 170, verified=True, settled=True)]).level == 2


def test_opposition_older_than_180_days_no_longer_forces():
    assert level([*shown(2, 2, 2, 2), Evidence(9, ACCEPTANCE, -1, 181, verified=True)]).level == 2


def test_information_expires_after_90_days_and_the_rest_after_180():
    assert level(shown(2, 2, 2, None, days=91)).state == LevelState.STALE
    assert level(shown(2, 2, None, 2, days=91)).state == LevelState.EVIDENCED
    assert level(shown(2, 2, None, 2, days=181)).state == LevelState.STALE


def test_a_stale_level_stays_visible_for_90_days_and_then_is_unknown():
    assert (level(shown(2, 2, None, 2, days=270)).level, level(shown(2, 2, None, 2, days=271)).level) == (2, None)


def test_level_4_exists_only_by_setting():
    assert level(shown(4, 4, 4, 4)).level == 3
    assert level(shown(4, 4, 4, 4), HousePolicy(top_level=4)).level == 4


def test_a_claim_above_the_evidence_is_over_claimed_and_so_is_one_without_evidence():
    assert all(is_over_claimed(*pair) for pair in [(3, 2), (2, None)])
    assert not any(is_over_claimed(*pair) for pair in [(2, 2), (1, 2), (None, 2), (0, None), (-1, None)])
