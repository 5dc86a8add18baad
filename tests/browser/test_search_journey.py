"""Somebody is looked for and found, with keys alone, by finger, and without scripts."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
FOUND = "#search-found [data-asked='{}']"


def test_a_person_is_found_by_initials_and_opened_with_keys_alone(visit):
    page = visit("lin", "/accounts/")
    page.keyboard.press("/")
    page.wait_for_selector("#search-found .found-row")
    page.keyboard.type("gy")
    page.wait_for_selector(FOUND.format("gy"))
    assert page.locator("#search-found mark").first.inner_text() == "高远"
    page.keyboard.press("ArrowDown")
    assert page.locator(":focus").inner_text().startswith("高远")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/people/[0-9]+/$"))


def test_the_first_answer_is_one_enter_away_and_escape_leads_back(visit):
    page = visit("lin", language="en-GB")
    page.keyboard.press("Control+k")
    page.keyboard.type("hebeiyidong")
    page.wait_for_selector(FOUND.format("hebeiyidong"))
    page.keyboard.press("Escape")
    assert page.locator("#search").is_hidden()
    page.keyboard.press("Control+k")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/accounts/[0-9]+/$"))


def test_a_slash_in_a_field_is_a_slash(visit):
    page = visit("lin", "/people/")
    page.locator("#q").press("/")
    assert page.locator("#search").is_hidden()
    assert page.locator("#q").input_value() == "/"


def test_a_setting_is_changed_where_one_is(visit):
    page = visit("lin", "/people/", width=390)
    page.locator("[data-search-open]").click()
    page.keyboard.type("深色")
    page.wait_for_selector(FOUND.format("深色"))
    page.locator("#search-found button.found-row").first.click()
    page.wait_for_selector("html[data-bs-theme=dark]")
    assert page.url.endswith("/people/")


def test_without_scripts_the_button_leads_to_a_page_that_answers(visit):
    page = visit("lin", scripts=False)
    page.locator("[data-search-open]").click()
    page.locator("[data-search-here]").fill("gaoyuan")
    page.locator("[data-search-here]").press("Enter")
    page.locator(".found-row", has_text="高远").first.click()
    page.wait_for_url(re.compile("/people/[0-9]+/$"))
