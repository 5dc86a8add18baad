"""A seat opens the account from its first day to its last, is held once at a time, and is given by leaders."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from shapan.accounts import policies as accounts
from shapan.teams import actions, queries
from shapan.teams.terms import SeatRole

DAY = timedelta(days=1)


def test_shen_gives_wu_a_seat_and_takes_it_again(client, cast):
    client.force_login(cast.shen)
    page = reverse("teams:seats", args=[cast.hebei.pk])
    today = localdate()
    sent = {"holder_id": cast.wu.pk, "role": "FR", "started_on": today.isoformat()}
    assert client.post(page, sent).status_code == 302
    assert accounts.may_edit(cast.wu, cast.hebei.pk, today)
    assert client.post(page, sent).status_code == 422
    seats = queries.seats(actor=cast.shen, account_ids=[cast.hebei.pk], on=today, today=today)
    seat = next(seat.id for seat in seats if seat.holder_id == cast.wu.pk)
    leave = reverse("teams:leave", args=[seat])
    before = client.post(leave, {"ended_on": (today - DAY).isoformat()})
    assert 'id="id_ended_on_error"' in before.content.decode()
    assert client.post(leave, {"ended_on": (today + DAY).isoformat()}).status_code == 302
    cast.wu.__dict__.pop("reach", None)
    assert accounts.may_edit(cast.wu, cast.hebei.pk, today)
    assert not accounts.may_edit(cast.wu, cast.hebei.pk, today + DAY)


@pytest.mark.parametrize(("name", "status"), [("ke", 200), ("shen", 200), ("lin", 404), ("zheng", 404)])
def test_who_puts_colleagues_on_a_team(client, cast, name, status):
    client.force_login(getattr(cast, name))
    assert client.get(reverse("teams:seats", args=[cast.hebei.pk])).status_code == status


def test_nobody_holds_one_seat_twice_at_a_time(cast, today):
    take = {
        "actor": cast.ke,
        "account_id": cast.hebei.pk,
        "holder_id": cast.lin.pk,
        "role": SeatRole.AR,
        "today": today,
    }
    with pytest.raises(actions.SeatRefused, match="已在该席位"):
        actions.take_seat(**take, started_on=date(2026, 1, 1))
    assert actions.take_seat(**take, started_on=date(2024, 1, 1), ended_on=date(2025, 1, 1)).pk
