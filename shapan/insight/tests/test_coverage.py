"""Our people against theirs: who is in touch, where nobody is, where to begin."""

from shapan.insight.rules.coverage import Theirs, best_placed, first_hole, matrix
from shapan.interactions.terms import Warmth

LIN, SONG = 1, 2
LI = Theirs(10, "D", 0.4, cadence=30)
WANG = Theirs(11, "A", 0.3, cadence=30)
SUN = Theirs(12, "A", 0.2, cadence=30)
CLERK = Theirs(13, "", 0.0, cadence=45)


def read(days):
    return matrix([WANG, LI, SUN, CLERK], [LIN, SONG], days)


def test_a_cell_says_how_alive_the_contact_is_by_the_persons_own_cadence():
    group = read({(LI.person_id, LIN): 20, (LI.person_id, SONG): 100})[1]
    assert [cell.state for cell in group.rows[0].cells] == [Warmth.WARM, Warmth.COLD]


def test_groups_come_in_order_and_the_weightiest_first():
    groups = read({})
    assert [(group.name, [row.theirs for row in group.rows]) for group in groups] == [
        ("A", [WANG, SUN]), ("D", [LI]), ("", [CLERK]),
    ]  # fmt: skip


def test_where_nobody_is_warm_there_is_a_hole():
    groups = read({(LI.person_id, LIN): 20, (WANG.person_id, LIN): 300, (SUN.person_id, SONG): 5})
    assert [(group.holes, group.is_hole, group.alive) for group in groups] == [
        (1, False, (0, 1)), (0, False, (1, 0)), (1, True, (0, 0)),
    ]  # fmt: skip


def test_begin_with_the_weightiest_hole_and_whoever_met_the_person_last():
    groups = read({(LI.person_id, LIN): 20, (WANG.person_id, LIN): 300, (WANG.person_id, SONG): 200})
    hole = first_hole(groups)
    assert hole.theirs == WANG
    assert best_placed(hole, [LIN, SONG]) == SONG
    assert best_placed(first_hole(read({})), [LIN, SONG]) is None


def test_people_outside_the_decision_are_no_place_to_begin():
    assert first_hole(matrix([CLERK], [LIN], {})) is None
