"""The organisation as geometry: nobody stands on anybody, bosses stand over their people, and it takes linear time."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shapan.insight.drawing import organisation, tree
from shapan.insight.drawing.organisation import FRAME, Frame, lay_out

ABREAST = Frame(abreast=10_000)  # nobody is stacked


def posts(most=60):
    """Any forest: each post reports to one before it, or to nobody."""
    drawn = st.lists(st.integers(0, 10**6), min_size=1, max_size=most)
    return drawn.map(lambda bosses: [(str(n), str(boss % (n + 1) - 1)) for n, boss in enumerate(bosses)]).map(rooted)


def rooted(rows):
    return [(key, None if above == "-1" else above) for key, above in rows]


def below(rows):
    found = {}
    for key, above in rows:
        found.setdefault(above, []).append(key)
    return found


def overlaps(layout, frame=FRAME):
    """Pairs of cards closer than a gap, found row of the page by row of the page."""
    cards = sorted(layout.places.items(), key=lambda card: card[1])
    close = []
    for n, (key, (x, y)) in enumerate(cards):
        for other, (to_x, to_y) in cards[n + 1 :]:
            if to_x >= x + frame.width + frame.row_gap - 1:
                break
            if abs(to_y - y) < frame.height + frame.row_gap:
                close.append((key, other))
    return close


@given(posts())
def test_no_two_cards_touch_and_everybody_is_there(rows):
    layout = lay_out(rows)
    assert layout.places.keys() == dict(rows).keys()
    assert overlaps(layout) == []
    assert all(0 <= x <= layout.width - FRAME.width and 0 <= y <= layout.height for x, y in layout.places.values())


@given(posts())
def test_side_by_side_a_boss_stands_in_the_middle_and_the_order_is_kept(rows):
    layout = lay_out(rows, frame=ABREAST)
    assert overlaps(layout, ABREAST) == []
    for boss, people in below(rows).items():
        across = [layout.places[key][0] for key in people]
        assert all(left < right for left, right in pairwise(across))
        if boss is not None:
            assert layout.places[boss][0] == pytest.approx((across[0] + across[-1]) / 2, abs=1.5)
            assert {layout.places[key][1] for key in people} == {layout.places[boss][1] + ABREAST.row}


@given(posts(), st.sets(st.integers(0, 59).map(str)))
def test_what_is_folded_is_not_drawn_but_counted(rows, folded):
    layout = lay_out(rows, folded=folded)
    hidden = {key for kept in layout.folded.values() for key in kept}
    assert layout.places.keys() == dict(rows).keys() - hidden
    assert set(layout.folded) <= folded
    assert overlaps(layout) == []


@given(posts())
def test_every_post_but_the_topmost_hangs_on_one_line(rows):
    assert sorted(line.below for line in lay_out(rows).lines) == sorted(key for key, above in rows if above)


def test_a_boss_of_sixty_stays_readable():
    layout = lay_out([("boss", None), *((str(n), "boss") for n in range(60))])
    assert layout.width < 1300
    assert layout.height < 1300
    assert overlaps(layout) == []


def test_a_stack_keeps_its_order_column_by_column():
    layout = lay_out([("boss", None), *((str(n), "boss") for n in range(9))])
    people = [layout.places[str(n)] for n in range(9)]
    assert people == sorted(people)


def test_a_stack_reaches_down_beside_deeper_branches_without_meeting_them():
    chain = [("boss", None), ("a", "boss"), ("b", "a"), ("c", "b"), ("d", "c"), ("e", "d")]
    layout = lay_out([*chain, *((str(n), "boss") for n in range(40)), *((f"x{n}", "d") for n in range(30))])
    assert overlaps(layout) == []


def test_five_thousand_deep_is_as_good_as_any():
    layout = lay_out([("0", None), *((str(n), str(n - 1)) for n in range(1, 5000))])
    assert len({x for x, _y in layout.places.values()}) == 1
    assert layout.places["4999"][1] == 4999 * FRAME.row + FRAME.margin


def test_those_without_a_place_stand_in_the_tray_beside():
    layout = lay_out([("boss", None), ("one", "boss")], tray=["retired", "unknown"])
    x, y, width, height = layout.tray
    right = max(layout.places[key][0] for key in ("boss", "one")) + FRAME.width
    for key in ("retired", "unknown"):
        across, down = layout.places[key]
        assert right < x <= across <= x + width - FRAME.width
        assert y <= down <= y + height - FRAME.height
    assert overlaps(layout) == []


def test_a_circle_is_cut_and_still_drawn():
    layout = lay_out([("a", "c"), ("b", "a"), ("c", "b")])
    assert len(layout.places) == 3
    assert len(layout.lines) == 2


def test_nobody_at_all_is_an_empty_table():
    assert lay_out([]).places == {}


SHAPES = {
    "chain": lambda n: n - 1,
    "binary": lambda n: (n - 1) // 2,
    "broad": lambda n: (n - 1) // 40,
    "comb": lambda n: n - 1 if n % 2 else max(0, n - 2),
    "two long arms": lambda n: max(0, n - 2),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_people_take_twice_the_steps(shape):
    def steps(many):
        rows = [("0", None), *((str(n), str(SHAPES[shape](n))) for n in range(1, many))]
        counted = 0

        def count(_frame, event, _arg):
            nonlocal counted
            counted += event == "line"
            return count

        before = sys.gettrace()
        sys.settrace(lambda frame, *_: count if frame.f_code.co_filename in OURS else None)
        try:
            lay_out(rows, frame=ABREAST)
        finally:
            sys.settrace(before)
        return counted

    assert 1.8 < steps(1600) / steps(800) < 2.2


OURS = {tree.__file__, organisation.__file__}
