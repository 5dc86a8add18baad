"""The sand table of the cast: who is drawn, how, and what opens."""

import re
from datetime import date
from functools import partial
from urllib.parse import unquote

import pytest
import time_machine

from shapan.decisions import actions as decisions
from shapan.decisions.terms import SeatCode
from shapan.insight.queries.organisation import Place, organisation
from shapan.insight.queries.sand_table import Asked, sand_table
from shapan.insight.rules.folding import fold
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
from shapan.people import actions as people
from shapan.people import queries as people_reads
from shapan.people.terms import LinkKind
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion, PersonKind


@pytest.fixture
def table(cast, today):
    """Gao under a vacant president; Liu, adviser and our coach, brought Gao up; Zhou left a year ago."""
    at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": today}
    cast.top = people.open_post(**at, title="总经理", grade="高层")
    people.report_to(actor=cast.lin, post_id=cast.post.pk, boss_id=cast.top.pk, version=1, today=date(2026, 1, 10))
    cast.liu = people.meet_person(**at, title="顾问", name="刘远", started_on=date(2024, 1, 1))
    cast.zhou = people.meet_person(**at, title="原处长", name="周离", started_on=date(2020, 1, 1))
    held = {row.person_id: row for row in people_reads.people_in_posts(**at, on=today)}
    people.end_appointment(
        actor=cast.lin, appointment_id=held[cast.zhou.pk].appointment_id, ended_on=date(2025, 6, 1), today=today
    )
    decisions.name_holder(**at, code=SeatCode.DECIDER, person_id=cast.gao.pk, started_on=date(2026, 1, 10))
    interactions.log_interaction(
        **at, kind=Kind.MEETING, held_on=date(2026, 5, 25), person_ids=(cast.liu.pk,), purpose="p", outcome="o",
        next_step="n",
    )  # fmt: skip
    for criterion in list(Criterion)[:3]:
        piece = relationships.record_evidence(
            **at, person_id=cast.liu.pk, criterion=criterion, level=3, statement="s", observed_on=date(2026, 5, 25)
        )
        relationships.verify_evidence(actor=cast.song, evidence_id=piece.pk, today=today)
    people.link_people(
        actor=cast.lin, person_id=cast.gao.pk, other_id=cast.liu.pk, kind=LinkKind.MENTORED_BY, evidence="师徒六年",
        today=today, started_on=date(2026, 1, 10),
    )  # fmt: skip
    return cast


@pytest.fixture
def visit(client, table):
    """Pages as Lin sees them on the day of the story."""
    with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False):
        client.force_login(table.lin)
        yield lambda view, **more: client.get(f"/accounts/{table.hebei.pk}/sand-table/{view}", **more).content.decode()


def read(cast, today, on=None):
    return organisation(actor=cast.lin, account_id=cast.hebei.pk, on=on or today, today=today)


def drawn(cast, today, on=None, **asked):
    return sand_table(actor=cast.lin, account_id=cast.hebei.pk, on=on or today, today=today, asked=Asked(**asked))


def test_vacant_posts_expected_roles_and_people_who_left_are_drawn_too(table, today):
    found = read(table, today)
    places = {(card.place, card.person.person if card.person else card.title) for card in found.cards}
    assert {(Place.HELD, "高总"), (Place.VACANT, "总经理"), (Place.LEFT, "周离")} <= places
    assert sum(card.place is Place.EXPECTED for card in found.cards) == 4  # of the five seats, one is held


def test_whoever_has_no_line_stands_in_the_tray(table, today):
    found = read(table, today)
    by_key = {card.key: card for card in found.cards}
    named = {by_key[key].person.person for key in found.tray if by_key[key].person}
    assert named == {"刘远", "周离"}


def test_unknown_is_a_dashed_frame_without_a_bar(table, today):
    svg = drawn(table, today).svg
    gao = re.search(r'<a id="c\d+" class="n lu[^>]*>.*?</a>', svg)[0]
    assert "高总" in gao
    assert "#cu" in gao
    assert 'class="f"' not in gao
    liu = next(card for card in re.findall(r'<a id="c\d+" class="n l3[^>]*>.*?</a>', svg) if "刘远" in card)
    assert 'class="f"' in liu
    assert "林岚" in liu


def test_the_way_to_the_decider_leads_through_the_mentor_and_is_told(table, today):
    page = drawn(table, today)
    assert page.sought == "高总"
    ((path, steps),) = page.ways
    assert path.people == (table.liu.pk, table.gao.pk)
    assert steps == ("林岚请刘远出面（3 级，最近接触：7 天）", "刘远带出了高总：“师徒六年”")
    assert '<g class="way">' in page.svg


def test_nobody_is_led_through_a_person_who_objects_and_the_card_is_locked(table, today):
    people.record_objection(actor=table.lin, person_id=table.liu.pk, words="w", objected_on=today, today=today)
    page = drawn(table, today)
    assert page.ways == ()
    assert page.svg.count('href="#cl"') == 1


def test_a_past_day_is_drawn_as_it_was(table, today):
    before = read(table, today, on=date(2026, 1, 9))
    assert {card.above for card in before.cards} == {None}
    assert before.links == ()
    assert {str(table.top.pk)} == {card.above for card in read(table, today).cards if card.above}


def test_the_kinds_follow_or_are_said(table, today):
    relationships.tag_kind(
        actor=table.lin, account_id=table.hebei.pk, person_id=table.gao.pk, kind=PersonKind.RISING, reason="r",
        today=today,
    )  # fmt: skip
    of_person = read(table, today).of_person
    assert of_person[table.gao.pk].kinds == (PersonKind.RISING,)
    assert of_person[table.zhou.pk].kinds == (PersonKind.RETIRED,)


def test_names_are_escaped(table, today):
    people.change_person(actor=table.lin, person_id=table.gao.pk, version=1, today=today, name="<b>&")
    svg = drawn(table, today).svg
    assert "<b>" not in svg
    assert "&lt;b&gt;&amp;" in svg


def test_a_fold_says_how_many_it_holds_and_links_lead_to_it(table, today):
    page = drawn(table, today, closed=(str(table.top.pk),))
    assert "高总" not in page.svg
    assert f'id="h{table.top.pk}"' in page.svg
    assert ">+1<" in page.svg
    assert page.folded == 1
    assert 'class="x influence"' in page.svg


@pytest.mark.parametrize("view", ["", "list/", "kinds/", "coverage/", "coverage/?by=department"])
def test_every_way_to_look_at_it_names_the_people(visit, view):
    assert ("周离" if view == "kinds/" else "高总") in visit(view)


def test_the_matrix_says_where_to_begin(visit):
    page = visit("coverage/")
    assert "先从高总（决策者）做起" in page
    assert "刘远带出了高总" in page


def test_a_card_opens_at_the_evidence_and_a_line_at_its_history(visit, table):
    card = visit(f"people/{table.gao.pk}/", headers={"HX-Request": "true"})
    assert "师徒六年" in card
    assert "<html" not in card
    assert "2026-01-10" in visit(f"posts/{table.post.pk}/")
    assert "2025-06-01" in visit(f"people/{table.zhou.pk}/")


def test_htmx_gets_the_canvas_alone(visit):
    assert visit("", headers={"HX-Request": "true"}).strip().startswith('<div class="sand-canvas"')


def many_more(cast, today, many):
    at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": today, "department_id": cast.planning.pk}
    for n in range(many):
        people.meet_person(
            **at, title=f"高级客户经理{n}", name=f"欧阳建国{n}", started_on=date(2025, 3, 1), parent_id=cast.post.pk
        )


def test_a_large_customer_opens_with_a_group_that_says_what_it_holds_and_opens(cast, today, monkeypatch):
    monkeypatch.setattr("shapan.insight.queries.sand_table.fold", partial(fold, full=5))
    many_more(cast, today, 30)
    page = drawn(cast, today)
    group = re.search(r'<a id="c[^"]*~[^"]*" class="n gr lu" href="([^"]*)".*?</a>', page.svg)
    assert "计划建设部" in group[0]
    assert "30 个岗位" in group[0]
    assert "30 人未知" in group[0]
    assert page.folded == 30
    opened = drawn(cast, today, opened=tuple(unquote(group[1]).partition("open=")[2].split(".")))
    assert "欧阳建国29" in opened.svg
    assert opened.folded == 0


def test_five_hundred_cards_stay_light(cast, today):
    many_more(cast, today, 60)
    assert len(drawn(cast, today).svg.encode()) / 61 < 500
