"""Who decides: the table, the heads above the owner, and those who stand in."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from shapan.identity import queries as identity
from shapan.kernel.errors import Refused
from shapan.projects import actions, queries
from shapan.projects.rules.authority import DEFAULT, Asked, Row, deciding, place
from shapan.projects.rules.classes import Thresholds, classify
from shapan.projects.terms import ClassReason, DecidingLevel, GateKind, ProjectClass

TODAY = date(2026, 6, 1)
D, R, X = DecidingLevel.DEPARTMENT, DecidingLevel.REGION, DecidingLevel.EXECUTIVE
A, B, C = ProjectClass.A, ProjectClass.B, ProjectClass.C
ATB, ATC = GateKind.ATB, GateKind.ATC


def contract(amount, discount, margin, days):
    return Asked(ATC, C, *(Decimal(value) for value in (amount, discount, margin, days)))


@pytest.mark.parametrize(
    ("asked", "level"),
    [
        (Asked(ATB, A), X), (Asked(ATB, B), R), (Asked(ATB, C), D), (Asked(ATB), X),
        (contract(100, 0, 40, 30), D), (contract(2_000_000, 0, 40, 30), R), (contract(10_000_000, 0, 40, 30), X),
        (contract(100, 21, 40, 30), R), (contract(100, 31, 40, 30), X), (contract(100, 20, 40, 30), D),
        (contract(100, 0, 24, 30), R), (contract(100, 0, 14, 30), X), (contract(100, 0, 40, 61), R),
        (contract(100, 0, 24, 61), X), (Asked(ATC, C, Decimal(100)), X),
    ],
)  # fmt: skip
def test_the_highest_level_that_any_row_asks_for_decides_and_unknown_is_not_harmless(asked, level):
    assert deciding(DEFAULT, asked).level is level


def test_a_short_line_ends_at_its_top():
    assert [place(level, 4) for level in DecidingLevel] == [0, 1, 2]
    assert [place(level, 1) for level in DecidingLevel] == [0, 0, 0]


@pytest.mark.parametrize(
    ("amount", "tier", "first", "letter", "reason"),
    [
        (12_000_000, "A", False, A, ClassReason.LARGE), (2_000_000, "S", False, A, ClassReason.STRATEGIC),
        (100, "S", False, C, ClassReason.SMALL), (100, "B", True, A, ClassReason.FIRST),
        (2_000_000, "B", False, B, ClassReason.MIDDLE), (None, "B", False, B, ClassReason.UNKNOWN),
        (None, "S", False, A, ClassReason.STRATEGIC),
    ],
)  # fmt: skip
def test_the_class_follows_from_amount_customer_and_novelty(amount, tier, first, letter, reason):
    known = None if amount is None else Decimal(amount)
    classed = classify(known, tier, first=first, thresholds=Thresholds())
    assert (classed.letter, classed.reason) == (letter, reason)


def test_the_heads_above_are_counted_from_the_nearest(us):
    assert identity.heads_above(us.lin.pk) == [us.shen.pk]
    assert identity.heads_above(us.ke.pk) == []


def test_a_new_table_holds_from_its_day_and_the_earlier_one_stays(us):
    rows = (Row(X, ATB, amount_from=Decimal(5)),)
    made = actions.set_authority(actor=us.ke, rows=rows, why="新政策", today=TODAY)
    assert queries.table(TODAY).rows == rows
    assert (queries.table(TODAY).id, queries.table(date(2026, 5, 31)).id) == (made.pk, None)
    for outsider in (us.lin, us.shen):
        with pytest.raises(Refused):
            actions.set_authority(actor=outsider, rows=rows, why="x", today=TODAY)


def test_only_who_leads_gives_authority_away_and_only_for_days_to_come(us):
    given = {"delegate_id": us.song.pk, "started_on": TODAY, "today": TODAY}
    with pytest.raises(Refused):
        actions.delegate_authority(actor=us.lin, ended_on=date(2026, 7, 1), **given)
    with pytest.raises(Refused):
        actions.delegate_authority(actor=us.shen, ended_on=TODAY, **given)
    actions.delegate_authority(actor=us.shen, ended_on=date(2026, 7, 1), **given)
    asked = {"owner_id": us.lin.pk, "asked": Asked(ATB, A)}
    assert queries.deciders(**asked, today=TODAY).delegates == {us.song.pk: us.shen.pk}
    assert queries.deciders(**asked, today=date(2026, 7, 1)).delegates == {}


def test_the_table_is_read_by_all_and_kept_by_few(client, us):
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        client.force_login(us.wu)
        assert client.get(reverse("projects:authority")).status_code == 200
        assert client.get(reverse("projects:set_authority")).status_code == 404
        assert client.get(reverse("projects:delegate")).status_code == 404
        client.force_login(us.ke)
        typed = {"level_0": "executive", "gate_0": "ATB", "amount_from_0": "3000000", "why": "收紧"}
        assert client.post(reverse("projects:set_authority"), typed).status_code == 302
        assert queries.table(TODAY).rows == (Row(X, ATB, amount_from=Decimal(3000000)),)
        client.force_login(us.shen)
        told = {"delegate_id": us.song.pk, "started_on": "2026-06-01", "ended_on": "2026-06-09"}
        assert client.post(reverse("projects:delegate"), told).status_code == 302
        assert "宋青" in client.get(reverse("projects:authority")).content.decode()
