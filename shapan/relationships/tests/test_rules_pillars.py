"""The pillars, to the digit of domain.md §20."""

import numpy as np
import pytest

from shapan.decisions.terms import Confidence, Influence
from shapan.interactions.rules import state, warmth
from shapan.relationships.rules import pillars
from shapan.relationships.rules.pillars import Held, SeatState
from shapan.relationships.rules.policy import cadence

WANG, LI, CHEN, ZHAO = 1, 2, 3, 4
H, M = Influence.HIGH, Influence.MEDIUM


@pytest.fixture
def unit():
    """domain.md §20 example 1: a tier A customer with five required seats, the user's empty."""

    def held(person, level, days, codes, influence):
        percent = None if days is None else warmth(days, cadence("A", frozenset(codes)))
        return (Held(person, level, percent, influence=influence),)

    return (
        SeatState("D", 30, True, held(WANG, 1, 20, "D", H)),
        SeatState("A", 20, True, held(LI, None, None, "A", H)),
        SeatState("E", 18, True, held(CHEN, 2, 50, "E", H)),
        SeatState("P", 12, True, held(ZHAO, -1, 10, "P", M)),
        SeatState("U", 8, True, ()),
    )


def test_example_1_of_the_method_to_the_digit(unit):
    key = pillars.key_readings(unit)

    assert [round(seat.weight, 1) for seat in unit] == [30, 20, 18, 7.2, 8]
    assert key.si.denominator == pytest.approx(3 * 83.2)
    assert round(unit[0].holders[0].warmth, 1) == 79.4
    assert round(unit[2].holders[0].warmth, 1) == 43.8
    assert key.ir.value == 0.80
    assert round(key.cr.value, 3) == 0.361
    assert round(key.si.value, 3) == 0.192
    assert round(key.ow.value, 3) == 0.087
    assert round(key.uw.value, 3) == 0.337
    assert round(key.lm.value, 2) == 1.07
    assert key.supporter_share.value == 0.4
    assert pillars.band(key.ir.value, *pillars.IDENTIFICATION_BANDS) == 80
    assert pillars.band(key.lm.value, *pillars.LEVEL_BANDS) == 60
    assert pillars.supporter_points(key.supporter_share.value, opponents=1) == 80


@pytest.mark.parametrize(("days", "percent"), [(30, 70.7), (60, 50.0), (75, 42.0), (90, 35.4)])
def test_example_2_of_the_method_to_the_digit(days, percent):
    assert round(warmth(days, 30), 1) == percent


def test_states_change_at_70_50_and_25():
    assert [state(p) for p in (70, 69.9, 50, 49.9, 25, 24.9, None)] == [
        "warm", "cooling", "cooling", "cold", "cold", "dormant", "never",
    ]  # fmt: skip


def test_every_reading_is_the_sum_of_its_parts(unit):
    key = pillars.key_readings(unit)
    for reading in (key.ir, key.cr, key.si, key.ow, key.uw, key.lm, key.supporter_share):
        assert sum(part.value for part in reading.parts) / reading.denominator == pytest.approx(reading.value)


def test_coverage_is_not_reported_while_fewer_than_half_of_the_seats_are_confirmed(unit):
    guessed = tuple(
        SeatState(
            s.code, s.points, s.required, tuple(Held(h.person_id, h.level, h.warmth, confidence=c) for h in s.holders)
        )
        for s, c in zip(unit, [Confidence.CONFIRMED, *[Confidence.INFERRED] * 4], strict=True)
    )
    cr = pillars.key_readings(guessed).cr

    assert cr.value is None
    assert cr.note == "fewer_than_half_confirmed"


def test_opposition_is_never_discounted_by_silence_and_support_is():
    dormant = 10.0
    assert pillars.support(10, -1, pillars.gate(dormant)) == -10
    assert pillars.support(10, 2, pillars.gate(dormant)) == pytest.approx(6)
    assert pillars.support(10, 2, pillars.gate(dormant, stale=True)) == pytest.approx(3)


def test_ignorance_never_lowers_the_denominator():
    empty = SeatState("D", 30, True, ())
    unknown_influence = SeatState("D", 30, True, (Held(WANG, 1, 90.0),))
    low = SeatState("D", 30, True, (Held(WANG, 1, 90.0, influence=Influence.LOW),))
    assert (empty.weight, unknown_influence.weight, low.weight) == (30, 30, 9)


def test_holders_split_a_seat_by_share():
    seat = SeatState("D", 30, True, (Held(WANG, 1, 90.0, share=2), Held(LI, 1, 90.0, share=1)))
    assert [p.weight for p in pillars.placed([seat])] == [20, 10]


def test_one_warm_supporter_is_a_single_thread(unit):
    assert pillars.key_readings(unit).threads == 1
    assert pillars.key_readings(unit).single_threaded


def test_a_unit_without_seats_reads_as_unknown_not_as_zero():
    key = pillars.key_readings(())
    assert [key.ir.value, key.cr.value, key.si.value, key.lm.value] == [None] * 4


def test_the_arithmetic_takes_arrays_and_agrees_with_single_numbers():
    warm = np.array([90.0, 49.0, 10.0])
    levels = np.array([2.0, 3.0, -1.0])
    stale = np.array([False, True, False])
    together = pillars.support(10.0, levels, pillars.gate(warm, stale))
    alone = [
        pillars.support(10.0, float(x), pillars.gate(float(w), bool(s)))
        for w, x, s in zip(warm, levels, stale, strict=True)
    ]
    assert together.tolist() == pytest.approx(alone)


def test_example_1_calls_for_the_four_things_the_method_names(unit):
    from shapan.relationships.rules.findings import Concern, Known, findings

    known = {
        person: Known(days=days, claimed=None, over_claimed=False)
        for person, days in [(1, 20), (2, None), (3, 50), (4, 10)]
    }
    found = findings(unit, pillars.placed(unit), pillars.key_readings(unit), known)
    told = {(f.concern, f.seat, f.days) for f in found}

    assert {
        (Concern.STANCE_UNKNOWN, "A", None),
        (Concern.COLD, "E", 50),
        (Concern.OPPOSED, "P", None),
        (Concern.SEAT_EMPTY, "U", None),
    } <= told
