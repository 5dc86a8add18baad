"""Four elements, the capped score, milestones: as domain.md §11.2 to §11.4 and §20 have them."""

import pytest

from shapan.opportunities.rules.elements import WEIGHTS, relationship_anchor, standing
from shapan.opportunities.rules.milestones import stall, touch
from shapan.opportunities.rules.score import MOST, Evidence, score
from shapan.opportunities.terms import Advice, Cap, Element, Milestone, Next, Orientation, Pace, Part, Touch, Veto

R, S, D, C = Element
SHOWN = Evidence(pain=True, commitment=True, economic_buyer=True, budget=True)


def every(points):
    return dict.fromkeys(Element, points)


def test_the_relationship_anchor_of_the_worked_example():
    assert round(relationship_anchor(0.192), 2) == 3.65
    assert (relationship_anchor(-0.3), relationship_anchor(0.9)) == (0, 10)
    assert relationship_anchor(None) is None


def test_readings_are_the_sum_of_their_parts():
    ours, rival = {R: 8, S: 6, D: 7, C: 5}, {R: 5, S: 7, D: 6, C: 6}
    found = standing(ours, rival)
    assert (found.absolute, found.relative, found.advice) == (67, 8, Advice.BID)
    assert [part.absolute for part in found.parts] == [28, 15, 14, 10]
    assert [part.relative for part in found.parts] == [10.5, -2.5, 2, -2]


@pytest.mark.parametrize(("orientation", "first"), [(Orientation.RELATIONSHIP, R), (Orientation.TECHNOLOGY, S)])
def test_weights_follow_what_comes_first_for_the_customer(orientation, first):
    assert standing({**every(0), first: 10}, every(0), orientation).absolute == 45
    assert all(sum(weights) == 100 for weights in WEIGHTS.values())


@pytest.mark.parametrize(
    ("ours", "rival", "advice"),
    [
        (6, 6.5, Advice.BID),
        (5.9, 5.9, Advice.CONDITIONAL),
        (4.5, 4.5, Advice.CONDITIONAL),
        (4.4, 0, Advice.NO_BID),
        (8, 8.6, Advice.CONDITIONAL),
        (8, 9.5, Advice.CONDITIONAL),
        (8, 9.6, Advice.NO_BID),
    ],
)
def test_the_worse_of_the_two_readings_decides(ours, rival, advice):
    assert standing(every(ours), every(rival)).advice is advice


def test_what_is_unknown_gives_no_advice_unless_what_is_known_is_bad_enough():
    assert standing({R: 9, S: 9, D: 9}, every(5)).advice is None
    assert standing(every(9), {R: 5}).unknown == (S, D, C)
    assert standing(every(4), {}).advice is Advice.NO_BID


def test_a_veto_forbids_the_bid_whatever_the_points():
    found = standing(every(10), every(0), vetoes={Veto.SEAT_UNKNOWN})
    assert (found.absolute, found.advice, found.vetoes) == (100, Advice.NO_BID, (Veto.SEAT_UNKNOWN,))


@pytest.mark.parametrize(
    ("lacking", "value", "cap"),
    [
        ("pain", 44, Cap.NO_PAIN),
        ("commitment", 64, Cap.NO_COMMITMENT),
        ("economic_buyer", 79, Cap.NO_BUYER_OR_BUDGET),
        ("budget", 79, Cap.NO_BUYER_OR_BUDGET),
    ],
)
def test_missing_evidence_holds_the_score_down(lacking, value, cap):
    evidence = {"pain": True, "commitment": True, "economic_buyer": True, "budget": True} | {lacking: False}
    found = score(MOST, Evidence(**evidence))
    assert (found.earned, found.value, [c for c, _limit in found.caps]) == (100, value, [cap])


def test_a_compliance_flag_goes_to_review_and_not_on():
    found = score(MOST, Evidence(pain=True, commitment=True, economic_buyer=True, budget=True, compliance_flag=True))
    assert (found.value, found.next) == (44, Next.ESCALATE)


@pytest.mark.parametrize(
    ("less", "then"),
    [
        (0, Next.ADVANCE),
        (21, Next.ADVANCE_WITH_CONDITIONS),
        (36, Next.VALIDATE),
        (60, Next.NURTURE),
        (76, Next.DISQUALIFY),
    ],
)
def test_the_score_says_what_to_do_next(less, then):
    points, left = dict(MOST), less
    for part in Part:
        taken = min(left, points[part])
        points[part], left = points[part] - taken, left - taken
    found = score(points, SHOWN)
    assert (found.value, found.next) == (100 - less, then)


def test_a_part_nobody_looked_at_is_a_question_and_holds_the_advance():
    points = {part: most for part, most in MOST.items() if part is not Part.COMPETITION}
    found = score(points, SHOWN)
    assert (found.value, found.unknown, found.next) == (90, (Part.COMPETITION,), Next.ADVANCE_WITH_CONDITIONS)


@pytest.mark.parametrize(
    ("milestone", "days", "pace"),
    [
        (Milestone.KNOWN, 14, Pace.NORMAL),
        (Milestone.KNOWN, 15, Pace.SLOW),
        (Milestone.PAIN, 21, Pace.WARNING),
        (Milestone.PAIN, 32, Pace.CRITICAL),
        (Milestone.PAIN, 42, Pace.ZOMBIE),
        (Milestone.FUNDS, 28, Pace.WARNING),
        (Milestone.CHAIN, 63, Pace.CRITICAL),
        (Milestone.PURCHASE, 84, Pace.ZOMBIE),
        (Milestone.AWARD, 70, Pace.WARNING),
    ],
)
def test_a_milestone_has_its_time(milestone, days, pace):
    assert stall(milestone, days).pace is pace


def test_what_nobody_touches_turns_yellow_then_red():
    assert [touch(days) for days in (14, 15, 30, 31, None)] == [
        Touch.GREEN, Touch.YELLOW, Touch.YELLOW, Touch.RED, Touch.RED,
    ]  # fmt: skip
