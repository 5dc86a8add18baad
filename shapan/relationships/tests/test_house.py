"""The house of an account, read on any day."""

from datetime import date, timedelta

import pytest

from shapan.decisions import actions as decisions
from shapan.decisions.terms import Confidence, SeatCode
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
from shapan.relationships import actions, queries
from shapan.relationships.terms import Criterion, LevelState

DAY = timedelta(days=1)


@pytest.fixture
def house(cast, today):
    def read(on=today, actor=cast.lin, account=cast.hebei):
        return queries.house(actor=actor, account_id=account.pk, on=on, today=today)

    return read


def meet(cast, day, **more):
    told = {"purpose": "5G plan", "outcome": "agreed to a trial", "next_step": "send the plan"} | more
    return interactions.log_interaction(
        actor=cast.lin, account_id=cast.hebei.pk, kind=Kind.TECHNICAL_EXCHANGE, held_on=day, today=date(2026, 6, 1),
        person_ids=(cast.gao.pk,), **told,
    )  # fmt: skip


def show(cast, level, day, criteria=tuple(Criterion)[:3]):
    for criterion in criteria:
        evidence = actions.record_evidence(
            actor=cast.lin, account_id=cast.hebei.pk, person_id=cast.gao.pk, criterion=criterion, level=level,
            statement="said so before colleagues", observed_on=day, today=day,
        )  # fmt: skip
        actions.verify_evidence(actor=cast.song, evidence_id=evidence.pk, today=day)


def test_a_customer_nobody_has_analysed_has_five_empty_seats_and_is_unknown_not_zero(house):
    read = house()
    assert [pillar.seat.code for pillar in read.pillars] == ["D", "A", "E", "P", "U"]
    assert read.key.ir.value == 0
    assert read.key.cr.value is None
    assert read.key.uw.value == 1
    assert read.people[0].level is None


def test_evidence_and_contact_raise_the_pillar_and_the_past_stays_as_it_was(cast, house, today):
    decisions.name_holder(
        actor=cast.lin, account_id=cast.hebei.pk, code=SeatCode.DECIDER, person_id=cast.gao.pk, today=today,
        confidence=Confidence.CONFIRMED, started_on=date(2025, 4, 1),
    )  # fmt: skip
    show(cast, 2, date(2026, 5, 1))
    meet(cast, date(2026, 5, 20))

    gao = house().people[0]
    assert (gao.level, gao.reading.state, gao.days, gao.interactions) == (2, LevelState.EVIDENCED, 12, 1)
    assert house().key.si.value == pytest.approx(30 * 2 / (3 * 88))
    assert house(on=date(2026, 4, 30)).people[0].level is None
    assert house(on=date(2026, 5, 19)).people[0].interactions == 0


def test_contact_without_an_outcome_is_counted_and_does_not_warm(cast, house):
    meet(cast, date(2026, 5, 20), outcome="")
    gao = house().people[0]
    assert (gao.interactions, gao.last_on, gao.state) == (1, None, "never")


def test_a_claim_stands_beside_the_evidence_and_never_replaces_it(cast, house, today):
    actions.claim_level(actor=cast.lin, account_id=cast.hebei.pk, person_id=cast.gao.pk, level=3, today=today)
    gao = house().people[0]
    assert (gao.level, gao.claimed, gao.over_claimed) == (None, 3, True)


def test_nobody_verifies_their_own_evidence(cast, today):
    evidence = actions.record_evidence(
        actor=cast.lin, account_id=cast.hebei.pk, person_id=cast.gao.pk, criterion=Criterion.GUIDANCE, level=2,
        statement="brought in the network department", observed_on=today, today=today,
    )  # fmt: skip
    with pytest.raises(actions.RelationshipRefused):
        actions.verify_evidence(actor=cast.lin, evidence_id=evidence.pk, today=today)


def test_a_colleague_without_a_seat_has_no_house(house, cast):
    assert house(actor=cast.wu) is None


def test_a_person_who_has_left_the_post_has_left_the_seat(cast, house, today):
    from shapan.people import actions as people
    from shapan.people import queries as read_people

    decisions.name_holder(
        actor=cast.lin, account_id=cast.hebei.pk, code=SeatCode.DECIDER, person_id=cast.gao.pk, today=today,
        started_on=date(2025, 4, 1),
    )  # fmt: skip
    held = read_people.people_in_posts(actor=cast.lin, account_id=cast.hebei.pk, on=today, today=today)
    people.end_appointment(actor=cast.lin, appointment_id=held[0].appointment_id, ended_on=today, today=today)

    assert [pillar.holder for pillar in house().pillars] == [None] * 5
    assert house(on=today - DAY).pillars[0].standing.person == "高总"


def test_the_fourth_level_exists_only_where_it_is_switched_on(cast, house, settings):
    show(cast, 4, date(2026, 5, 1))
    assert (house().people[0].level, house().policy_version) == (3, "2026-1")
    settings.LEVEL_FOUR = True
    assert (house().people[0].level, house().policy_version) == (4, "2026-1+level4")
