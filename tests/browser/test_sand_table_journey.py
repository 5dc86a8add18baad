"""The sand table by mouse, by keyboard, without scripts, and on paper."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TABLE = "/accounts/1/sand-table/"


def card(page, name):
    return page.locator(".n", has_text=name)


def drag(page, one, onto):
    start, end = card(page, one).bounding_box(), card(page, onto).bounding_box()
    page.mouse.move(start["x"] + 30, start["y"] + 15)
    page.mouse.down()
    page.mouse.move(end["x"] + 30, end["y"] + 15, steps=8)
    page.mouse.up()


def test_a_card_dragged_onto_a_boss_reports_there_once_confirmed_and_can_be_undone(visit):
    page = visit("lin", TABLE)
    assert card(page, "高远").get_attribute("data-up") is None
    drag(page, "高远", "总经理")
    form = page.locator("#panel form")
    form.wait_for()
    assert "总经理" in form.locator("select option:checked").first.inner_text()
    form.locator("button.btn-primary").click()
    page.locator(".message").wait_for()
    assert card(page, "高远").get_attribute("data-up")
    page.locator(".message a").click()
    page.locator("form.form-page button.btn-primary").click()
    page.wait_for_url(f"**{TABLE}")
    assert card(page, "高远").get_attribute("data-up") is None


def test_a_card_opens_beside_the_table_by_keyboard(visit):
    page = visit("lin", TABLE)
    page.keyboard.press("Tab")
    page.locator(".n[tabindex='0']").focus()
    page.keyboard.press("/")
    page.keyboard.type("高远")
    assert card(page, "高远").evaluate("card => card.classList.contains('is-found')")
    card(page, "高远").focus()
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    panel.locator("code").first.wait_for()
    assert "会上支持我方" in panel.inner_text()
    assert page.url.endswith(TABLE)


def test_keys_switch_lines_and_a_layer_keeps_its_place_in_the_address(visit):
    page = visit("lin", TABLE)
    page.locator(".n[tabindex='0']").focus()
    page.keyboard.press("2")
    assert not page.locator("#lines-influence").is_checked()
    page.get_by_text("我方覆盖").click()
    assert "layer=coverage" in page.url
    assert page.locator(".sand-sheet").get_attribute("data-layer") == "coverage"


def test_without_scripts_every_card_is_a_link_and_the_day_a_form(visit):
    page = visit("lin", TABLE, scripts=False)
    assert page.locator("[data-sand-submit]").is_visible()
    card(page, "高远").click()
    assert "/sand-table/people/" in page.url
    assert "会上支持我方" in page.inner_text("main")


def test_the_drawing_is_taken_out_as_svg_and_png(visit):
    page = visit("lin", TABLE)
    for link, end in (("SVG", ".svg"), ("PNG", ".png")):
        with page.expect_download() as taken:
            page.get_by_text(link, exact=True).click()
        assert taken.value.suggested_filename.endswith(end)
        assert taken.value.path().stat().st_size > 2000


def test_the_sand_table_prints_on_one_sheet_of_a3(visit):
    page = visit("lin", TABLE)
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 1
    assert b"/MediaBox [0 0 1191" in printed
