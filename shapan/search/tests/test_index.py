"""The index follows every write, in the same transaction, and finds what is there: nothing less, nothing else."""

from datetime import date
from random import Random

import pytest
from django.db import transaction

from shapan.accounts import actions as accounts
from shapan.accounts.actions import batch as account_batches
from shapan.foundation import bulk
from shapan.interactions import actions as interactions
from shapan.interactions.actions import batch as interaction_batches
from shapan.interactions.terms import Kind
from shapan.people import actions as people
from shapan.people import queries as people_reads
from shapan.people.actions import batch as people_batches
from shapan.people.models import Post
from shapan.search import actions, queries, registry
from shapan.search.rules import questions
from shapan.search.rules.matching import match
from shapan.search.tests.stored import kept

DAY = date(2026, 5, 20)


WHO = {"today": DAY, "started_on": date(2025, 1, 1)}


def appointment_of(cast, person):
    held = people_reads.people_in_posts_of(actor=cast.ke, account_ids=[cast.hebei.pk], on=DAY, today=DAY)
    return next(row.appointment_id for row in held if row.person_id == person.pk)


def move_gao(cast):
    far = accounts.open_account(actor=cast.ke, name="浙江移动", today=DAY)
    post = people.open_post(actor=cast.ke, account_id=far.pk, title="总经理", today=DAY)
    people.move_person(
        actor=cast.ke, appointment_id=appointment_of(cast, cast.gao), to_post_id=post.pk, on=DAY, today=DAY
    )


def appoint_gao(cast):
    far = accounts.open_account(actor=cast.ke, name="浙江移动", today=DAY)
    post = people.open_post(actor=cast.ke, account_id=far.pk, title="顾问", today=DAY)
    people.appoint(actor=cast.ke, person_id=cast.gao.pk, post_id=post.pk, started_on=DAY, today=DAY)


def log(cast, **words):
    logged = interactions.log_interaction(
        actor=cast.lin, account_id=cast.hebei.pk, kind=Kind.CALL, held_on=DAY, today=DAY, person_ids=(cast.gao.pk,),
        **words,
    )  # fmt: skip
    return logged.interaction


def save_people(cast, **said):
    rows = [people_batches.PersonRow(account_id=cast.hebei.pk, **{"name": "曾黎", "title": "主任", **said})]
    people_batches.save_people(actor=cast.ke, rows=rows, today=DAY)


def save_interactions(cast, **said):
    words = dict.fromkeys(("purpose", "outcome", "quote", "next_step"), "") | {"next_on": None, "purpose": "扩容"}
    row = interaction_batches.InteractionRow(
        account_id=cast.hebei.pk, kind=Kind.CALL, held_on=DAY, words=words, person_ids=(cast.gao.pk,), **said
    )
    interaction_batches.save_interactions(actor=cast.lin, rows=[row], today=DAY)


WRITES = {
    "open an account": lambda cast: accounts.open_account(actor=cast.ke, name="國家電網", today=DAY),
    "change an account": lambda cast: accounts.change_account(
        actor=cast.ke, account_id=cast.hebei.pk, version=cast.hebei.version, today=DAY, name="河北联通"
    ),
    "save accounts": lambda cast: account_batches.save_accounts(
        actor=cast.ke, today=DAY, rows=[
            account_batches.AccountRow(name="山西移动"),
            account_batches.AccountRow(name="河北移动公司", id=cast.hebei.pk)
        ],
    ),
    "open a post": lambda cast: people.open_post(
        actor=cast.lin, account_id=cast.hebei.pk, title="处长", department_id=cast.planning.pk, today=DAY
    ),
    "meet a person": lambda cast: people.meet_person(
        actor=cast.lin, account_id=cast.hebei.pk, title="专员", name="单雄", emails=("d@x.example",),
        phones=("138 0013",), **WHO,
    ),
    "change a person": lambda cast: people.change_person(
        actor=cast.lin, person_id=cast.gao.pk, version=1, today=DAY, latin_name="Kao"
    ),
    "end an appointment": lambda cast: people.end_appointment(
        actor=cast.lin, appointment_id=appointment_of(cast, cast.gao), ended_on=DAY, today=DAY
    ),
    "move a person": move_gao,
    "appoint a person": appoint_gao,
    "save a new person": save_people,
    "save a known person": lambda cast: save_people(cast, id=cast.gao.pk, name="高远", emails=("gy@x.example",)),
    "save a person's post anew": lambda cast: save_people(
        cast, id=cast.gao.pk, name="高总", title="总监", started_on=date(2025, 3, 1)
    ),
    "log a contact": lambda cast: log(cast, purpose="割接方案", quote="好"),
    "save contacts": save_interactions,
    "save a known contact": lambda cast: save_interactions(cast, id=log(cast, purpose="旧").pk),
}  # fmt: skip


@pytest.mark.parametrize("write", WRITES)
def test_the_index_is_in_step_after_every_write(cast, write):
    log(cast, purpose="first contact")
    before = kept()
    WRITES[write](cast)
    after = kept()
    assert after != before or write == "end an appointment"
    actions.rebuild()
    assert kept() == after


def test_what_is_taken_back_leaves_nothing(cast):
    before = kept()
    with transaction.atomic():
        WRITES["meet a person"](cast)
        assert kept() != before
        transaction.set_rollback(True)
    assert kept() == before


def test_a_row_that_is_gone_is_forgotten(cast):
    before = kept()
    post = people.open_post(actor=cast.lin, account_id=cast.hebei.pk, title="处长", today=DAY)
    assert kept() != before
    bulk.delete(Post, [post.pk])
    actions.index("post", [post.pk])
    assert kept() == before


def test_a_rebuild_tells_how_far_it_is(cast):
    told = []
    assert actions.rebuild(told=told.append) == sum(told) == len(kept())


NAMES = (
    "王建国", "王伟", "单建国", "曾黎", "解晓东", "仇和", "欧阳娜娜", "吕行", "Anna Fischer", "Jan Kowalski", "王 明",
    "國建", "查理王", "建国王", "长孙无忌", "Ｗang Li", "王", "O'Brien", "王建", "重庆行",
)  # fmt: skip
TEXTS = ("王建国说方案可行", "扩容5G方案", "國家電網的扩容", "Wang will send the plan", "行长说可以")


@pytest.fixture
def crowd(cast):
    """A customer of Lin's full of namesakes, and one of nobody's with the same."""
    far = accounts.open_account(actor=cast.ke, name="建国电力", today=DAY)
    for account in (cast.hebei, far):
        rows = [
            people_batches.PersonRow(
                name=name, account_id=account.pk, title=f"{name[:1]}处长", phones=(f"138 0013 8{n:03}",),
                emails=(f"p{n}.{account.pk}@wang.example",),
            )
            for n, name in enumerate(NAMES)
        ]  # fmt: skip
        people_batches.save_people(actor=cast.ke, rows=rows, today=DAY)
        for text in TEXTS:
            interactions.log_interaction(
                actor=cast.ke, account_id=account.pk, kind=Kind.CALL, held_on=DAY, today=DAY, person_ids=(),
                purpose=text, outcome=text[::-1],
            )  # fmt: skip
    return cast


def found(actor, text):
    groups = queries.search(actor=actor, text=text, today=DAY, most=500).groups
    return {(hit.kind, hit.id) for group in groups for hit in group.hits}


def open_documents(actor):
    """{(kind, id): document} of everything the policies open."""
    told = {}
    for kind in registry.kinds():
        seen = set(kind.open_to(actor, DAY).values_list(kind.key, flat=True))
        told |= {(kind.name, pk): document for pk, document in kind.documents(list(seen)).items()}
    return told


def pieces(rng):
    """Of one to five characters, from what stands somewhere in the crowd and how it is read."""
    texts = [*NAMES, *TEXTS, "处长", "河北移动", "建国电力", "wangjianguo", "wjg", "shanjianguo", "zengli", "13800138"]
    every = sorted({text[i : i + n] for text in texts for n in range(1, 6) for i in range(len(text) - n + 1)})
    return rng.sample([piece for piece in every if " " not in piece], 60)


@pytest.mark.parametrize(("who", "seed"), [("lin", 1), ("ke", 2), ("shen", 3)])
def test_everything_is_found_that_stands_there_and_nothing_else(crowd, who, seed):
    """Held against the rules without an index; where nothing stands as typed, a slip may be meant."""
    actor = getattr(crowd, who)
    documents = open_documents(actor)
    count = 0
    for text in pieces(Random(seed)):  # noqa: S311 -- the same pieces every time
        asked = questions.words(text)
        plain = {here for here, document in documents.items() if match(document, asked)}
        if plain:
            assert found(actor, text) == plain, text
            count += 1
    assert count > 30


def test_no_name_is_missed_that_holds_the_text(crowd):
    """Without any rule of ours: as a plain look through all names would answer."""
    persons = dict(registry.kind("person").rows().values_list("pk", "name"))
    for text in pieces(Random(4)):  # noqa: S311 -- the same pieces every time
        if len(text) > 1 or not text.isascii():
            plain = {("person", pk) for pk, name in persons.items() if text in name}
            assert plain <= found(crowd.ke, text), text


def test_nobody_finds_what_is_not_theirs(crowd):
    assert found(crowd.wu, "王") == set()
    mine = found(crowd.lin, "王")
    assert mine
    assert mine < found(crowd.ke, "王")


@pytest.mark.parametrize("reach", [0, 300])
def test_a_wide_reach_is_judged_row_by_row_with_the_same_answers(crowd, monkeypatch, reach):
    monkeypatch.setattr(queries, "NARROW", reach)
    monkeypatch.setattr(queries, "READ_ON", 2)
    for text in ("王", "建国", "wjg", "方案", "138"):
        for most in (1, 3):
            answers = queries.search(actor=crowd.lin, text=text, today=DAY, most=most)
            monkeypatch.setattr(queries, "NARROW", 300)
            assert answers == queries.search(actor=crowd.lin, text=text, today=DAY, most=most)
            monkeypatch.setattr(queries, "NARROW", reach)
