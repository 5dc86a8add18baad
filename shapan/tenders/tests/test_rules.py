"""The way of a tender, and its calendar, as arithmetic."""

from datetime import date

import pytest

from shapan.tenders.rules import calendar, steps
from shapan.tenders.rules.steps import Known
from shapan.tenders.terms import Authorship, Bond, Calendar, Day, Need, OwnRule, Procurement, State

ALL = Known(customer=True, procurement=Procurement.PUBLIC, channel=True, authorship=Authorship.NONE)
NOTHING = Known(customer=False, procurement=None, channel=False, authorship=None)


def test_publishing_asks_for_what_a_quiet_period_needs():
    asked = steps.missing(State.PLANNING, State.PUBLISHED, NOTHING, why=False)
    assert asked == (Need.CUSTOMER, Need.PROCUREMENT, Need.CHANNEL, Need.AUTHORSHIP)
    assert steps.missing(State.PLANNING, State.PUBLISHED, ALL, why=False) == ()


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [
        (State.PLANNING, State.EVALUATION, None),
        (State.PUBLISHED, State.AWARDED, None),
        (State.CANCELLED, State.PLANNING, None),
        (State.PUBLISHED, State.EVALUATION, ()),
        (State.STANDSTILL, State.EVALUATION, (Need.REASON,)),
        (State.EVALUATION, State.CANCELLED, (Need.REASON,)),
        (State.AWARDED, State.CONTRACTED, ()),
    ],
)
def test_each_step_leads_on_from_somewhere(before, after, asked):
    assert steps.missing(before, after, ALL, why=False) == asked


def test_every_state_is_reached_and_the_last_two_are_the_end():
    assert {after for ways in steps.WAYS.values() for after in ways} == set(State) - {State.PLANNING}
    assert [state for state, ways in steps.WAYS.items() if not ways] == [State.CONTRACTED, State.CANCELLED]


def test_who_wrote_a_public_specification_is_out():
    assert steps.shuts_us_out(Procurement.PUBLIC, Authorship.WROTE)
    assert steps.shuts_us_out(Procurement.MANDATORY, Authorship.WROTE)
    assert not steps.shuts_us_out(Procurement.PRIVATE, Authorship.WROTE)
    assert not steps.shuts_us_out(Procurement.PUBLIC, Authorship.OPEN)


@pytest.mark.parametrize(
    ("procurement", "rule", "quiet"),
    [
        (Procurement.PUBLIC, OwnRule.FREE, True),
        (Procurement.MANDATORY, None, True),
        (None, None, True),
        (Procurement.PRIVATE, None, True),
        (Procurement.PRIVATE, OwnRule.QUIET, True),
        (Procurement.PRIVATE, OwnRule.FREE, False),
    ],
)
def test_a_private_buyer_is_quiet_unless_its_rules_say_otherwise(procurement, rule, quiet):
    assert steps.is_bound_to_quiet(procurement, rule) is quiet


def test_the_chinese_calendar_follows_from_the_day_of_issue():
    days = calendar.fill(Calendar.CHINA, {Day.ISSUED: date(2026, 3, 1)})
    assert days == {
        Day.ISSUED: date(2026, 3, 1),
        Day.DEADLINE: date(2026, 3, 21),
        Day.CLARIFY: date(2026, 3, 6),
        Day.OPENING: date(2026, 3, 21),
    }
    assert calendar.breaches(Calendar.CHINA, days, {}) == ()
    later = calendar.fill(Calendar.CHINA, days | {Day.REPORT: date(2026, 4, 1), Day.AWARD: date(2026, 4, 10)})
    assert (later[Day.CANDIDATES], later[Day.CANDIDATES_END]) == (date(2026, 4, 4), date(2026, 4, 7))
    assert (later[Day.CONTRACT], later[Day.BOND_BACK]) == (date(2026, 5, 10), date(2026, 5, 15))


@pytest.mark.parametrize(
    ("days", "article", "given"),
    [
        ({Day.ISSUED: date(2026, 3, 1), Day.DEADLINE: date(2026, 3, 20)}, "招标投标法 24", 19),
        ({Day.CLARIFY: date(2026, 3, 10), Day.DEADLINE: date(2026, 3, 24)}, "招标投标法 23", 14),
        ({Day.REPORT: date(2026, 4, 1), Day.CANDIDATES: date(2026, 4, 5)}, "实施条例 54", 4),
        ({Day.CANDIDATES: date(2026, 4, 1), Day.CANDIDATES_END: date(2026, 4, 3)}, "实施条例 54", 2),
        ({Day.AWARD: date(2026, 4, 1), Day.CONTRACT: date(2026, 5, 2)}, "招标投标法 46", 31),
        ({Day.CONTRACT: date(2026, 4, 1), Day.BOND_BACK: date(2026, 4, 7)}, "实施条例 57", 6),
        ({Day.AWARD: date(2026, 4, 1), Day.CONTRACT: date(2026, 3, 2)}, "招标投标法 46", -30),
    ],
)
def test_what_falls_short_is_named_with_its_article(days, article, given):
    (breach,) = calendar.breaches(Calendar.CHINA, days, {})
    assert (breach.article, breach.given) == (article, given)


def test_bonds_have_a_limit_and_the_unknown_is_no_breach():
    over = calendar.breaches(Calendar.CHINA, {}, {Bond.BID: 2.5, Bond.PERFORMANCE: 10.0})
    assert [(one.cap.bond, one.given) for one in over] == [(Bond.BID, 2.5)]
    assert calendar.breaches(Calendar.CHINA, {}, {}) == ()


def test_in_europe_the_standstill_is_ten_days():
    days = calendar.fill(Calendar.EU, {Day.ISSUED: date(2026, 3, 1), Day.CANDIDATES: date(2026, 5, 1)})
    assert (days[Day.DEADLINE], days[Day.CANDIDATES_END]) == (date(2026, 3, 31), date(2026, 5, 11))


def test_every_preset_says_where_it_comes_from():
    for preset in calendar.PRESETS.values():
        assert preset.source
        assert preset.version
        assert {span.start for span in preset.spans} | {span.end for span in preset.spans} <= set(preset.days)
