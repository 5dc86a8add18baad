"""What we sell and the rates we reckon with: everybody reads them, few keep them."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from shapan.opportunities import actions, queries
from shapan.opportunities.actions import OpportunityRefused

TODAY = date(2026, 6, 1)


def test_the_rate_of_today_is_told_from_those_before_and_after(cast):
    for day, value in ((date(2026, 1, 1), "7.1"), (date(2026, 5, 1), "7.2"), (date(2026, 7, 1), "7.3")):
        actions.set_rate(actor=cast.ke, currency="USD", since=day, value=Decimal(value), today=TODAY)
    rows = queries.rate_rows(today=TODAY)
    assert [(row.value, row.holds) for row in rows] == [
        (Decimal("7.3"), False), (Decimal("7.2"), True), (Decimal("7.1"), False),
    ]  # fmt: skip


def test_a_product_is_kept_once_by_name_and_by_the_office_alone(cast):
    first = actions.keep_product(actor=cast.ke, name="GTX Pro", list_price=Decimal(4821), currency="CNY", today=TODAY)
    assert actions.keep_product(actor=cast.ke, product_id=first, name="GTX Pro", series="GTX", today=TODAY) == first
    with pytest.raises(OpportunityRefused):
        actions.keep_product(actor=cast.ke, name="GTX Pro", today=TODAY)
    with pytest.raises(OpportunityRefused):
        actions.keep_product(actor=cast.lin, name="GTX Plus", today=TODAY)
    assert [(row.name, row.series, row.list_price) for row in queries.products()] == [("GTX Pro", "GTX", 4821)]


def test_the_office_keeps_them_in_the_browser_and_a_manager_reads_them(client, cast):
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        client.force_login(cast.ke)
        rate = {"currency": "usd", "since": "2026-05-01", "value": "7.2"}
        assert client.post(reverse("opportunities:rate"), rate | {"value": "0"}).status_code == 422
        assert client.post(reverse("opportunities:rate"), rate).status_code == 302
        assert client.post(reverse("opportunities:new_product"), {"name": "GTX Pro"}).status_code == 302
        assert client.post(reverse("opportunities:new_product"), {"name": "GTX Pro"}).status_code == 422
        client.force_login(cast.lin)
        page = client.get(reverse("opportunities:catalogue")).content.decode()
        assert "USD" in page
        assert "GTX Pro" in page
        assert reverse("opportunities:rate") not in page
        assert client.get(reverse("opportunities:rate")).status_code == 404
