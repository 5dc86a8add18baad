"""Who is suspected, who is told while typing; and nobody learns of what is not theirs."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from shapan.accounts import actions as accounts
from shapan.duplicates import actions, queries
from shapan.duplicates.models import Key
from shapan.duplicates.queries import queue as limits
from shapan.duplicates.rules.likeness import Look
from shapan.foundation.models import Scope
from shapan.people import actions as people
from shapan.people import queries as people_reads
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole

DAY = date(2026, 5, 20)


def meet(cast, name, account=None, **facts):
    at = {"actor": cast.ke, "account_id": (account or cast.hebei).pk, "today": DAY, "started_on": date(2026, 1, 1)}
    return people.meet_person(**at, title=f"{name}之职", name=name, **facts)


def elsewhere(cast, name="浙江移动"):
    account = accounts.open_account(actor=cast.ke, name=name, today=DAY)
    teams.take_seat(
        actor=cast.ke, account_id=account.pk, holder_id=cast.zheng.pk, role=SeatRole.AR, started_on=DAY, today=DAY
    )
    return account


def pairs(actor, kind="person", **asked):
    found = queries.suspects(actor=actor, kind=kind, today=DAY, **asked).pairs
    return [(pair.first.name, pair.second.name) for pair in found]


def hinted(actor, kind="person", **typed):
    look = Look(**typed, is_person=kind == "person")
    return [like.look.name for like in queries.hints(actor=actor, kind=kind, typed=look, today=DAY)]


def test_those_who_look_alike_stand_in_the_queue_the_likest_first(cast):
    meet(cast, "王建国", emails=("wang@x.cn",))
    meet(cast, "Wang Jianguo", emails=("wang@x.cn",))
    meet(cast, "李伟")
    meet(cast, "李炜")
    meet(cast, "张敏")
    assert pairs(cast.lin) == [("王建国", "Wang Jianguo"), ("李伟", "李炜")]


def test_whoever_does_not_see_both_does_not_see_the_pair(cast):
    far = elsewhere(cast)
    meet(cast, "王建国", phones=("13800138000",))
    meet(cast, "王建国", far, phones=("13800138000",))
    assert [pairs(who) for who in (cast.lin, cast.zheng, cast.wu)] == [[], [], []]
    assert pairs(cast.ke) == [("王建国", "王建国")]


def test_the_director_who_moved_and_was_taken_in_again(cast):
    far = elsewhere(cast)
    again = {"actor": cast.ke, "account_id": far.pk, "today": DAY, "title": "主任", "name": "高总"}
    people.meet_person(**again, started_on=date(2026, 4, 1))
    assert pairs(cast.ke) == []
    post = people_reads.people_in_posts(actor=cast.ke, account_id=cast.hebei.pk, on=DAY, today=DAY)[0]
    people.end_appointment(actor=cast.ke, appointment_id=post.appointment_id, ended_on=date(2026, 3, 1), today=DAY)
    assert pairs(cast.ke) == [("高总", "高总")]


def test_told_apart_once_never_asked_again(client, cast):
    one, other = meet(cast, "李伟"), meet(cast, "李伟")
    client.force_login(cast.lin)
    client.post(reverse("duplicates:apart", args=["person", other.pk, one.pk]))
    assert pairs(cast.lin) == []
    assert pairs(cast.ke) == []


def test_a_stranger_tells_nobody_apart(client, cast):
    one, other = meet(cast, "李伟"), meet(cast, "李伟")
    client.force_login(cast.wu)
    assert client.post(reverse("duplicates:apart", args=["person", one.pk, other.pk])).status_code == 404
    assert pairs(cast.lin) == [("李伟", "李伟")]


def test_a_queue_of_several_pages_shows_each_pair_once(cast, monkeypatch):
    monkeypatch.setattr(limits, "BLOCKS", 2)
    for name in ("李伟", "张敏", "王芳"):
        for _again in range(2):
            meet(cast, name, phones=(f"138001380{ord(name[0]) % 90 + 10}",))
    seen, after = [], ""
    while True:
        page = queries.suspects(actor=cast.lin, kind="person", today=DAY, after=after)
        seen += [(pair.first.id, pair.second.id) for pair in page.pairs]
        after = page.next
        if not after:
            break
    assert len(seen) == len(set(seen)) == 3


def test_a_name_that_many_bear_is_no_suspicion(cast, monkeypatch):
    monkeypatch.setattr(limits, "CROWD", 2)
    for _again in range(3):
        meet(cast, "李伟")
    assert pairs(cast.lin) == []


def test_the_queue_asks_a_fixed_number_of_questions(client, cast):
    client.force_login(cast.lin)
    counts = []
    for count in (1, 3):
        for n in range(count):
            meet(cast, f"李伟{'一二三四'[n]}")
            meet(cast, f"李伟{'一二三四'[n]}")
        with CaptureQueriesContext(connection) as asked:
            page = client.get(reverse("duplicates:queue", args=["person"]))
        counts.append(len(asked))
        assert "李伟一" in page.content.decode()
    assert counts[0] == counts[1]


def test_companies_alike_by_name(cast):
    accounts.open_account(actor=cast.ke, name="河北移动有限公司", today=DAY)
    accounts.open_account(actor=cast.ke, name="河南移动", today=DAY)
    assert pairs(cast.ke, "account") == [("河北移动", "河北移动有限公司")]
    assert pairs(cast.lin, "account") == []


def test_keys_follow_the_name(cast):
    before = set(Key.objects.scope(Scope.SYSTEM).filter(kind="person").values_list("key", flat=True))
    people.change_person(actor=cast.lin, person_id=cast.gao.pk, version=1, today=DAY, name="高明", latin_name="")
    after = set(Key.objects.scope(Scope.SYSTEM).filter(kind="person").values_list("key", flat=True))
    assert before == {"3高总", "4aggnooz", "4ago"}
    assert after == {"3高明", "4aggimno"}


def test_while_typing_one_hears_of_those_one_knows(client, cast):
    meet(cast, "王建国", phones=("13800138000",))
    assert hinted(cast.lin, name="Wang Jianguo", phones=("+86 138-0013-8000",)) == ["王建国"]
    assert hinted(cast.lin, name="王建国") == ["王建国"]
    assert hinted(cast.lin, name="李娜") == []
    assert hinted(cast.wu, name="王建国", phones=("13800138000",)) == []
    client.force_login(cast.lin)
    at = f"{reverse('duplicates:hints', args=['person'])}?at={cast.hebei.pk}"
    assert "王建国" in client.post(at, {"name": "王建囯"}).content.decode()
    assert "王建国" not in client.post(at, {"name": ""}).content.decode()


def test_a_hint_never_blocks(client, cast):
    meet(cast, "王建国")
    client.force_login(cast.lin)
    at = reverse("people:enrol", args=[cast.hebei.pk])
    assert reverse("duplicates:hints", args=["person"]) in client.get(at).content.decode()
    answer = client.post(at, {"name": "王建国", "title": "处长"})
    assert answer.status_code == 302
    assert pairs(cast.lin) == [("王建国", "王建国")]


def test_hints_hold_nothing_of_what_is_hidden(client, cast):
    client.force_login(cast.lin)
    at = f"{reverse('duplicates:hints', args=['person'])}?at={cast.hebei.pk}"
    typed = {"name": "高总", "phone": "13800138000", "email": "g@x.cn"}
    before = client.post(at, typed).content
    meet(cast, "高总", elsewhere(cast), phones=("13800138000",), emails=("g@x.cn",))
    assert client.post(at, typed).content == before


def test_a_new_customer_known_under_another_legal_form(client, cast):
    client.force_login(cast.ke)
    page = client.post(reverse("duplicates:hints", args=["account"]), {"name": "河北移动有限公司"}).content.decode()
    assert "河北移动" in page
    assert 'target="_blank"' in page


@pytest.mark.parametrize("name", ["duplicates:queue", "duplicates:hints"])
def test_there_are_no_other_kinds(client, cast, name):
    client.force_login(cast.lin)
    at = reverse(name, args=["promise"])
    assert (client.post(at) if name.endswith("hints") else client.get(at)).status_code == 404


def test_companies_are_compared_but_not_merged(client, cast):
    other = accounts.open_account(actor=cast.ke, name="河北移动公司", today=DAY)
    client.force_login(cast.ke)
    assert client.get(reverse("duplicates:compare", args=["account", cast.hebei.pk, other.pk])).status_code == 404
    assert actions.tell_apart(actor=cast.ke, kind="account", ids=(cast.hebei.pk, other.pk), today=DAY).pk


def test_entries_older_than_the_keys_are_found_after_rekey(cast):
    meet(cast, "李伟")
    meet(cast, "李伟")
    Key.objects.scope(Scope.SYSTEM).all().delete()
    assert pairs(cast.lin) == []
    call_command("rekey")
    assert pairs(cast.lin) == [("李伟", "李伟")]
