"""What is allowed while a tender is quiet."""

from dataclasses import replace
from datetime import date

import pytest

from shapan.compliance.rules.quiet import Contact, Quiet, judge
from shapan.compliance.terms import Bearing, Stop

TENDER = Quiet(1, "扩容", 7, "河北移动", date(2026, 3, 1), date(2026, 4, 20), "招标代理", frozenset({11, 12}))
CALL = Contact(7, date(2026, 3, 5), frozenset({11}), entertains=False, visit=False, bearing=None)


@pytest.mark.parametrize(
    ("change", "stop"),
    [
        ({}, Stop.UNANSWERED),
        ({"bearing": Bearing.OFFICIAL}, None),
        ({"bearing": Bearing.OFFERED}, None),
        ({"bearing": Bearing.UNOFFICIAL}, Stop.UNOFFICIAL),
        ({"bearing": Bearing.OTHER}, Stop.UNOFFICIAL),
        ({"bearing": Bearing.OTHER, "people": frozenset({99})}, None),
        ({"bearing": Bearing.UNOFFICIAL, "people": frozenset({99})}, Stop.UNOFFICIAL),
        ({"entertains": True}, Stop.HOSPITALITY),
        ({"entertains": True, "bearing": Bearing.OFFICIAL}, Stop.HOSPITALITY),
        ({"entertains": True, "people": frozenset({99})}, Stop.HOSPITALITY),
        ({"visit": True}, Stop.VISIT),
        ({"visit": True, "bearing": Bearing.OFFICIAL}, Stop.VISIT),
        ({"visit": True, "bearing": Bearing.OFFERED}, None),
        ({"held_on": date(2026, 2, 28)}, None),
        ({"held_on": date(2026, 3, 1)}, Stop.UNANSWERED),
        ({"held_on": date(2026, 4, 19), "entertains": True}, Stop.HOSPITALITY),
        ({"held_on": date(2026, 4, 20), "entertains": True}, None),
        ({"account_id": 8}, Stop.UNANSWERED),
        ({"account_id": 8, "people": frozenset({99}), "entertains": True}, None),
    ],
)
def test_what_a_quiet_period_allows(change, stop):
    assert judge(replace(CALL, **change), TENDER) is stop


def test_where_nobody_is_named_it_may_be_anybody():
    unknown = replace(TENDER, people=None)
    stranger = replace(CALL, people=frozenset({99}), bearing=Bearing.OTHER)
    assert judge(stranger, unknown) is Stop.UNOFFICIAL
    assert judge(replace(stranger, account_id=8), unknown) is None
