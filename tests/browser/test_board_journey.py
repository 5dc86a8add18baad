"""A sales leader runs the Monday meeting on the board: a card is dropped, refused with what is missing, and moved."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def drop(page, name, stage):
    """Drag the card of that name onto the column of that stage."""
    card = page.locator(".deal-card", has_text=name).bounding_box()
    column = page.locator(f".deal-cards[data-stage={stage}]").bounding_box()
    page.mouse.move(card["x"] + card["width"] - 10, card["y"] + card["height"] / 2)
    page.mouse.down()
    page.mouse.move(column["x"] + 60, column["y"] + 30, steps=8)
    page.mouse.move(column["x"] + 64, column["y"] + 36, steps=3)
    page.mouse.up()


def test_a_dropped_card_moves_or_says_what_is_missing(visit):
    page = visit("lin", "/opportunities/new/")
    page.fill("input[name=name]", "骨干网扩容")
    page.select_option("select[name=account_id]", label="河北移动", force=True)
    page.locator("form.form-page button.btn-primary").click()
    page.wait_for_url("**/opportunities/*/")

    page.goto(page.url.rsplit("/", 2)[0] + "/")
    drop(page, "骨干网扩容", "qualified")
    page.locator(".deal-cards[data-stage=qualified] .deal-card", has_text="骨干网扩容").wait_for()

    page.locator(".deal-card", has_text="骨干网扩容").get_by_text("移到…").click()
    page.locator(".deal-card .deal-ways").wait_for()
    drop(page, "骨干网扩容", "proposal")
    page.locator("#messages", has_text="金额").wait_for()
    assert page.locator(".deal-cards[data-stage=qualified] .deal-card").count() == 1
    assert page.locator(".deal-cards[data-stage=proposal] .deal-card").count() == 0

    drop(page, "骨干网扩容", "on_hold")
    page.wait_for_url("**/steps/on_hold/**")
    page.fill("textarea[name=why]", "等预算")
    page.locator("form.form-page button.btn-primary").click()
    page.locator(".deal-cards[data-stage=on_hold] .deal-card", has_text="骨干网扩容").wait_for()
