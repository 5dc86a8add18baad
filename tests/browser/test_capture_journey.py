"""An account manager opens Today, logs a contact in seconds and sees what it moved; a killed tab or a nervous finger
costs nothing.
"""

import time
from contextlib import suppress

import pytest
from playwright.sync_api import Error

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WHO = ".capture [type=search]"
SAVED = "#capture.told"


def tab_to(page, name):
    """With the keyboard alone: forward, field by field."""
    for _step in range(12):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The Tab key does not lead to {name}.")


def support(page):
    """The support index before and after, as the answer tells it, and how long the bars are."""
    told = page.locator(".told-bar")
    numbers = [float(words) for words in told.locator("svg.bar + .num").all_inner_texts()]
    lengths = [float(bar.get_attribute("width")) for bar in told.locator(".bar-support").all()]
    return numbers, lengths


def moved(page, name):
    """The person became warm, and the bar went up."""
    row = page.locator(".told .person-row", has_text=name)
    assert row.locator(".warmth").evaluate_all("marks => marks.map(m => m.dataset.warmth)") == ["cold", "warm"]
    (before, after), (short, long) = support(page)
    return before < after and short < long


def test_with_keys_alone_from_any_page_in_under_fifteen_seconds(visit, contacts):
    page = visit("lin")
    page.get_by_role("heading", name="今日").wait_for()
    page.goto("/accounts/")
    began = time.monotonic()
    page.keyboard.press("n")
    page.locator(f"{WHO}:focus").first.wait_for()
    page.keyboard.type("gaoz")
    page.keyboard.press("Enter")
    tab_to(page, "kind")
    page.keyboard.press("ArrowDown")
    kind = page.locator("[name=kind]").input_value()
    tab_to(page, "purpose")
    page.keyboard.type("扩容")
    tab_to(page, "outcome")
    page.keyboard.type("同意先做试点")
    tab_to(page, "next_step")
    page.keyboard.type("下周三送测试报告")
    page.locator("#next-day", has_text="星期三").wait_for()
    page.keyboard.press("Control+Enter")
    page.locator(SAVED).wait_for()
    assert time.monotonic() - began < 15
    assert moved(page, "高总")
    assert kind != "meeting"
    assert contacts("同意先做试点") == 1


def test_by_touch_on_a_phone(visit, contacts):
    page = visit("lin", "/people/", width=390, touch=True, theme="dark")
    page.locator(".places-act > a").tap()
    page.locator(WHO).first.tap()
    page.keyboard.type("dm")
    page.locator(".capture .picker-row", has_text="杜明").tap()
    page.locator("[name=kind]").select_option("call")
    for name, words in (("purpose", "割接"), ("outcome", "窗口定了"), ("next_step", "两周后复盘")):
        page.locator(f"[name={name}]").tap()
        page.keyboard.type(words)
    page.locator("#next-day", has_text="星期").wait_for()
    page.locator(".capture .form-acts .btn-primary").tap()
    page.locator(SAVED).wait_for()
    assert moved(page, "杜明")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert contacts("窗口定了") == 1


@pytest.mark.parametrize("typed", ["gaozong", "gz", "gao'zong", "高总 山西"])
def test_people_are_found_by_how_they_are_read(visit, typed):
    page = visit("lin", "/interactions/new/")
    page.locator(WHO).first.fill(typed)
    assert page.locator(".capture .picker").first.locator(".picker-row:visible").all_inner_texts() == [
        "高总 · 总经理 · 山西移动"
    ]


def test_the_list_of_people_is_one_stop_of_the_tab_key_and_walked_with_arrows(visit):
    page = visit("lin", "/interactions/new/")
    page.locator(WHO).first.focus()
    for key in ("ArrowDown", "ArrowDown", "Space"):
        page.keyboard.press(key)
    chosen = page.locator(".capture .picker-row.is-chosen").first.inner_text()
    assert chosen == page.locator("[name=with_whom] option").nth(1).inner_text()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "kind"


@pytest.mark.parametrize("end", ["closed", "crashed"])
def test_a_draft_outlives_its_tab(visit, end):
    page = visit("song", "/people/")
    page.keyboard.press("n")
    page.locator(WHO).first.fill("dm")
    page.keyboard.press("Enter")
    page.locator("[name=outcome]").fill("要先看样板点")
    page.locator("[name=next_step]").press_sequentially("下周五发邀请")
    if end == "closed":
        page.close()
    else:
        kill(page)
    again = page.context.new_page()
    again.goto("/")
    again.keyboard.press("n")
    again.locator("[data-draft-note]").wait_for()
    assert again.locator(".picker-row.is-chosen").first.inner_text().startswith("杜明")
    assert again.input_value("[name=outcome]") == "要先看样板点"
    assert again.input_value("[name=next_step]") == "下周五发邀请"


def kill(page):
    """The tab dies without a word to its page."""
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")


def test_two_clicks_and_a_second_tab_with_the_same_form_make_one_contact(visit, contacts):
    page = visit("song", "/interactions/new/")
    page.locator(WHO).first.fill("贺兰")
    page.keyboard.press("Enter")
    page.locator("[name=outcome]").fill("只记一次")
    other = page.context.new_page()
    other.goto("/interactions/new/")
    other.locator("[data-draft-note]").wait_for()
    page.locator(".capture .form-acts .btn-primary").dblclick()
    page.locator(SAVED).wait_for()
    page.get_by_role("heading", name="已记下这次接触", level=1).wait_for()
    other.locator(".capture .form-acts .btn-primary").click()
    other.locator(SAVED).wait_for()
    assert contacts("只记一次") == 1
    other.goto("/interactions/new/")
    other.locator(WHO).first.wait_for()
    assert other.input_value("[name=outcome]") == ""
