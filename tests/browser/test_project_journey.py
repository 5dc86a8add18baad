"""The page of a project: drawn without trouble, on two sheets of A4."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_project_is_derived_assessed_and_printed_on_two_sheets_of_a4(visit):
    page = visit("lin", "/opportunities/1/project/")
    page.get_by_role("link", name="推导决策单元").click()
    page.get_by_role("button", name="保存").click()
    page.get_by_role("link", name="评估").click()
    for element in ("solution", "delivery", "commerce"):
        page.fill(f"[name={element}_ours]", "7")
        page.fill(f"[name={element}_ours_why]", "客户会议纪要")
    page.get_by_role("button", name="保存").click()
    assert page.locator("[data-radar] svg").is_visible()
    page.get_by_role("link", name="立项", exact=True).click()
    page.get_by_role("button", name="保存").click()
    page.locator(".track li").nth(1).get_by_role("link", name="提请").click()
    page.get_by_role("button", name="保存").click()
    assert page.locator(".gate-shut").is_visible()
    printed = page.pdf(format="A4")
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 2


def test_on_a_phone_nothing_leads_sideways(visit):
    page = visit("lin", "/opportunities/1/project/", width=390, touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
