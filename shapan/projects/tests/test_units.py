"""The decision unit of an opportunity: derived from how Hebei decides, then kept by people."""

import pytest
import time_machine
from django.urls import reverse

from shapan.decisions import actions as decisions
from shapan.decisions.terms import Gap, SeatCode
from shapan.kernel.errors import Refused
from shapan.opportunities import actions as opportunities
from shapan.opportunities import queries as opportunity_reads
from shapan.people import actions as people
from shapan.people import queries as people_reads
from shapan.projects import actions, queries
from shapan.projects.rules.units import Seat, changes
from shapan.projects.terms import Move
from shapan.projects.tests import scenes
from shapan.projects.tests.scenes import TODAY

D, A, P, U = SeatCode.DECIDER, SeatCode.APPROVER, SeatCode.PROCUREMENT, SeatCode.USER


@pytest.fixture
def scene(cast):
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        yield scenes.set_up(cast)


def facts(scene, actor=None):
    return opportunity_reads.opportunity(actor=actor or scene.lin, opportunity_id=scene.deal, today=TODAY)


def unit(scene, actor=None):
    return queries.unit_of(actor=actor or scene.lin, facts=facts(scene, actor), today=TODAY)


def told(found):
    return {
        (chair.seat.code, chair.title, chair.person.person if chair.person else None) for chair in found.standing.chairs
    }


def offered(scene, actor=None):
    found = queries.derivation(actor=actor or scene.lin, facts=facts(scene, actor), today=TODAY)
    return [(one.change.move, one.change.seat.code, one.person) for one in found.changes]


def test_director_vice_president_and_headquarters_are_derived_with_those_who_sit_there(scene):
    scenes.name_user(scene)
    actions.derive_unit(**scene.of | {"actor": scene.ke})
    seen = unit(scene, scene.ke)
    assert told(seen) == {
        (D, "副总裁", "何副总"), (A, "计划建设部主任", "高总"), (A, "集采中心主任", "孟总"), (P, "", None),
        (U, "计划建设部主任", "高总"),
    }  # fmt: skip
    assert {chair.gap for chair in seen.standing.gaps} == {Gap.UNKNOWN, Gap.VACANT}


def test_who_does_not_reach_headquarters_learns_no_name_from_there(scene):
    actions.derive_unit(**scene.of | {"actor": scene.ke})
    assert "孟总" not in {name for _code, _title, name in told(unit(scene))}
    assert len(unit(scene).standing.chairs) == len(unit(scene, scene.ke).standing.chairs)
    page_of = reverse("projects:one", args=[scene.deal])
    assert page_of


def test_a_warm_supporter_covers_a_seat_and_the_numbers_open(scene):
    scenes.befriend(scene, scene.he)
    actions.derive_unit(**scene.of)
    standing = unit(scene).standing
    assert {chair.person.person for chair in standing.chairs if chair.gap is None} == {"何副总"}
    assert standing.key.si.value == pytest.approx(30 * 1 / (3 * (30 + 20 + 20 + 12 + 8)))
    assert sum(part.value for part in standing.key.si.parts) == pytest.approx(standing.key.si.numerator)


def test_derived_again_nothing_is_changed_that_nobody_chose(scene):
    actions.derive_unit(**scene.of)
    assert offered(scene) == []
    actions.add_seat(**scene.of, code=SeatCode.INFLUENCER, label="顾问")
    held = people_reads.people_in_posts(**scene.at, on=TODAY)
    away = next(row.appointment_id for row in held if row.person == "何副总")
    people.end_appointment(actor=scene.lin, appointment_id=away, ended_on=TODAY, today=TODAY)
    people.enrol_person(actor=scene.lin, name="许副总", post_id=scene.vice.pk, started_on=TODAY, today=TODAY)
    assert offered(scene) == [(Move.SEAT, D, "许副总")]
    with pytest.raises(Refused):
        actions.derive_unit(**scene.of)
    actions.derive_unit(**scene.of, chosen=())
    assert "许副总" not in {name for *_seat, name in told(unit(scene))}
    key = queries.derivation(actor=scene.lin, facts=facts(scene), today=TODAY).changes[0].change.key
    actions.derive_unit(**scene.of, chosen=[key])
    assert (D, "副总裁", "许副总") in told(unit(scene))
    assert "I" in {chair.seat.code for chair in unit(scene).standing.chairs}, "what people added themselves stays"


def test_another_amount_offers_another_path(scene):
    actions.derive_unit(**scene.of)
    opportunities.change_facts(**scene.of, version=1, amount=4_000_000)
    moves = offered(scene)
    assert (Move.ADD, D, "") in moves
    assert [code for move, code, _name in moves if move is Move.DROP] == [D, A]
    keys = [one.change.key for one in queries.derivation(actor=scene.lin, facts=facts(scene), today=TODAY).changes]
    actions.derive_unit(**scene.of, chosen=keys)
    assert (D, "计划建设部主任", "高总") in told(unit(scene))
    assert offered(scene) == []


def test_what_is_missing_is_said(scene):
    other = opportunities.open_opportunity(**scene.at, name="x").pk
    with pytest.raises(Refused, match="金额"):
        actions.derive_unit(actor=scene.lin, opportunity_id=other, today=TODAY)
    opportunities.change_facts(
        actor=scene.lin, opportunity_id=other, version=1, today=TODAY, amount=1, currency="CNY", category="云"
    )
    with pytest.raises(Refused):
        actions.derive_unit(actor=scene.lin, opportunity_id=other, today=TODAY)


def test_the_unit_is_kept_on_its_pages(client, scene):
    client.force_login(scene.lin)
    derive = reverse("projects:derive", args=[scene.deal])
    assert "副总裁" in client.get(derive).content.decode()
    keys = [one.change.key for one in queries.derivation(actor=scene.lin, facts=facts(scene), today=TODAY).changes]
    assert client.post(derive, {"chosen": keys}).status_code == 302
    page = client.get(reverse("projects:one", args=[scene.deal])).content.decode()
    assert "何副总" in page
    assert "何副总" in client.get(reverse("opportunities:one", args=[scene.deal])).content.decode()
    empty = next(chair.seat for chair in unit(scene).standing.chairs if chair.seat.code == P)
    holder = reverse("projects:seat_person", args=[scene.deal, empty.id])
    assert client.post(holder, {"person_id": scene.gao.pk, "confidence": "confirmed"}).status_code == 302
    change = reverse("projects:change_seat", args=[scene.deal, empty.id])
    assert client.post(change, {"label": "集采", "weight": "20", "required": "on", "version": 1}).status_code == 302
    seat = next(chair for chair in unit(scene).standing.chairs if chair.seat.code == P)
    assert (seat.person.person, seat.seat.label, seat.weight) == ("高总", "集采", 20)
    assert client.post(change, {"label": "", "weight": "20", "version": 1}).status_code == 422


def test_a_colleague_without_a_seat_learns_nothing(client, scene):
    actions.derive_unit(**scene.of)
    client.force_login(scene.wu)
    for name in ("one", "derive", "add_seat"):
        assert client.get(reverse(f"projects:{name}", args=[scene.deal])).status_code == 404
    with pytest.raises(Refused):
        actions.derive_unit(**scene.of | {"actor": scene.wu})
    with pytest.raises(Refused):
        decisions.open_unit(actor=scene.wu, account_id=scene.hebei.pk, name="x", today=TODAY)


def test_a_seat_that_somebody_named_keeps_its_holder_until_the_post_has_another():
    here = Seat(D, post_id=1, person_ids=(5,), id=9)
    assert changes([Seat(D, post_id=1)], [here]) == ()
    found = changes([Seat(D, post_id=1, person_ids=(6,))], [here])
    assert [(one.move, one.person_id) for one in found] == [(Move.SEAT, 6), (Move.LEAVE, 5)]
