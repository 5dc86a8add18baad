"""An account manager reads the house, opens a pillar, logs a contact and sees the pillar warm up."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = ["/", "/accounts/", "/people/", "/accounts/1/", "/accounts/1/people/", "/accounts/1/timeline/",
         "/accounts/1/interactions/", "/accounts/1/house/numbers/si/", "/people/1/"]  # fmt: skip


def test_from_today_to_the_arithmetic_of_a_pillar_by_keyboard(visit):
    page = visit("lin")
    page.get_by_role("link", name="高远").first.wait_for()
    page.goto("/accounts/")
    page.get_by_role("link", name="河北移动").click()
    pillar = page.locator(".house-wide .pillar").first
    assert pillar.get_attribute("data-level") == "2"
    pillar.focus()
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    panel.locator("code").first.wait_for()
    assert "100 × 2^(−100 / (2 × 14))" in panel.inner_text()
    assert "会上支持我方" in panel.inner_text()
    assert page.url.endswith("/accounts/1/")


def test_without_scripts_every_element_is_a_link_to_its_parts(visit):
    page = visit("lin", "/accounts/1/", scripts=False)
    page.locator(".house-wide .pillar").first.click()
    assert re.search(r"/accounts/1/house/people/\d+/", page.url)
    assert "100 × 2^(−100 / (2 × 14))" in page.inner_text("main")


def test_a_logged_contact_warms_the_pillar(visit):
    page = visit("song", "/accounts/1/", width=390)
    assert "is-cold" in page.locator(".house-narrow .pillar").first.get_attribute("class")
    page.goto("/accounts/1/interactions/")
    page.locator("select[name=kind]").select_option("call")
    page.locator("select[name=with_whom]").select_option(index=0, force=True)
    for field, words in (("purpose", "扩容方案"), ("outcome", "同意"), ("next_step", "送资料")):
        page.fill(f"[name={field}]", words)
    page.locator("form.form-page button.btn-primary").click()
    page.locator(".told").wait_for()
    page.goto("/accounts/1/")
    assert "is-cold" not in page.locator(".house-narrow .pillar").first.get_attribute("class")
    assert "扩容方案" in page.inner_text("main")


def test_a_refused_contact_keeps_what_was_typed_and_names_the_field(visit):
    page = visit("lin", "/accounts/1/interactions/")
    page.fill("[name=purpose]", "扩容方案")
    page.locator("details.more > summary").first.click()
    page.fill("[name=promise]", "送样机")
    page.locator("form.form-page button.btn-primary").click()
    page.locator(".field-error").first.wait_for()
    assert page.locator(".field-error").count() == 2
    assert page.input_value("[name=purpose]") == "扩容方案"


@pytest.mark.parametrize("language", ["zh-CN", "en-US"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_runs_out_of_the_screen_in_either_language(visit, width, language):
    page = visit("lin", width=width, language=language)
    wide = {}
    for path in PAGES:
        page.goto(path)
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    assert wide == dict.fromkeys(PAGES, width)


def test_a_stranger_finds_nothing_at_the_address(visit, browser):
    page = visit("wu")
    response = page.request.get("/accounts/1/")
    assert response.status == 404
    assert "河北" not in response.text()
