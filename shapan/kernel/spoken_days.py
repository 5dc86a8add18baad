"""Days as people say them: “下周三”, “两周后”, “3月5号”, “in 2 weeks”, “next Friday”, “end of the month”.

`find_day(text, today)` takes the first one in the text. Words without a direction of their own (“周三”, “5月3日”) mean
the next such day, or with `back=True` the last. Numbers are Chinese, Latin or English words up to ninety-nine.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

Reading = Callable[[re.Match[str], date, bool], date]

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
CHINESE_WEEKDAYS = {c: n for n, c in enumerate("一二三四五六")} | {"日": 6, "天": 6}
CHINESE_DAYS = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "今天": 0, "今日": 0, "今早": 0, "今晚": 0,
    "明天": 1, "明日": 1, "明早": 1, "明晚": 1, "大后天": 3, "后天": 2,
}  # fmt: skip
ENGLISH_DAYS = {
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "day after tomorrow": 2,
    "tomorrow": 1,
}
CHINESE_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下下": 2, "下": 1}

COUNT_ZH = r"(\d{1,2}|半|[零〇一二两三四五六七八九十]{1,3})"
COUNT_EN = rf"(\d{{1,2}}|an?|{'|'.join(SMALL[1:])})"
MONTH_EN = rf"({'|'.join(MONTHS)})[a-z]*\.?"
WEEKDAY_EN = r"(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"


@dataclass(frozen=True, slots=True)
class SpokenDay:
    """A day found in a text, and where: `text[start:end]` are the words that say it."""

    day: date
    start: int
    end: int


def find_day(text: str, today: date, *, back: bool = False) -> SpokenDay | None:
    """The first day in the text; of two that begin together the longer. None when there is none."""
    return min(_all(text, today, back), key=lambda found: (found.start, -found.end), default=None)


def _all(text: str, today: date, back: bool) -> Iterator[SpokenDay]:
    for pattern, reading in READINGS:
        for match in pattern.finditer(text):
            try:
                day = reading(match, today, back)
            except (ValueError, OverflowError):  # the 31st of June
                continue
            yield SpokenDay(day, match.start(), match.end())
            break


def _number(word: str) -> int:
    word = word.lower()
    if word.isdigit():
        return int(word)
    if word in {"a", "an"}:
        return 1
    if word in SMALL:
        return SMALL.index(word)
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return DIGITS[word]
    return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0)


def _shifted(today: date, months: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _quarter_end(day: date) -> date:
    return _month_end(day.replace(day=1, month=(day.month - 1) // 3 * 3 + 3))


def _weekday(today: date, weekday: int, weeks: int) -> date:
    return today - timedelta(today.weekday()) + timedelta(7 * weeks + weekday)


def _nearest_weekday(today: date, weekday: int, back: bool) -> date:
    ahead = (weekday - today.weekday()) % 7
    return today - timedelta((7 - ahead) % 7) if back else today + timedelta(ahead or 7)


def _month_day(month: int, day: int, year: str | None, today: date, back: bool) -> date:
    if year:
        return date(int(year), month, day)
    found = date(today.year, month, day)
    if back:
        return found if found <= today else date(today.year - 1, month, day)
    return found if found >= today else date(today.year + 1, month, day)


def _after(today: date, count: str, unit: str, sign: int) -> date:
    unit = unit.lower()
    if count == "半":
        days = {"月": 15, "年": 182}.get(unit)
        if days is None:
            raise ValueError(unit)
        return today + timedelta(sign * days)
    n = sign * _number(count)
    if unit[0] in "月m":
        return _shifted(today, n)
    if unit[0] in "年y":
        return _shifted(today, 12 * n)
    return today + timedelta(n * (7 if unit[0] in "周星礼w" else 1))


def _month_of(word: str | None) -> int:
    return {"上": -1, "last": -1, "下": 1, "next": 1}.get((word or "").lower().rstrip("个"), 0)


def _end_zh(m: re.Match[str], today: date, _back: bool) -> date:
    if m[2] == "年":
        return date(today.year, 12, 31)
    if m[2] == "季度" or m[2] == "季":
        return _quarter_end(_shifted(today, 3 * _month_of(m[1])))
    return _month_end(_shifted(today.replace(day=1), _month_of(m[1])))


def _end_en(m: re.Match[str], today: date, _back: bool) -> date:
    which, unit = _month_of(m[1]), m[2].lower()
    if unit == "week":
        return _weekday(today, 4, which)
    if unit == "year":
        return date(today.year + which, 12, 31)
    if unit == "quarter":
        return _quarter_end(_shifted(today, 3 * which))
    return _month_end(_shifted(today.replace(day=1), which))


def _day_of_next_month(m: re.Match[str], today: date, _back: bool) -> date:
    return _shifted(today.replace(day=1), _month_of(m[1])).replace(day=_number(m[2]))


def _weekday_en(m: re.Match[str], today: date, back: bool) -> date:
    weekday, which = WEEKDAYS.index(m[2][:3].lower()), (m[1] or "").lower()
    if which in {"next", "last", "this"}:
        return _weekday(today, weekday, _month_of(which))
    return _nearest_weekday(today, weekday, back)


def _reading(pattern: str, reading: Reading) -> tuple[re.Pattern[str], Reading]:
    return re.compile(pattern, re.IGNORECASE), reading


READINGS: tuple[tuple[re.Pattern[str], Reading], ...] = (
    _reading(
        r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?",
        lambda m, _t, _b: date(int(m[1]), int(m[2]), int(m[3])),
    ),
    _reading(
        rf"(?<!\d){COUNT_ZH}月{COUNT_ZH}[日号]?",
        lambda m, t, b: _month_day(_number(m[1]), _number(m[2]), None, t, b),
    ),
    _reading(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/])", lambda m, t, b: _month_day(int(m[1]), int(m[2]), None, t, b)),
    _reading("|".join(CHINESE_DAYS), lambda m, t, _b: t + timedelta(CHINESE_DAYS[m[0]])),
    _reading(
        r"(上上|上|本|这|下下|下)个?(?:周|星期|礼拜)([一二三四五六日天])",
        lambda m, t, _b: _weekday(t, CHINESE_WEEKDAYS[m[2]], CHINESE_WEEKS[m[1]]),
    ),
    _reading(
        r"(?:周|星期|礼拜)([一二三四五六日天])(?!天)",
        lambda m, t, b: _nearest_weekday(t, CHINESE_WEEKDAYS[m[1]], b),
    ),
    _reading(
        r"(上上|上|下下|下)个?(?:周|星期|礼拜)(?![一二三四五六日天])",
        lambda m, t, _b: _weekday(t, 0, CHINESE_WEEKS[m[1]]),
    ),
    _reading(
        rf"{COUNT_ZH}个?(天|日|周|星期|礼拜|月|年)(?:之|以)?(后|内|前)",
        lambda m, t, _b: _after(t, m[1], m[2], -1 if m[3] == "前" else 1),
    ),
    _reading(r"(上|本|这|下)?个?(月|季度|季|年)(?:底|末)", _end_zh),
    _reading(rf"(上|本|这|下)个?月{COUNT_ZH}[日号]", _day_of_next_month),
    _reading(r"下个?月初", lambda _m, t, _b: _shifted(t.replace(day=1), 1)),
    _reading(r"下个?月(?![底末初\d一二三四五六七八九十])", lambda _m, t, _b: _shifted(t, 1)),
    _reading(r"\b(" + "|".join(ENGLISH_DAYS) + r")\b", lambda m, t, _b: t + timedelta(ENGLISH_DAYS[m[1].lower()])),
    _reading(rf"\b(?:(next|this|last|on|by|coming)\s+)?{WEEKDAY_EN}\b", _weekday_en),
    _reading(rf"\b(?:in|within)\s+{COUNT_EN}\s+(day|week|month|year)s?\b", lambda m, t, _b: _after(t, m[1], m[2], 1)),
    _reading(rf"\b{COUNT_EN}\s+(day|week|month|year)s?\s+ago\b", lambda m, t, _b: _after(t, m[1], m[2], -1)),
    _reading(
        rf"\b{COUNT_EN}\s+(day|week|month|year)s?\s+(?:from now|later)\b", lambda m, t, _b: _after(t, m[1], m[2], 1)
    ),
    _reading(r"\bnext week\b", lambda _m, t, _b: _weekday(t, 0, 1)),
    _reading(r"\bnext month\b", lambda _m, t, _b: _shifted(t, 1)),
    _reading(r"\bend of (?:the )?(?:(this|next) )?(week|month|quarter|year)\b", _end_en),
    _reading(
        rf"\b{MONTH_EN}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?\b",
        lambda m, t, b: _month_day(MONTHS.index(m[1].lower()) + 1, int(m[2]), m[3], t, b),
    ),
    _reading(
        rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_EN}(?:\s+(\d{{4}}))?\b",
        lambda m, t, b: _month_day(MONTHS.index(m[2].lower()) + 1, int(m[1]), m[3], t, b),
    ),
)
