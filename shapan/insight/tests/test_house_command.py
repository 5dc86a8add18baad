"""`shapan house` in the terminal and for machines."""

import json
from datetime import date
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from shapan.decisions import actions as decisions
from shapan.decisions.terms import SeatCode
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind


def shapan_house(*args):
    out = StringIO()
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        call_command("house", *args, stdout=out)
    return out.getvalue()


@pytest.fixture
def met(cast):
    day = date(2026, 5, 2)
    decisions.name_holder(
        actor=cast.lin, account_id=cast.hebei.pk, code=SeatCode.DECIDER, person_id=cast.gao.pk, today=day
    )
    interactions.log_interaction(
        actor=cast.lin, account_id=cast.hebei.pk, kind=Kind.CALL, held_on=day, today=day, person_ids=(cast.gao.pk,),
        purpose="p", outcome="o", next_step="n",
    )  # fmt: skip
    return cast


def test_json_holds_every_number_with_its_parts(met):
    told = json.loads(shapan_house("河北移动", "--json"))
    assert told["account"] == "河北移动"
    assert told["as_of"] == "2026-06-01"
    assert told["policy_version"]
    assert {"ir", "cr", "si", "ow", "uw", "lm"} <= told["key"].keys()
    assert told["key"]["ir"]["value"] == 0.2
    assert len(told["key"]["ir"]["parts"]) == 5
    (gao,) = told["people"]
    assert (gao["name"], gao["last_effective_contact"], gao["days"], gao["state"], gao["interactions"]) == (
        "高总", "2026-05-02", 30, "warm", 1,
    )  # fmt: skip
    assert round(gao["warmth"], 1) == 70.7
    assert told["pillars"][0]["person"] == "高总"
    assert told["pillars"][0]["level"] is None


def test_the_past_is_read_as_it_was(met):
    (gao,) = json.loads(shapan_house("河北移动", "--json", "--at", "2026-05-01"))["people"]
    assert (gao["days"], gao["interactions"]) == (None, 0)


def test_the_terminal_shows_a_row_for_each_pillar(met):
    told = shapan_house("河北移动")
    assert "高总" in told
    assert told.count("—") >= 4


def test_somebody_elses_eyes_see_what_that_person_may_see(met):
    with pytest.raises(CommandError, match="没有叫“河北移动”的客户"):
        shapan_house("河北移动", "--as", "wu")
    assert "高总" in shapan_house("河北移动", "--as", "lin")
