"""Evidence, claims and readings: recorded of what was seen, by those who may, verified by somebody else."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
from shapan.people import actions as people
from shapan.relationships import actions
from shapan.relationships.rules.findings import Concern
from shapan.relationships.terms import Criterion, General

DAY = timedelta(days=1)


@pytest.fixture
def seen(cast, today):
    """What Lin writes down of Gao; a test changes what it is about."""

    def record(**changed):
        told = {
            "actor": cast.lin, "account_id": cast.hebei.pk, "person_id": cast.gao.pk, "criterion": Criterion.GUIDANCE,
            "level": 2, "statement": "s", "observed_on": today, "today": today,
        }  # fmt: skip
        return actions.record_evidence(**told | changed)

    return record


def test_evidence_names_a_contact_that_the_person_took_part_in(cast, seen, today):
    he = people.meet_person(
        actor=cast.lin, account_id=cast.hebei.pk, title="专员", name="何静", started_on=None, today=today
    )
    met = interactions.log_interaction(
        actor=cast.lin, account_id=cast.hebei.pk, kind=Kind.CALL, held_on=today, today=today, person_ids=(he.pk,)
    ).interaction
    with pytest.raises(actions.RelationshipRefused, match="没有参加"):
        seen(interaction_id=met.pk)
    assert seen(person_id=he.pk, interaction_id=met.pk).interaction_id == met.pk


def test_nothing_is_recorded_of_the_future_or_of_somebody_unknown(cast, seen, today):
    with pytest.raises(actions.RelationshipRefused, match="不能在将来"):
        seen(observed_on=today + DAY)
    with pytest.raises(actions.RelationshipRefused, match="没有这个人物"):
        seen(person_id=999_999)
    with pytest.raises(actions.RelationshipRefused, match="不能在将来"):
        actions.read_indicator(
            actor=cast.lin, account_id=cast.hebei.pk, indicator=General.STANDING, value=1, statement="s",
            observed_on=today + DAY, today=today,
        )  # fmt: skip


def test_evidence_is_verified_by_another_and_once(cast, seen, today):
    evidence = seen()
    with pytest.raises(actions.RelationshipRefused, match="记录人以外"):
        actions.verify_evidence(actor=cast.lin, evidence_id=evidence.pk, today=today)
    actions.verify_evidence(actor=cast.song, evidence_id=evidence.pk, today=today)
    again = actions.verify_evidence(actor=cast.shen, evidence_id=evidence.pk, today=today + DAY)
    assert (again.verified_by, again.verified_on) == (cast.song, today)


def test_only_a_manager_says_that_opposition_is_over(cast, today):
    settle = {"account_id": cast.hebei.pk, "person_id": cast.gao.pk, "reason": "整改完成", "today": today}
    with pytest.raises(actions.RelationshipRefused, match="只有主管"):
        actions.settle_opposition(actor=cast.lin, **settle)
    assert actions.settle_opposition(actor=cast.shen, **settle).settled_by == cast.shen


def test_a_level_on_expired_evidence_is_called_for_renewal(cast, seen):
    from shapan.decisions import actions as decisions
    from shapan.decisions.terms import Confidence, SeatCode
    from shapan.relationships import queries

    long_ago = date(2025, 11, 10)
    for criterion in Criterion:
        shown = seen(criterion=criterion, observed_on=long_ago, today=long_ago)
        actions.verify_evidence(actor=cast.song, evidence_id=shown.pk, today=long_ago)
    decisions.name_holder(
        actor=cast.lin, account_id=cast.hebei.pk, code=SeatCode.DECIDER, person_id=cast.gao.pk, today=long_ago,
        confidence=Confidence.CONFIRMED,
    )  # fmt: skip
    on = long_ago + 200 * DAY
    house = queries.house(actor=cast.lin, account_id=cast.hebei.pk, on=on, today=on)
    assert [found.person_id for found in house.findings if found.concern is Concern.STALE] == [cast.gao.pk]


@pytest.mark.parametrize(
    ("page", "sent"),
    [
        ("evidence", {"criterion": "guidance", "statement": "s", "observed_on": "2026-05-20"}),
        ("claim", {"reason": "r"}),
        ("target", {"due_on": "2026-12-31"}),
    ],
)
def test_nobody_records_opposition_by_leaving_the_level_as_it_was(client, cast, page, sent):
    client.force_login(cast.lin)
    address = reverse(f"relationships:{page}", args=[cast.hebei.pk, cast.gao.pk])
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert 'id="id_level_error"' in refused.content.decode()
    assert client.post(address, sent | {"level": "1"}).status_code == 302
