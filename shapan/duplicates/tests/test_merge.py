"""One person written down twice becomes one, with everything; and becomes two again, exactly."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.urls import reverse

from shapan.decisions import actions as decisions
from shapan.decisions.terms import SeatCode
from shapan.duplicates import actions, queries, registry
from shapan.foundation.models import Scope
from shapan.fulfilment.tests import scenes as contracts
from shapan.intelligence import actions as intelligence
from shapan.interactions import actions as interactions
from shapan.interactions.actions import Promised
from shapan.interactions.terms import Kind
from shapan.journal import queries as journal
from shapan.kernel.errors import EditConflict
from shapan.people import actions as people
from shapan.people import queries as people_reads
from shapan.people.terms import LinkKind
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion, PersonKind
from shapan.sources import actions as sources
from shapan.sources import queries as source_reads

DAY = date(2026, 5, 20)
PERSON = registry.KINDS["person"]
NAMES = {"name": "高总", "latin_name": "Gao"}


@pytest.fixture
def twice(cast):
    """Director Gao, and 高明 whom somebody took in a second time; each with something of everything."""
    at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": DAY}
    mail, phone = ("gao@hebei.cn",), ("13800138000",)
    cast.ming = people.meet_person(
        **at, title="主任", name="高明", started_on=date(2026, 1, 1), emails=mail, phones=phone
    )
    cast.he = people.meet_person(**at, title="专员", name="何静", started_on=date(2025, 1, 1), emails=("he@hebei.cn",))
    cast.both = furnish(cast, at, (cast.gao.pk, cast.ming.pk))
    for person in (cast.gao.pk, cast.ming.pk):
        furnish(cast, at, (person,))
    decisions.name_holder(**at, code=SeatCode.DECIDER, person_id=cast.gao.pk)
    decisions.name_holder(**at, code=SeatCode.DECIDER, person_id=cast.ming.pk)
    link = {"actor": cast.lin, "kind": LinkKind.ALLIED, "evidence": "e", "today": DAY}
    people.link_people(**link, person_id=cast.ming.pk, other_id=cast.he.pk)
    people.link_people(**link, person_id=cast.he.pk, other_id=cast.ming.pk)
    people.link_people(**link, person_id=cast.gao.pk, other_id=cast.ming.pk)
    rising = {**at, "kind": PersonKind.RISING}
    ended = relationships.tag_kind(**rising, person_id=cast.ming.pk, reason="e")
    relationships.end_kind(actor=cast.lin, tag_id=ended.pk, today=DAY)
    for person in (cast.gao.pk, cast.ming.pk):
        relationships.tag_kind(**rising, person_id=person, reason="o")
        people.record_objection(actor=cast.lin, person_id=person, words="w", objected_on=DAY, today=DAY)
    sources.remember(source="crm", kind="person", keys={"K7": cast.ming.pk})
    contract = contracts.activated(cast.lin, cast.hebei)
    contracts.deliver(cast.lin, contract)
    contracts.accepted(cast.lin, contract, cast.ming)
    return cast


def furnish(cast, at, persons):
    contact = interactions.log_interaction(
        **at, kind=Kind.CALL, held_on=DAY, person_ids=persons, purpose="p", outcome="o", next_step="n",
        promises=(Promised("plan", date(2026, 6, 1), person_id=persons[-1]),),
    ).interaction  # fmt: skip
    for person in persons:
        told = {**at, "person_id": person}
        relationships.record_evidence(**told, criterion=Criterion.GUIDANCE, level=1, statement="s", observed_on=DAY)
        relationships.claim_level(**told, level=2)
        relationships.set_target(**told, level=2)
        relationships.settle_opposition(**{**told, "actor": cast.ke}, reason="r")
        intelligence.see_competitor(**told, competitor_id=cast.hebei.pk, level=1, observed_on=DAY, statement="s")
    return contact


def merge(scene, *, actor=None, from_away=frozenset(), **changes):
    who = {"actor": actor or scene.lin, "kind": "person", "kept_id": scene.gao.pk, "away_id": scene.ming.pk}
    versions = {pk: row.version for pk, row in table("people.Person").in_bulk([scene.gao.pk, scene.ming.pk]).items()}
    return actions.merge(**{**who, "versions": versions, "from_away": from_away, "today": DAY} | changes)


def table(label):
    return apps.get_model(label).objects.scope(Scope.SYSTEM)


def everything():
    """Every row that could be touched, but for versions, which only ever move on."""
    found = {}
    for label in {"people.Person", *(holding.model for holding in registry.HOLDINGS.values())}:
        rows = [{name: value for name, value in row.items() if name != "version"} for row in table(label).values()]
        found[label] = sorted(rows, key=lambda row: row["id"])
    return found


def test_every_column_that_points_to_a_person_says_how_it_follows():
    assert registry.unregistered(PERSON) == set()


def test_a_column_that_nobody_registered_is_found(monkeypatch):
    left = {key: one for key, one in registry.HOLDINGS.items() if key != "interactions.Promise.person"}
    monkeypatch.setattr(registry, "HOLDINGS", left)
    assert registry.unregistered(PERSON) == {"interactions.Promise.person"}


def test_numbers_that_mean_a_person_are_registered_too():
    """Columns that are no foreign keys: those named like it are known, and the journal is never rewritten."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("shapan.")]
    plain = {
        f"{model._meta.label}.{column.name}"
        for model in ours
        for column in model._meta.concrete_fields
        if not column.is_relation and column.name in {"person_id", "object_id"}
    }
    assert plain - registry.HOLDINGS.keys() == {"journal.Event.person_id", "duplicates.Key.object_id"}


def test_after_a_merge_everything_is_about_the_one_who_stays(twice):
    merge(twice, from_away={"name"})

    for holding in registry.holdings(PERSON):
        assert not table(holding.model).filter(**{holding.column: twice.ming.pk}, **holding.where).exists(), holding.key
    facts = people_reads.person(actor=twice.lin, person_id=twice.gao.pk, today=DAY)
    assert (facts.name, facts.latin_name) == ("高明", "Gao")
    assert people_reads.person(actor=twice.ke, person_id=twice.ming.pk, today=DAY) is None
    points = people_reads.contact_points(actor=twice.lin, person_id=twice.gao.pk, today=DAY)
    assert points == [("email", "gao@hebei.cn"), ("phone", "13800138000")]
    career = people_reads.career(actor=twice.lin, person_id=twice.gao.pk, today=DAY)
    assert {post.title for post in career} == {"主任", "计划建设部主任"}
    assert source_reads.objects_with_key("person", "K7") == [twice.gao.pk]


def test_what_stood_on_both_sides_stands_once(twice):
    merge(twice)
    parts = table("interactions.InteractionPerson").filter(person=twice.gao.pk)
    assert parts.filter(interaction=twice.both).count() == 1
    assert parts.count() == 3
    assert table("decisions.SeatHolder").filter(person=twice.gao.pk).count() == 1
    kinds = table("relationships.KindTag").filter(person=twice.gao.pk)
    assert sorted(kinds.values_list("reason", "ended_on")) == [("e", DAY), ("o", None)], (
        "what has ended stands as it was"
    )
    assert table("people.Objection").filter(person=twice.gao.pk, withdrawn_on=None).count() == 1
    links = table("people.PersonLink")
    assert not links.filter(person=twice.gao.pk, other=twice.gao.pk).exists()
    assert links.count() == 2


def test_a_merge_taken_back_restores_every_row(twice):
    before = everything()
    done = merge(twice, from_away={"name", "latin_name"})
    assert everything() != before

    actions.undo_merge(actor=twice.lin, merge_id=done.pk, today=DAY)

    assert everything() == before
    pair = queries.suspects(actor=twice.lin, kind="person", today=DAY)
    assert [(one.first.name, one.second.name) for one in pair.pairs] == []
    with pytest.raises(actions.MergeRefused):
        actions.undo_merge(actor=twice.lin, merge_id=done.pk, today=DAY)


def test_what_was_written_since_stays_with_the_one_who_stayed(twice):
    done = merge(twice)
    at = {"actor": twice.lin, "account_id": twice.hebei.pk, "today": DAY}
    later = interactions.log_interaction(**at, kind=Kind.CALL, held_on=DAY, person_ids=(twice.gao.pk,)).interaction
    actions.undo_merge(actor=twice.lin, merge_id=done.pk, today=DAY)
    assert table("interactions.InteractionPerson").get(interaction=later).person_id == twice.gao.pk


CHANGES = {
    "任职经历": lambda s: people.end_appointment(
        actor=s.lin, today=DAY, ended_on=DAY,
        appointment_id=table("people.Appointment").get(post__title="主任").pk,
    ),
    "证据": lambda s: relationships.verify_evidence(
        actor=s.ke, today=DAY, evidence_id=table("relationships.Evidence").filter(person=s.gao.pk).last().pk
    ),
    "承诺": lambda s: table("interactions.Promise").filter(person=s.gao.pk).last().delete(),
    "姓名": lambda s: people.change_person(
        actor=s.lin, person_id=s.gao.pk, today=DAY, name="高鸣", version=table("people.Person").get(pk=s.gao.pk).version
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_a_merge_stands_when_something_has_changed_since_and_says_what(twice, what):
    done = merge(twice, from_away={"name"})
    CHANGES[what](twice)
    after = everything()
    with pytest.raises(actions.MergeRefused, match=what):
        actions.undo_merge(actor=twice.lin, merge_id=done.pk, today=DAY)
    assert everything() == after


def test_a_merge_that_went_on_into_a_third_is_taken_back_from_the_end(twice):
    first = merge(twice)
    he = {"kept_id": twice.he.pk, "away_id": twice.gao.pk}
    versions = {pk: table("people.Person").get(pk=pk).version for pk in he.values()}
    second = merge(twice, **he, versions=versions)
    assert queries.survivors("person", [twice.ming.pk]) == {twice.ming.pk: twice.he.pk}
    with pytest.raises(actions.MergeRefused):
        actions.undo_merge(actor=twice.ke, merge_id=first.pk, today=DAY)
    actions.undo_merge(actor=twice.lin, merge_id=second.pk, today=DAY)
    actions.undo_merge(actor=twice.lin, merge_id=first.pk, today=DAY)
    assert table("people.Person").filter(pk__in=[twice.gao.pk, twice.ming.pk, twice.he.pk]).count() == 3


def test_two_who_merge_at_once_do_not_overwrite_each_other(twice):
    with pytest.raises(EditConflict):
        merge(twice, versions={twice.gao.pk: 1, twice.ming.pk: 9})


@pytest.mark.parametrize("who", ["wu", "zheng"])
def test_nobody_merges_people_of_others(twice, who):
    with pytest.raises(actions.MergeRefused):
        merge(twice, actor=getattr(twice, who))


def test_someone_who_has_left_is_not_merged_by_those_who_would_see_more_by_it(twice):
    """What came after 高明 left is not Lin's to see; merged into Gao it would be."""
    post = table("people.Appointment").get(person=twice.ming.pk)
    people.end_appointment(actor=twice.lin, appointment_id=post.pk, ended_on=DAY, today=DAY)
    with pytest.raises(actions.MergeRefused):
        merge(twice)
    assert merge(twice, actor=twice.ke).kept_id == twice.gao.pk


def test_the_journal_tells_of_it_and_names_the_one_who_stayed(twice):
    merge(twice)
    entries = journal.entries_of_account(actor=twice.lin, account_id=twice.hebei.pk, today=DAY, limit=200)
    assert entries[0].sentence == "林岚 合并了高总的两条记录"
    assert any("高总" in entry.sentence and "主任" in entry.sentence for entry in entries)


def test_the_old_address_leads_to_the_one_who_stayed(client, twice):
    merge(twice)
    old, new = (reverse("insight:person", args=[pk]) for pk in (twice.ming.pk, twice.gao.pk))
    client.force_login(twice.lin)
    assert client.get(old).headers["Location"] == new
    client.force_login(twice.wu)
    assert client.get(old).status_code == 404


def test_from_the_queue_over_the_preview_to_one_entry_and_back(client, twice):
    client.force_login(twice.lin)
    at = reverse("duplicates:compare", args=["person", twice.gao.pk, twice.ming.pk])
    page = client.get(at).content.decode()
    assert "13800138000" in page
    assert "1 条两边都有" in page
    answer = client.post(at, {"kept_version": 1, "away_version": 1, "take_name": "away", "take_latin_name": "kept"})
    assert answer.headers["Location"] == reverse("insight:person", args=[twice.gao.pk])
    queue = client.get(reverse("duplicates:queue", args=["person"])).content.decode()
    assert "最近的合并" in queue
    done = queries.merges(actor=twice.lin, today=DAY)[0]
    assert client.post(reverse("duplicates:undo", args=[done.id])).headers["Location"] == at
    assert table("people.Person").filter(name="高总").exists()


def test_a_preview_that_is_out_of_date_is_shown_again(client, twice):
    client.force_login(twice.lin)
    people.change_person(actor=twice.lin, person_id=twice.ming.pk, version=1, today=DAY, latin_name="Ming")
    at = reverse("duplicates:compare", args=["person", twice.gao.pk, twice.ming.pk])
    answer = client.post(at, {"kept_version": 1, "away_version": 1})
    assert answer.status_code == 422
    assert "请重新比较" in answer.content.decode()


def test_names_holds_what_a_person_is_called():
    """A new field of a person must be offered in the preview, too."""
    own = {column.name for column in PERSON.table._meta.concrete_fields} - {"id", "version"}
    assert own == PERSON.fields.keys() == NAMES.keys()


def test_scene_is_what_the_tests_think(twice):
    assert isinstance(twice, SimpleNamespace)
    filled = {holding.key for holding in registry.holdings(PERSON) if table(holding.model).filter(
        **{holding.column: twice.ming.pk}, **holding.where).exists()}  # fmt: skip
    assert filled == {holding.key for holding in registry.holdings(PERSON)}
