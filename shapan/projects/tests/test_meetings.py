"""The meetings of the method: an agenda, a decision, a dissent, and what was taken on."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from shapan.kernel.errors import Refused
from shapan.opportunities import queries as opportunity_reads
from shapan.projects import actions, queries
from shapan.projects.actions import Taken
from shapan.projects.rules.meetings import AGENDAS, minutes
from shapan.projects.terms import Check, GateKind, Item, MeetingKind, State
from shapan.projects.tests import scenes
from shapan.projects.tests.scenes import TODAY

ANALYSIS = MeetingKind.ANALYSIS


@pytest.fixture
def scene(cast):
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        yield scenes.set_up(cast)


def held(scene, actor=None):
    who = {"actor": actor or scene.lin, "today": TODAY}
    return queries.meetings(facts=opportunity_reads.opportunity(opportunity_id=scene.deal, **who), **who)


def hold(scene, kind=ANALYSIS, **more):
    told = {"notes": {Item.RISKS: "静默期 6 月 20 日起"}, "decision": "先见何副总", "attended": (scene.lin.pk,)} | more
    return actions.record_meeting(**scene.of, kind=kind, held_on=TODAY, **told)


def test_every_meeting_has_an_agenda_and_a_time_box():
    assert all(AGENDAS[kind] and minutes(kind) in {45, 60} for kind in MeetingKind)
    assert set(AGENDAS[MeetingKind.PRE_BID]) > set(AGENDAS[ANALYSIS])


def test_decision_dissent_and_tasks_are_kept_and_fall_due_on_today(client, scene):
    task = Taken("约见何副总", scene.song.pk, date(2026, 6, 3))
    hold(scene, dissent="宋青：先做测试", tasks=(task,), attended=(scene.lin.pk, scene.song.pk))
    meeting = held(scene)[0]
    assert (meeting.notes, meeting.dissent) == (((Item.RISKS, "静默期 6 月 20 日起"),), "宋青：先做测试")
    assert set(meeting.attended) == {"林岚", "宋青"}
    client.force_login(scene.song)
    assert "约见何副总" in client.get(reverse("insight:today")).content.decode()
    done = reverse("projects:finish_task", args=[meeting.tasks[0].id])
    assert client.post(done, {"back": "/"}).url == "/"
    assert held(scene)[0].tasks[0].done_on == TODAY
    assert "约见何副总" not in client.get(reverse("insight:today")).content.decode()
    assert client.post(done).status_code == 404


def test_a_meeting_to_come_or_without_a_word_is_refused(scene):
    with pytest.raises(Refused):
        actions.record_meeting(**scene.of, kind=ANALYSIS, held_on=date(2026, 6, 2), decision="x")
    with pytest.raises(Refused):
        hold(scene, notes={}, decision=" ")
    with pytest.raises(Refused):
        hold(scene, notes={Item.CASE: "不在议程"})


def test_the_retrospective_is_what_the_last_gate_asks_for(scene):
    def lessons():
        who = {"actor": scene.lin, "today": TODAY}
        seen = queries.picture(facts=opportunity_reads.opportunity(opportunity_id=scene.deal, **who), **who)
        return next(line.state for line in seen.checklist(GateKind.ATCC).lines if line.check is Check.LESSONS)

    assert lessons() is State.UNKNOWN
    hold(scene, kind=MeetingKind.RETROSPECTIVE, notes={Item.REPEAT: "先见人，再谈价"})
    assert lessons() is State.MET


def test_it_is_entered_on_a_page_and_a_stranger_finds_none(client, scene):
    client.force_login(scene.lin)
    page = reverse("projects:meeting", args=[scene.deal, "analysis"])
    assert client.get(page).status_code == 200
    typed = {"held_on": "2026-06-01", "decision": "投", "item_risks": "工期", "attended": [scene.lin.pk]}
    assert client.post(page, typed | {"what_1": "写方案"}).status_code == 422
    told = typed | {"what_1": "写方案", "owner_1": scene.song.pk, "due_1": "2026-06-09"}
    assert client.post(page, told).status_code == 302
    assert "写方案" in client.get(reverse("projects:one", args=[scene.deal])).content.decode()
    assert client.get(reverse("projects:meeting", args=[scene.deal, "party"])).status_code == 404
    task = held(scene)[0].tasks[0].id
    client.force_login(scene.wu)
    assert client.get(page).status_code == 404
    assert client.post(reverse("projects:finish_task", args=[task])).status_code == 404
