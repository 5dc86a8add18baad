"""The house on paper."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_house_prints_on_one_sheet_of_a4(visit):
    page = visit("lin", "/accounts/1/")
    printed = page.pdf(format="A4")
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 1
