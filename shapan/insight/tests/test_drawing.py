"""The house as geometry."""

from itertools import pairwise

import pytest

from shapan.insight.drawing import text
from shapan.insight.drawing.house import NARROW, WIDE, PillarIn, SegmentIn, TileIn, draw

FRAMES = pytest.mark.parametrize("frame", [WIDE, NARROW])


def pillar(level, *, claimed=None, share=0.2, **more):
    return PillarIn("1", "高远", "主任", "D", level, claimed, share, **more)


def drawn(*pillars, frame=WIDE, tiles=(), segments=()):
    return draw(pillars, tiles, segments, top=3, frame=frame)


@FRAMES
def test_height_says_the_level_from_the_ground_up(frame):
    fills = [p.fill for p in drawn(*(pillar(level) for level in (1, 2, 3)), frame=frame).pillars]
    assert [fill.height for fill in fills] == [frame.step, 2 * frame.step, 3 * frame.step]
    assert len({fill.y + fill.height for fill in fills}) == 1


def test_width_says_the_weight_in_the_decision():
    heavy, light = drawn(pillar(2, share=0.4), pillar(2, share=0.2)).pillars
    assert heavy.frame.width == pytest.approx(2 * light.frame.width)


def test_unknown_has_no_body_and_neutral_has_a_thin_one():
    unknown, neutral = drawn(pillar(None), pillar(0)).pillars
    assert unknown.fill is None
    assert 0 < neutral.fill.height < 10


def test_opposition_hangs_below_the_ground():
    house = drawn(pillar(-1))
    assert house.pillars[0].fill.y == house.ground


def test_what_is_claimed_above_the_evidence_is_drawn_above_it_and_warned_of():
    over, honest = drawn(pillar(1, claimed=3), pillar(2, claimed=2)).pillars
    assert over.hope.height == pytest.approx(2 * WIDE.step)
    assert over.hope.y + over.hope.height == pytest.approx(over.fill.y)
    assert over.warning
    assert (honest.hope, honest.warning) == (None, None)


def test_the_target_and_the_rival_stand_at_their_levels():
    house = drawn(pillar(1, target=2, rival=3))
    placed = house.pillars[0]
    assert placed.target[2] == pytest.approx(house.ground - 2 * WIDE.step)
    assert sum(y for _x, y in placed.rival) / 4 == pytest.approx(house.ground - 3 * WIDE.step)


@FRAMES
@pytest.mark.parametrize("count", [1, 2, 5, 8, 30])
def test_pillars_never_overlap_and_stay_inside(frame, count):
    house = drawn(*(pillar(2) for _n in range(count)), frame=frame)
    hits = [p.hit for p in house.pillars]
    assert all(a.x + a.width <= b.x + 0.01 for a, b in pairwise(hits))
    assert hits[0].x >= 0
    assert hits[-1].x + hits[-1].width <= frame.width
    assert house.left_out == max(0, count - frame.most_pillars)


@FRAMES
@pytest.mark.parametrize("count", [1, 7, 10, 23])
def test_departments_wrap_and_never_overlap(frame, count):
    house = drawn(pillar(2), frame=frame, tiles=[TileIn(str(n), "网络部", 2, 1) for n in range(count)])
    boxes = [tile.box for tile in house.tiles]
    for n, a in enumerate(boxes):
        assert a.x + a.width <= frame.width
        for b in boxes[n + 1 :]:
            assert a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y


def test_a_quarter_of_the_roof_is_filled_by_area():
    def area(points):
        pairs = zip(points, [*points[1:], points[0]], strict=True)
        return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2

    segments = [SegmentIn(str(n), "沟通", share) for n, share in enumerate((0.8, 0.5, 0.25, None))]
    placed = drawn(pillar(2), segments=segments).segments
    assert [area(s.fill) / area(s.outline) for s in placed] == pytest.approx([0.8, 0.5, 0.25, 0])


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [("高远", 30, "高远"), ("计划建设部总经理", 60, "计划建设…"), ("Director", 30, "Dir…")],
)
def test_words_that_do_not_fit_end_in_an_ellipsis(words, room, shown):
    assert text.fit(words, room, 13) == shown


def test_a_long_name_takes_two_lines():
    assert text.lines("Margarethe Lindqvist", 80, 13) == ("Margarethe", "Lindqvist")
