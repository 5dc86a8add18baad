"""Days in words, as they stand in a next step. Today is Thursday, 4 June 2026."""

from datetime import date

import pytest

from shapan.kernel.spoken_days import find_day

TODAY = date(2026, 6, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("明天送方案", (2026, 6, 5)),
        ("大后天回电", (2026, 6, 7)),
        ("下周三带总工去", (2026, 6, 10)),
        ("下个星期天", (2026, 6, 14)),
        ("下下周一开会", (2026, 6, 15)),
        ("本周五前报价", (2026, 6, 5)),
        ("周四见", (2026, 6, 11)),
        ("周三见", (2026, 6, 10)),
        ("下周安排交流", (2026, 6, 8)),
        ("两周后复盘", (2026, 6, 18)),
        ("3天内答复", (2026, 6, 7)),
        ("十五天后", (2026, 6, 19)),
        ("半个月后回访", (2026, 6, 19)),
        ("两个月之后", (2026, 8, 4)),
        ("月底前提交", (2026, 6, 30)),
        ("下月底", (2026, 7, 31)),
        ("下个月5号", (2026, 7, 5)),
        ("下月十五日", (2026, 7, 15)),
        ("下个月初", (2026, 7, 1)),
        ("季度末", (2026, 6, 30)),
        ("年底", (2026, 12, 31)),
        ("7月8日上会", (2026, 7, 8)),
        ("十二月二十一号", (2026, 12, 21)),
        ("3月5日再来", (2027, 3, 5)),
        ("2026年9月1日", (2026, 9, 1)),
        ("2026-09-01", (2026, 9, 1)),
        ("9/1 之前", (2026, 9, 1)),
        ("send the plan tomorrow", (2026, 6, 5)),
        ("Next Wednesday at their office", (2026, 6, 10)),
        ("by Friday", (2026, 6, 5)),
        ("this Saturday", (2026, 6, 6)),
        ("in 2 weeks", (2026, 6, 18)),
        ("within ten days", (2026, 6, 14)),
        ("a month later", (2026, 7, 4)),
        ("next week", (2026, 6, 8)),
        ("end of the month", (2026, 6, 30)),
        ("by end of next quarter", (2026, 9, 30)),
        ("July 8th", (2026, 7, 8)),
        ("8 July 2027", (2027, 7, 8)),
    ],
)
def test_a_next_step_names_its_day(text, day):
    assert find_day(text, TODAY).day == date(*day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("昨天和王总通话", (2026, 6, 3)),
        ("上周五拜访", (2026, 5, 29)),
        ("周二见过", (2026, 6, 2)),
        ("周四上午", (2026, 6, 4)),
        ("12月3日交流", (2025, 12, 3)),
        ("3天前", (2026, 6, 1)),
        ("last Friday", (2026, 5, 29)),
        ("on Monday", (2026, 6, 1)),
        ("two weeks ago", (2026, 5, 21)),
    ],
)
def test_minutes_speak_of_days_gone_by(text, day):
    assert find_day(text, TODAY, back=True).day == date(*day)


def test_the_words_that_say_the_day_are_marked():
    text = "请总工下周三带方案过去"
    found = find_day(text, TODAY)
    assert text[found.start : found.end] == "下周三"


@pytest.mark.parametrize("text", ["", "送方案", "6月31日", "13/40", "每周例会", "may we meet", "1.5 版本"])
def test_what_names_no_day_is_no_day(text):
    assert find_day(text, TODAY) is None


def test_the_last_day_of_a_short_month_is_kept():
    assert find_day("in a month", date(2026, 1, 31)).day == date(2026, 2, 28)
