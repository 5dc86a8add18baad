"""Why it was won or lost: found out by somebody else, three reasons kept apart."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from shapan.journal import queries as journal
from shapan.opportunities import actions, queries
from shapan.opportunities.actions import OpportunityRefused
from shapan.opportunities.terms import Element, Reason

TODAY = date(2026, 6, 1)
SAID = {"spoke_with": "李总、王工", "reviewer_reason": Reason.RISK, "reviewer_words": "没有试点"}


@pytest.fixture
def lost(cast):
    at = {"actor": cast.lin, "account_id": cast.hebei.pk, "amount": Decimal(5), "currency": "CNY"}
    row = actions.open_opportunity(**at, name="骨干网", today=date(2026, 4, 1))
    day = date(2026, 5, 10)
    actions.lose(actor=cast.lin, opportunity_id=row.pk, version=1, why="价格", decided_on=day, today=day)
    return row


def test_a_colleague_finds_out_and_each_reason_stands_for_itself(cast, lost):
    told = {"opportunity_id": lost.pk, "today": TODAY}
    assert [row.id for row in queries.reviews(actor=cast.song, today=TODAY).due] == [lost.pk]
    more = {"owner_reason": Reason.PRICE, "customer_reason": Reason.RISK, "element": Element.DELIVERY}
    actions.review(actor=cast.song, **told, **SAID, **more)
    found = queries.review(actor=cast.lin, **told)
    assert (found.owner_reason, found.customer_reason, found.reviewer_reason) == (
        Reason.PRICE, Reason.RISK, Reason.RISK,
    )  # fmt: skip
    assert (found.by, found.element) == ("宋青", Element.DELIVERY)
    summed = queries.reviews(actor=cast.lin, today=TODAY)
    assert (summed.due, summed.asked, summed.agreed) == ((), 1, 0)
    by_reason = {row.reason: (row.owner, row.customer, row.reviewer) for row in summed.reasons}
    assert (by_reason[Reason.PRICE], by_reason[Reason.RISK]) == ((1, 0, 0), (0, 1, 1))
    entries = journal.entries_of_account(actor=cast.lin, account_id=cast.hebei.pk, today=TODAY)
    assert any("宋青" in entry.sentence and "骨干网" in entry.sentence for entry in entries)
    actions.review(actor=cast.song, **told, **SAID | {"reviewer_reason": Reason.PARITY})
    assert queries.review(actor=cast.lin, **told).reviewer_reason is Reason.PARITY


def test_neither_its_owner_nor_a_stranger_nor_before_it_is_decided(cast, lost):
    for by in (cast.lin, cast.wu):
        with pytest.raises(OpportunityRefused):
            actions.review(actor=by, opportunity_id=lost.pk, today=TODAY, **SAID)
    row = actions.open_opportunity(actor=cast.lin, name="新", account_id=cast.hebei.pk, today=TODAY)
    with pytest.raises(OpportunityRefused):
        actions.review(actor=cast.song, opportunity_id=row.pk, today=TODAY, **SAID)
    assert queries.review(actor=cast.wu, opportunity_id=lost.pk, today=TODAY) is None
    assert queries.reviews(actor=cast.wu, today=TODAY).due == ()


def test_it_is_written_in_the_browser(client, cast, lost):
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        address = reverse("opportunities:review", args=[lost.pk])
        client.force_login(cast.song)
        assert client.post(address, {"spoke_with": "李总", "reviewer_reason": "price"}).status_code == 422
        done = client.post(address, SAID | {"customer_reason": "risk", "customer_words": "怕割接"})
        assert done.url == reverse("opportunities:one", args=[lost.pk])
        assert "怕割接" in client.get(done.url).content.decode()
        client.force_login(cast.lin)
        assert "没有试点" in client.get(done.url).content.decode()
        assert client.post(address, SAID).status_code == 422
