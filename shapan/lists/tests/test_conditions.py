"""What a query string may ask of a list, and what a spreadsheet is given: rules without a database."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shapan.lists.rules.cells import harmless
from shapan.lists.rules.conditions import MOST, Askable, Condition, Kind, read
from shapan.lists.terms import Op

COLUMNS = {
    "name": Askable(Kind.TEXT),
    "tier": Askable(Kind.CHOICE, {"S": "S", "国有": "state_owned"}),
    "revenue": Askable(Kind.NUMBER),
    "last": Askable(Kind.DAY),
}


def test_and_begins_a_group_and_or_joins_it():
    rows = [("and", "tier", "is", "s"), ("or", "revenue", "at_least", "1,000"), ("and", "name", "contains", "移动")]
    found = read(rows, COLUMNS)
    assert found.groups == (
        (Condition("tier", Op.IS, "S"), Condition("revenue", Op.AT_LEAST, Decimal(1000))),
        (Condition("name", Op.CONTAINS, "移动"),),
    )
    assert found.understood


def test_a_blank_line_is_no_condition():
    assert read([("and", "", "is", "x")], COLUMNS) == read([], COLUMNS)


def test_a_choice_is_typed_as_it_is_read():
    assert read([("and", "tier", "is", "国有")], COLUMNS).groups[0][0].value == "state_owned"


def test_empty_and_filled_need_no_value():
    found = read([("and", "last", "empty", ""), ("and", "last", "filled", "whatever")], COLUMNS)
    assert [group[0].value for group in found.groups] == [None, None]


@pytest.mark.parametrize(
    ("column", "op", "value"),
    [
        ("password", "is", "x"),
        ("account__name", "is", "x"),
        ("name", "regex", "x"),
        ("name", "at_least", "x"),
        ("name", "contains", ""),
        ("name", "contains", "a\x00"),
        ("name", "contains", "x" * 201),
        ("tier", "is", "Z"),
        ("revenue", "is", "much"),
        ("revenue", "is", "NaN"),
        ("revenue", "is", "1e999999"),
        ("last", "is", "2026-02-30"),
    ],
)
def test_what_is_not_understood_is_refused_and_shown_again(column, op, value):
    found = read([("and", column, op, value), ("and", "name", "is", "x")], COLUMNS)
    assert not found.understood
    assert [row.understood for row in found.said] == [False, True]
    assert (found.said[0].column, found.said[0].value) == (column, value)


def test_too_many_conditions_are_refused():
    assert read([("and", "name", "is", "x")] * MOST, COLUMNS).understood
    assert not read([("and", "name", "is", "x")] * (MOST + 1), COLUMNS).understood


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.text(), st.sampled_from(["name", "tier", "last", "x__y", ""]) | st.text(), st.text() |
                          st.sampled_from(list(Op)), st.text()), max_size=20))  # fmt: skip
def test_nothing_typed_names_a_column_that_the_list_does_not(rows):
    found = read(rows, COLUMNS)
    assert {condition.column for group in found.groups for condition in group} <= COLUMNS.keys()
    assert len(found.said) <= MOST + 1


@pytest.mark.parametrize(
    "text", ["=1+1", "+86 138", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "＝1", "\x00=1", "%x", "|x"]
)
def test_no_text_is_run_as_a_formula(text):
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("value", ["河北移动", "a=b", "", -2, 1.5, Decimal(-3), date(2026, 1, 1), None])
def test_what_is_harmless_stays_as_it_is(value):
    assert harmless(value) == value
