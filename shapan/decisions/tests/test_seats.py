"""Who sits in the customer's decision, until when, and which seats there are."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate

from shapan.decisions import actions, queries
from shapan.decisions.terms import SeatCode
from shapan.journal import queries as journal
from shapan.people import actions as people

MAY = date(2026, 5, 1)


@pytest.fixture
def seated(cast):
    """Gao decides since May."""
    cast.holder = actions.name_holder(
        actor=cast.lin, account_id=cast.hebei.pk, code=SeatCode.DECIDER, person_id=cast.gao.pk, today=MAY
    )
    return cast


def seats(cast, on, today):
    """{kind and label: number of holders} on that day."""
    found = queries.default_seats(actor=cast.ke, account_ids=[cast.hebei.pk], on=on, today=today)[cast.hebei.pk]
    return {f"{seat.code}{seat.label}": len(seat.holders) for seat in found}


def told(cast, today):
    with translation.override("en"):
        return journal.entries_of_account(actor=cast.lin, account_id=cast.hebei.pk, today=today)[0].sentence


def test_gao_leaves_the_seat_and_keeps_the_post(client, seated, today):
    client.force_login(seated.lin)
    page = reverse("decisions:end_holder", args=[seated.holder.pk])
    assert "高总" in client.get(page).content.decode()
    assert client.post(page, {"ended_on": "2026-05-20"}).status_code == 302
    assert [seats(seated, day, today)["D"] for day in (date(2026, 5, 19), date(2026, 5, 20))] == [1, 0]
    assert told(seated, today) == "林岚 recorded that 高总 left the decision seat “Decides” on 2026-05-20"
    assert client.get(page).status_code == 404


def test_nobody_leaves_a_seat_before_taking_it(client, seated):
    client.force_login(seated.lin)
    refused = client.post(reverse("decisions:end_holder", args=[seated.holder.pk]), {"ended_on": "2026-04-01"})
    assert refused.status_code == 422
    assert 'id="id_ended_on_error"' in refused.content.decode()


def test_a_seat_that_exists_no_longer_stays_in_the_houses_of_the_days_before(client, seated, today):
    client.force_login(seated.lin)
    empty = queries.default_seats(actor=seated.lin, account_ids=[seated.hebei.pk], on=today, today=today)
    use = next(seat.id for seat in empty[seated.hebei.pk] if seat.code == "U")
    part = client.get(reverse("insight:part_seat", args=[seated.hebei.pk, "U"])).content.decode()
    page = reverse("decisions:end_seat", args=[use])
    assert page in part
    assert client.post(page, {"ended_on": "2026-05-20"}).status_code == 302
    assert ["U" in seats(seated, day, today) for day in (date(2026, 5, 19), date(2026, 5, 20))] == [True, False]
    assert told(seated, today) == "林岚 recorded that the decision seat “Uses” exists no longer from 2026-05-20"


def test_a_seat_that_somebody_holds_is_not_ended_over_the_head_of_the_holder(seated, today):
    with pytest.raises(actions.DecisionRefused, match="任职人"):
        actions.end_seat(actor=seated.lin, seat_id=seated.holder.seat_id, ended_on=today, today=today)
    actions.end_holder(actor=seated.lin, holder_id=seated.holder.pk, ended_on=today, today=today)
    actions.end_seat(actor=seated.lin, seat_id=seated.holder.seat_id, ended_on=today, today=today)
    assert "D" not in seats(seated, today, today)


def test_two_seats_of_one_kind_are_told_apart_by_their_labels(client, cast, today):
    name = {"actor": cast.lin, "account_id": cast.hebei.pk, "code": SeatCode.EVALUATOR, "today": today}
    he = people.meet_person(
        actor=cast.lin, account_id=cast.hebei.pk, title="专员", name="何静", started_on=MAY, today=today
    )
    actions.define_seat(**name, label="云网")
    actions.define_seat(**name, label="选型")
    actions.end_seat(
        actor=cast.lin, seat_id=next(s.id for s in _of(cast, today) if not s.label), ended_on=MAY, today=today
    )
    with pytest.raises(actions.DecisionRefused, match="云网, 选型"):
        actions.name_holder(**name, person_id=cast.gao.pk)
    client.force_login(cast.lin)
    page = reverse("decisions:seat", args=[cast.hebei.pk, "E"])
    sent = {"person_id": he.pk, "code": "E", "confidence": "confirmed"}
    assert 'id="id_label_error"' in client.post(page, sent).content.decode()
    assert client.post(page, sent | {"label": "选型"}).status_code == 302
    now = seats(cast, localdate(), localdate())
    assert (now["E云网"], now["E选型"]) == (0, 1)


def _of(cast, today):
    found = queries.default_seats(actor=cast.ke, account_ids=[cast.hebei.pk], on=today, today=today)[cast.hebei.pk]
    return [seat for seat in found if seat.code == "E"]


def test_a_person_without_a_post_here_holds_no_seat_and_none_twice(seated, today):
    name = {"actor": seated.lin, "account_id": seated.hebei.pk, "code": SeatCode.DECIDER, "today": today}
    with pytest.raises(actions.DecisionRefused, match="已在该席位"):
        actions.name_holder(**name, person_id=seated.gao.pk)
    with pytest.raises(actions.DecisionRefused, match="没有岗位"):
        actions.name_holder(**name, person_id=999_999)
