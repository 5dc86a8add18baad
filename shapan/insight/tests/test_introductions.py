"""The path of introduction: the best chain of real relationships, never through somebody who objects."""

from itertools import pairwise, permutations
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shapan.insight.rules.introductions import US, Tie, is_reached, our_tie, paths
from shapan.insight.terms import Bond

LIU, WANG, SUN, ZHAO, CHEN = 1, 2, 3, 4, 5


def tie(person, other, strength, bond=Bond.ALLY):
    return Tie(person, other, bond, strength)


def people(found):
    return [path.people for path in found]


def test_the_retired_director_leads_to_his_former_deputy():
    found = paths([tie(US, LIU, 0.9), tie(LIU, WANG, 0.6, Bond.INFLUENCE)], WANG)
    assert people(found) == [(LIU, WANG)]
    assert found[0].strength == pytest.approx(0.54)


def test_the_stronger_chain_wins_though_it_is_longer():
    found = paths(
        [tie(US, SUN, 0.5), tie(SUN, WANG, 0.4), tie(US, LIU, 0.9), tie(LIU, ZHAO, 0.8), tie(ZHAO, WANG, 0.7)], WANG
    )
    assert people(found) == [(LIU, ZHAO, WANG), (SUN, WANG)]


def test_the_top_three_and_no_more_than_four_steps():
    ties = [tie(US, n, 0.5) for n in range(10, 16)] + [tie(n, WANG, 0.1 * (n - 9)) for n in range(10, 16)]
    assert people(paths(ties, WANG)) == [(15, WANG), (14, WANG), (13, WANG)]
    chain = [tie(US, 10, 1), *(tie(n, n + 1, 1) for n in range(10, 14))]
    assert people(paths(chain, 13)) == [(10, 11, 12, 13)]
    assert paths(chain, 14) == ()


def test_nobody_is_led_through_or_to_a_person_who_objects():
    ties = [tie(US, LIU, 0.9), tie(LIU, WANG, 0.6), tie(US, SUN, 0.3), tie(SUN, WANG, 0.2)]
    assert people(paths(ties, WANG, never_through={LIU})) == [(SUN, WANG)]
    assert paths(ties, WANG, never_through={WANG}) == ()


def test_two_at_odds_do_not_introduce_each_other():
    ties = [tie(US, SUN, 0.9), tie(SUN, WANG, 0.6)]
    assert paths(ties, WANG, at_odds={frozenset({SUN, WANG})}) == ()


def test_of_two_ties_between_the_same_people_the_stronger_is_told():
    ties = [tie(US, LIU, 0.9), tie(LIU, WANG, 0.4, Bond.FORMER_COLLEAGUE), tie(LIU, WANG, 0.8, Bond.MENTOR)]
    assert [step.bond for step in paths(ties, WANG)[0].ties] == [Bond.ALLY, Bond.MENTOR]


@pytest.mark.parametrize(("level", "gate", "strength"), [(None, 1, None), (0, 1, None), (-1, 1, None), (3, 0.7, 0.63)])
def test_our_own_first_step_is_an_evidenced_supporter(level, gate, strength):
    found = our_tie(LIU, level, gate)
    assert (found and found.strength) == (strength and pytest.approx(strength))


@pytest.mark.parametrize(
    ("level", "warmth", "reached"),
    [(1, 50, True), (3, 49, False), (0, 100, False), (None, 100, False), (2, None, False)],
)
def test_whoever_supports_us_warmly_needs_no_introduction(level, warmth, reached):
    assert is_reached(level, warmth) is reached


STRENGTHS = st.sampled_from([0.2, 0.35, 0.5, 0.65, 0.8])


@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(1, 5)), STRENGTHS, max_size=16))
def test_the_best_of_all_ways_tried_one_by_one(strengths):
    ties = [tie(a, b, worth) for (a, b), worth in strengths.items() if a != b]
    known = {(step.person, step.other): step.strength for step in ties}
    ways = []
    for many in range(1, 4):
        for between in permutations([2, 3, 4, 5], many):  # to go there ourselves is no introduction
            chain = (US, *between, 1)
            steps = list(pairwise(chain))
            if all(step in known for step in steps):
                ways.append(prod(known[step] for step in steps))
    best = sorted(ways, reverse=True)[:3]
    assert [path.strength for path in paths(ties, 1)] == pytest.approx(best)
