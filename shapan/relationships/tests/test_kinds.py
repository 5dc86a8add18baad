"""The six kinds: what follows from the data, what one of us says, and when a play has run out."""

from datetime import date, timedelta

import pytest

from shapan.relationships import actions
from shapan.relationships.queries.kinds import kinds_told
from shapan.relationships.rules.kinds import Seen, has_run_out, kinds
from shapan.relationships.terms import PersonKind

SENIOR, DIFFICULT, RISING, RETIRED, NEW_FIELD, MOBILE = PersonKind


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (Seen(), ()),
        (Seen(executive=True), (SENIOR,)),
        (Seen(level=0, share=0.1), (DIFFICULT,)),
        (Seen(level=-1, share=0.3), (DIFFICULT,)),
        (Seen(level=None, share=0.3), ()),  # unknown is not difficult: it is unknown
        (Seen(level=1, share=0.3), ()),
        (Seen(level=-1, share=0.09), ()),
        (Seen(left_days=1096), (RETIRED,)),
        (Seen(left_days=1097), ()),
        (Seen(executive=True, left_days=10), (RETIRED,)),
        (Seen(moved_days=180), (MOBILE,)),
        (Seen(moved_days=181), ()),
        (Seen(executive=True, tagged=((RISING, 5), (NEW_FIELD, 1))), (SENIOR, RISING, NEW_FIELD)),
        (Seen(executive=True, tagged=((SENIOR, 5),)), (SENIOR,)),
    ],
)
def test_the_kinds_of_a_person(seen, expected):
    assert kinds(seen) == expected


@pytest.mark.parametrize(
    ("kind", "seen", "speaks"),
    [
        (SENIOR, Seen(days=180), False),
        (SENIOR, Seen(days=181), True),
        (SENIOR, Seen(days=None), True),
        (NEW_FIELD, Seen(tagged=((NEW_FIELD, 181),)), True),
        (NEW_FIELD, Seen(tagged=((NEW_FIELD, 181),), level=1), False),
        (NEW_FIELD, Seen(tagged=((NEW_FIELD, 180),)), False),
        (MOBILE, Seen(moved_days=31, days=None), True),
        (MOBILE, Seen(moved_days=31, days=31), True),
        (MOBILE, Seen(moved_days=31, days=30), False),
        (MOBILE, Seen(moved_days=30), False),
        (MOBILE, Seen(tagged=((MOBILE, 400),)), False),
        (RISING, Seen(), False),
    ],
)
def test_when_the_stop_rule_speaks(kind, seen, speaks):
    assert has_run_out(kind, seen) is speaks


def tell(cast, kind, today):
    return actions.tag_kind(
        actor=cast.lin, account_id=cast.hebei.pk, person_id=cast.gao.pk, kind=kind, reason="r", today=today
    )


def told(cast, on, today):
    found = kinds_told(actor=cast.lin, account_id=cast.hebei.pk, on=on, today=today)
    return [tag.kind for tag in found.get(cast.gao.pk, ())]


def test_what_is_said_holds_from_its_day_to_its_end(cast, today):
    tag = tell(cast, RISING, date(2026, 5, 1))
    actions.end_kind(actor=cast.lin, tag_id=tag.pk, today=today)
    assert told(cast, date(2026, 4, 30), today) == []
    assert told(cast, today - timedelta(days=1), today) == [RISING]
    assert told(cast, today, today) == []


def test_nobody_is_called_difficult_and_nothing_is_said_twice(cast, today):
    with pytest.raises(actions.RelationshipRefused):
        tell(cast, DIFFICULT, today)
    tell(cast, RISING, today)
    with pytest.raises(actions.RelationshipRefused):
        tell(cast, RISING, today)


def test_the_pages_say_it_and_take_it_back(client, cast, today):
    client.force_login(cast.lin)
    address = f"/accounts/{cast.hebei.pk}/people/{cast.gao.pk}/kinds/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"kind": "rising", "reason": "重点项目负责人"}).status_code == 302
    from django.utils.timezone import localdate

    tag = kinds_told(actor=cast.lin, account_id=cast.hebei.pk, on=localdate(), today=localdate())[cast.gao.pk][0]
    assert tag.reason == "重点项目负责人"
    assert client.post(f"/kinds/{tag.id}/end/").status_code == 302
    assert client.post(f"/kinds/{tag.id}/end/").status_code == 404
