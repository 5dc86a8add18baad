"""What a visit is for, and what to ask."""

import pytest

from shapan.insight.rules import Goal, Question, Role, Standing, goal, questions, role
from shapan.relationships.terms import Criterion

ALL_SHOWN = dict.fromkeys(Criterion, 1)


@pytest.mark.parametrize(
    ("title", "department", "seats", "expected"),
    [
        ("财务部总经理", "财务部", (), Role.FINANCE),
        ("采购部副总经理", "", (), Role.PROCUREMENT),
        ("总经理", "", ("A",), Role.GENERAL_MANAGEMENT),
        ("主任", "网络运维部", (), Role.OPERATIONS),
        ("Chief Financial Officer", "", (), Role.FINANCE),
        ("主任", "", ("P",), Role.PROCUREMENT),
        ("主任", "", (), Role.USERS),
    ],
)
def test_a_role_is_told_by_title_then_department_then_seat(title, department, seats, expected):
    assert role(title, department, seats) is expected


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing(-1, 2, cold=True, stale=False, over_claimed=False), Goal.SETTLE),
        (Standing(None, 2, cold=True, stale=False, over_claimed=True), Goal.LEARN),
        (Standing(2, 3, cold=True, stale=True, over_claimed=False), Goal.RENEW),
        (Standing(2, 3, cold=False, stale=True, over_claimed=False), Goal.PROVE),
        (Standing(1, 2, cold=False, stale=False, over_claimed=False), Goal.RAISE),
        (Standing(3, 2, cold=False, stale=False, over_claimed=False), Goal.KEEP),
    ],
)
def test_opposition_comes_before_ignorance_silence_and_height(standing, expected):
    assert goal(standing) is expected


def test_what_was_promised_is_asked_first_and_the_roles_own_question_last():
    assert questions(None, ALL_SHOWN, promised=True) == (Question.PROMISE, Question.STANCE, Question.ROLE)


def test_there_are_always_three_questions():
    assert questions(2, ALL_SHOWN, promised=False) == (Question.INFORMATION, Question.GUIDANCE, Question.ROLE)
    missing = {**ALL_SHOWN, Criterion.PARTICIPATION: None}
    assert questions(2, missing, promised=False)[0] is Question.PARTICIPATION
