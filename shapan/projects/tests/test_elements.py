"""The four elements: our relationship follows from the house, everything else stands on evidence."""

import pytest
import time_machine
from django.urls import reverse

from shapan.kernel.errors import Refused
from shapan.opportunities import queries as opportunity_reads
from shapan.opportunities.terms import Advice, Element, Orientation
from shapan.projects import actions, queries
from shapan.projects.queries import Scored
from shapan.projects.rules.elements import orientation
from shapan.projects.tests import scenes
from shapan.projects.tests.scenes import TODAY

SEEN = {
    Element.RELATIONSHIP: Scored(rival=4, rival_why="公开座谈会"),
    Element.SOLUTION: Scored(8, "现网测试报告", 7, "公开白皮书"),
    Element.DELIVERY: Scored(8, "去年两期按期", 6, "公开报道"),
    Element.COMMERCE: Scored(6, "报价在预算内", 7, "公开中标价"),
}


@pytest.fixture
def scene(cast):
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        yield scenes.set_up(cast)


def looks(scene, actor=None):
    who = {"actor": actor or scene.lin, "today": TODAY}
    return queries.assessments(facts=opportunity_reads.opportunity(opportunity_id=scene.deal, **who), **who)


def test_our_relationship_is_computed_and_unknown_without_a_unit(scene):
    actions.assess(**scene.of, scores=SEEN)
    assert looks(scene)[0].plain.unknown == (Element.RELATIONSHIP,)
    assert looks(scene)[0].plain.absolute is None
    scenes.befriend(scene, scene.he, level=2)
    actions.derive_unit(**scene.of)
    actions.assess(**scene.of, scores=SEEN, rival="蓝桥")
    latest, first = looks(scene)
    support = 30 * 2 / (3 * 90)
    assert latest.support_index == pytest.approx(support)
    assert latest.scores[Element.RELATIONSHIP].ours == pytest.approx(10 * (support + 0.1) / 0.8)
    assert latest.orientation is Orientation.TECHNOLOGY, "they rank technology first"
    assert latest.plain.advice is Advice.BID
    assert (first.rival, latest.rival) == ("", "蓝桥")


@pytest.mark.parametrize(
    ("ranks", "way"),
    [
        ((1, 2, 3), Orientation.PRICE), ((2, 1, 3), Orientation.TECHNOLOGY),
        ((None, None, 1), Orientation.RELATIONSHIP),
        ((None, None, None), Orientation.BALANCED), ((1, 1, 2), Orientation.BALANCED),
    ],
)  # fmt: skip
def test_what_comes_first_for_the_customer_sets_the_weights(ranks, way):
    price, technology, relationship = ranks
    assert orientation(price=price, technology=technology, relationship=relationship) is way


def test_points_without_evidence_are_refused_and_nothing_is_kept(scene):
    with pytest.raises(Refused) as refusal:
        actions.assess(**scene.of, scores={Element.DELIVERY: Scored(7, " ")})
    assert refusal.value.field == "delivery_ours_why"
    assert looks(scene) == []


def test_the_look_is_entered_on_a_page_and_shown_with_its_table(client, scene):
    client.force_login(scene.lin)
    actions.derive_unit(**scene.of)
    address = reverse("projects:assess", args=[scene.deal])
    assert client.get(address).status_code == 200
    typed = {"rival": "蓝桥", "orientation": "", "solution_ours": "8", "solution_ours_why": "测试"}
    assert client.post(address, typed).status_code == 302
    assert client.post(address, typed | {"delivery_ours": "11", "delivery_ours_why": "x"}).status_code == 422
    refused = client.post(address, typed | {"delivery_ours": "5"})
    assert refused.status_code == 422
    assert looks(scene)[0].scores[Element.SOLUTION] == Scored(8.0, "测试")
    page = client.get(reverse("projects:one", args=[scene.deal])).content.decode()
    assert 'id="elements-table"' in page
    assert "蓝桥" in page
    client.force_login(scene.wu)
    assert client.get(address).status_code == 404
