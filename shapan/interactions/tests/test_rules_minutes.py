"""Minutes and chats as they are pasted: what is proposed, and what is left to the person. Today is 4 June 2026."""

from datetime import date

from shapan.interactions.rules.minutes import Known, read
from shapan.interactions.terms import Kind

TODAY = date(2026, 6, 4)
KNOWN = (
    Known(1, "王建国"),
    Known(2, "李国华"),
    Known(3, "孙立"),
    Known(4, "孙晓梅"),
    Known(5, "埃琳·勃兰特", "Elin Brandt"),
)

MINUTES = """昨天下午拜访河北电信，王建国和李总都在。
王建国说“骨干网扩容今年一定要做，预算已经报上去了”。
我们答应下周三前提交对比方案。
孙工对上次的故障还有意见。
下一步：下周五带总工做技术交流"""


def test_minutes_become_people_day_promise_and_next_step():
    told = read(MINUTES, KNOWN, TODAY)
    assert {(p.key, p.words) for p in told.people} == {(1, "王建国"), (2, "李总")}
    assert told.held.day == date(2026, 6, 3)
    assert [(p.text, p.due_on) for p in told.promises] == [("我们答应下周三前提交对比方案。", date(2026, 6, 10))]
    assert (told.next_step, told.next_on) == ("下周五带总工做技术交流", date(2026, 6, 12))
    assert told.quote == "骨干网扩容今年一定要做，预算已经报上去了"


def test_a_surname_that_fits_two_people_is_asked_about_not_guessed():
    assert read(MINUTES, KNOWN, TODAY).unclear == ("孙工",)


def test_what_was_proposed_elsewhere_is_not_repeated_in_the_outcome():
    rest = read(MINUTES, KNOWN, TODAY).rest
    assert "故障还有意见" in rest
    assert "答应" not in rest
    assert "下一步" not in rest


def test_a_chat_is_read_by_its_speakers():
    chat = """王建国 10:32
王建国: 方案收到了，技术上我们认可，下周上会
林岚: 好的，我明天把报价发给您"""
    told = read(chat, KNOWN, TODAY)
    assert [p.key for p in told.people] == [1]
    assert told.quote == "方案收到了，技术上我们认可，下周上会"
    assert [(p.text, p.due_on) for p in told.promises] == [("好的，我明天把报价发给您", date(2026, 6, 5))]


def test_english_minutes_are_read_too():
    told = read(
        "Call with Elin Brandt yesterday. We will send the migration plan by Friday.\nNext step: workshop in 2 weeks",
        KNOWN,
        TODAY,
    )
    assert [p.words for p in told.people] == ["Elin Brandt"]
    assert told.kind is Kind.CALL
    assert told.promises[0].due_on == date(2026, 6, 5)
    assert (told.next_step, told.next_on) == ("workshop in 2 weeks", date(2026, 6, 18))


def test_a_text_that_says_nothing_proposes_nothing():
    told = read("今天天气不错", (), TODAY)
    assert (told.people, told.promises, told.next_step, told.kind) == ((), (), "", None)
