"""The search page, its part for the box, the commands in it, and the two commands of the terminal."""

import json
from datetime import date
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.translation import override

from shapan.accounts import actions as accounts
from shapan.search import actions, commands, queries
from shapan.sources import actions as sources

DAY = date(2026, 6, 2)


@pytest.fixture
def ask(client, cast):
    def asked(text, who="lin", *, part=False, language="en", **more):
        client.force_login(getattr(cast, who))
        client.cookies["django_language"] = language
        headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/people/"} if part else {}
        return client.get(reverse("search:results"), {"q": text, **more}, headers=headers).content.decode()

    return asked


def test_the_page_marks_what_matched_and_leads_there(ask, cast):
    page = ask("gz")
    assert f'href="{reverse("insight:person", args=[cast.gao.pk])}"' in page
    assert "<mark>高总</mark>" in page
    assert "计划建设部主任 · 河北移动" in page


def test_the_box_gets_the_part_and_nothing_around_it(ask):
    assert "<html" not in ask("高", part=True)
    assert "<html" in ask("高")


def test_the_box_is_on_every_page_of_those_signed_in(client, cast):
    client.force_login(cast.wu)
    assert 'id="search"' in client.get("/").content.decode()
    assert 'id="search"' in client.get("/no-such-page/").content.decode()
    client.logout()
    assert 'id="search"' not in client.get(reverse("account_login")).content.decode()


def test_nothing_found_teaches_how_to_ask(ask):
    page = ask("魑魅")
    assert "Nothing found for “魑魅”" in page
    assert "its initials (wjg)" in page
    assert "Nothing found" not in ask("")


def test_what_was_typed_is_never_markup(ask):
    assert "<b>x" not in ask("<b>x</b>")


def test_one_kind_alone_shows_more_of_it(ask, cast):
    for n in range(9):
        accounts.open_account(actor=cast.ke, name=f"移动{n}", today=DAY)
    few, many = ask("移动", "ke"), ask("移动", "ke", kind="company")
    assert few.count('class="found-row" href="/accounts/') == queries.MOST + commands.THINGS
    assert "kind=company" in few
    assert many.count('class="found-row" href="/accounts/') == 10


@pytest.mark.parametrize("text", ["今日", "today", "jinri", "jr", "Toda"])
def test_places_are_found_in_both_languages_and_by_pinyin(ask, text):
    assert 'class="found-row" href="/"' in ask(text)


@pytest.mark.parametrize(
    ("text", "value"), [("dark", "dark"), ("深色", "dark"), ("qianse", "light"), ("English", "en")]
)
def test_settings_are_found_and_lead_back(ask, text, value):
    page = ask(text, part=True)
    assert f'value="{value}"' in page
    assert 'name="next" value="http://testserver/people/"' in page


def test_a_contact_is_logged_for_the_company_that_was_found(ask, cast):
    address = f'href="{reverse("interactions:log", args=[cast.hebei.pk])}"'
    assert address in ask("河北")
    assert address in ask("记录 河北")
    assert address not in ask("河北", "wu")


def test_before_anything_is_typed_the_commands_are_there(cast):
    answer = queries.search(actor=cast.lin, text=" ", today=DAY)
    with override("zh-hans"):
        assert "今日" in {deed.plain for deed in commands.all_deeds()}
    assert len(answer.deeds) > 5
    assert answer.groups == ()


def found(*args, **options):
    out = StringIO()
    call_command("search", *args, stdout=out, **options)
    return out.getvalue()


def test_the_terminal_answers_in_order_with_outside_keys(cast, today):
    sources.remember(source="erp", kind="account", keys={"C-7": cast.hebei.pk})
    told = json.loads(found("河北", json=True))
    assert told["results"][0] == {"kind": "company", "key": "C-7", "name": "河北移动", "where": ""}
    gao = json.loads(found("gz", json=True, user="lin"))["results"][0]
    assert gao == {"kind": "person", "key": f"#{cast.gao.pk}", "name": "高总", "where": "计划建设部主任 · 河北移动"}
    assert json.loads(found("gz", json=True, user="wu"))["results"] == []


def test_the_terminal_shows_a_table_or_says_that_nothing_was_found(cast):
    assert "高总" in found("高总")
    with override("en"):
        assert found("魑魅").strip() == "Nothing found."


def test_the_terminal_refuses_what_it_does_not_understand(cast):
    with pytest.raises(CommandError, match="nobody"):
        found("x", user="nobody")
    with pytest.raises(CommandError, match="limit"):
        found("x", limit=0)


def test_reindex_finds_what_had_been_lost(cast):
    from shapan.search import engines

    engines.here().clear()
    assert queries.search(actor=cast.lin, text="高总", today=DAY).groups == ()
    out = StringIO()
    with override("en"):
        call_command("reindex", stdout=out)
    assert "entries in the index" in out.getvalue()
    assert queries.search(actor=cast.lin, text="高总", today=DAY).hits[0].plain == "高总"


def test_the_index_refuses_to_change_outside_a_transaction(cast, monkeypatch):
    monkeypatch.setattr(actions, "connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(RuntimeError, match="transaction"):
        actions.index("person", [cast.gao.pk])
