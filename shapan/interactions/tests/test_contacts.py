"""A contact is logged after it was held, with people one knows."""

from datetime import timedelta

import pytest

from shapan.interactions import actions, queries
from shapan.interactions.terms import Kind


@pytest.fixture
def log(cast, today):
    def logged(**changed):
        told = {"actor": cast.lin, "account_id": cast.hebei.pk, "kind": Kind.CALL, "held_on": today, "today": today,
                "person_ids": (cast.gao.pk, cast.gao.pk)} | changed  # fmt: skip
        return actions.log_interaction(**told)

    return logged


def test_a_person_named_twice_was_there_once(cast, log, today):
    log()
    contact = queries.contacts_of_account(actor=cast.song, account_id=cast.hebei.pk, today=today)[0]
    assert (contact.people, contact.colleagues) == (((cast.gao.pk, "高总"),), ("林岚",))


def test_what_is_to_come_and_whom_one_does_not_know_is_refused_at_its_field(cast, log, today):
    with pytest.raises(actions.InteractionRefused) as early:
        log(held_on=today + timedelta(days=1))
    with pytest.raises(actions.InteractionRefused) as unknown:
        log(person_ids=(cast.gao.pk, 999_999))
    assert (early.value.field, unknown.value.field) == ("held_on", "people")
    assert queries.contacts_of_account(actor=cast.lin, account_id=cast.hebei.pk, today=today) == []
