"""What is worth doing first, on the worked decision unit of domain.md §20."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shapan.decisions.terms import Influence
from shapan.insight.rules import worth
from shapan.insight.rules.worth import Step
from shapan.interactions.rules import warmth
from shapan.relationships.rules.pillars import Held, SeatState, key_readings

WANG, LI, CHEN, ZHAO = 1, 2, 3, 4
CADENCE = {WANG: 30, LI: 30, CHEN: 21, ZHAO: 21}


def seat(code, points, *holders):
    return SeatState(code=code, points=points, required=True, holders=holders)


def held(person, level, days, influence=Influence.HIGH, **more):
    now = None if days is None else warmth(days, CADENCE[person])
    return Held(person, level=level, warmth=now, influence=influence, **more)


@pytest.fixture
def unit():
    """D Wang 1, 20 days ago; A Li unknown; E Chen 2, 50 days ago; P Zhao -1; nobody in U. Weights add up to 83.2."""
    seats = (
        seat("D", 30, held(WANG, 1, 20)),
        seat("A", 20, held(LI, None, None)),
        seat("E", 18, held(CHEN, 2, 50)),
        seat("P", 12, held(ZHAO, -1, 10, Influence.MEDIUM)),
        seat("U", 8),
    )
    return worth.Unit(seats=seats, cadence=CADENCE, tier="A")


def found(unit):
    return {move.seat: move for move in worth.moves(unit)}


def test_every_seat_has_its_own_next_step(unit):
    steps = {code: (move.step, move.level, move.level_to) for code, move in found(unit).items()}
    assert steps == {
        "D": (Step.RAISE, 1, 2),
        "A": (Step.LEARN, None, 1),
        "E": (Step.MEET, 2, 2),
        "P": (Step.WIN_OVER, -1, 0),
        "U": (Step.NAME, None, 1),
    }


def test_the_arithmetic_of_meeting_somebody_again(unit):
    """Chen is cold (43.8): of 18 x 2 silence leaves 0.7. In two weeks 34.8, still cold; met today 79.4."""
    move = found(unit)["E"]
    assert move.without == pytest.approx((30 + 18 * 2 * 0.7 - 7.2) / (3 * 83.2))
    assert move.done == move.failed == pytest.approx((30 + 18 * 2 - 7.2) / (3 * 83.2))
    assert move.gain == pytest.approx(18 * 2 * 0.3 / (3 * 83.2))
    assert move.worth == pytest.approx(move.gain * 4 * 1 / 2)


def test_the_arithmetic_of_a_chance(unit):
    """Raising Wang brings 30 more of 249.6, three times in ten, in four hours."""
    move = found(unit)["D"]
    assert move.gain == pytest.approx(0.3 * 30 / 249.6)
    assert move.worth == pytest.approx(0.3 * 30 / 249.6 * 4 / 4)


def test_what_is_worth_most_stands_first(unit):
    order = [move.seat for move in worth.moves(unit)]
    assert order == ["E", "A", "D", "U", "P"]


def test_a_deal_and_a_tier_weigh(unit):
    plain = worth.moves(unit)[0]
    rich = worth.moves(worth.Unit(unit.seats, CADENCE, tier="S", open_value=9.0))[0]
    assert rich.worth == pytest.approx(plain.worth / 4 * 5 * 2)


def test_nobody_is_sent_to_a_person_who_asked_to_be_left_alone(unit):
    alone = worth.Unit(unit.seats, CADENCE, tier="A", left_alone=frozenset({CHEN, LI}))
    assert [move.seat for move in worth.moves(alone)] == ["D", "U", "P"]


def test_a_target_decides_how_far_a_seat_is_raised(unit):
    reached = worth.Unit(unit.seats, CADENCE, targets={WANG: 1})
    assert "D" not in found(reached)


def test_expired_evidence_is_renewed_before_anything_else():
    unit = worth.Unit((seat("D", 30, held(WANG, 2, 5, stale=True)),), CADENCE)
    (move,) = worth.moves(unit)
    assert (move.step, move.level_to) == (Step.PROVE, 2)
    assert (move.without, move.done) == (pytest.approx(1 / 3), pytest.approx(2 / 3))


def test_a_person_in_two_seats_is_one_move_with_the_weight_of_both():
    both = held(CHEN, 2, 50)
    (move,) = worth.moves(worth.Unit((seat("D", 30, both), seat("A", 20, both)), CADENCE))
    assert move.seat == "D"
    assert move.gain == pytest.approx(50 * 2 * 0.3 / 150)


def test_without_seats_there_is_nothing_to_say():
    assert worth.moves(worth.Unit((), {})) == []


people = st.builds(
    Held,
    person_id=st.integers(1, 6),
    level=st.none() | st.integers(-1, 3),
    warmth=st.none() | st.floats(0, 100),
    stale=st.booleans(),
    influence=st.none() | st.sampled_from(Influence),
)


@given(st.lists(st.builds(seat, st.sampled_from("DAEPU"), st.floats(1, 50), people), min_size=1, max_size=6))
def test_a_step_done_is_worth_more_than_one_left(seats):
    """Every move gains, none leaves the range of the index; and doing nothing is what the house would say by then."""
    cadence = dict.fromkeys(range(1, 7), 30)
    unit = worth.Unit(seats, cadence)
    for move in worth.moves(unit, worth.WorthPolicy(horizon_days=0)):
        assert move.gain > 0
        assert -0.34 <= move.without <= move.failed + 1e-9 <= move.done + 2e-9 <= 1.01
    one_each = {one.person_id: one for of_seat in seats for one in of_seat.holders}
    if len(one_each) == len(seats):  # else one person stands here with two levels, which cannot be
        moved = worth.moves(unit, worth.WorthPolicy(horizon_days=0))
        assert all(move.without == pytest.approx(key_readings(seats).si.value) for move in moved)
