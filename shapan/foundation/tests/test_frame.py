"""The frame of every page: who sees which parts, in which light and language."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from shapan.foundation.context import THEME_COOKIE

pytestmark = pytest.mark.django_db
LOGIN = "/sign/login/"


def test_the_theme_is_kept_in_the_browser_and_told_to_the_page(client):
    assert b'data-bs-theme="auto"' in client.get(LOGIN).content
    answer = client.post(reverse("foundation:theme"), {"theme": "dark", "next": LOGIN})
    assert (answer.status_code, answer.url) == (302, LOGIN)
    assert b'data-bs-theme="dark"' in client.get(LOGIN).content


def test_an_unknown_theme_changes_nothing(client):
    assert THEME_COOKIE not in client.post(reverse("foundation:theme"), {"theme": "<b>"}).cookies
    client.cookies[THEME_COOKIE] = "<b>"
    assert b'data-bs-theme="auto"' in client.get(LOGIN).content


def test_the_way_back_never_leads_elsewhere(client):
    answer = client.post(reverse("foundation:theme"), {"theme": "dark", "next": "https://elsewhere.example/"})
    assert answer.url == "/"


def test_theme_is_changed_by_post_only(client):
    assert client.get(reverse("foundation:theme")).status_code == 405


@pytest.mark.parametrize(("language", "lang", "word"), [("zh-hans", "zh-hans", "登录"), ("en", "en", "Sign In")])
def test_sign_in_speaks_both_languages(client, language, lang, word):
    client.post(reverse("set_language"), {"language": language})
    page = client.get(LOGIN).content.decode()
    assert f'<html lang="{lang}"' in page
    assert word in page


def test_a_stranger_sees_no_places_and_no_account(client):
    page = client.get("/no-such-page/").content.decode()
    assert 'class="places' not in page
    assert reverse("account_logout") not in page


def test_a_missing_page_says_the_same_to_everyone_and_repeats_nothing(client, us):
    client.force_login(us.wu)
    answer = client.get("/accounts/hebei-mobile/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "吴越" in page
    assert "hebei-mobile" not in page.split("<main", 1)[1]


def test_a_forged_post_is_refused_in_our_words():
    answer = Client(enforce_csrf_checks=True, headers={"accept-language": "en"}).post(LOGIN, {"login": "lin"})
    assert answer.status_code == 403
    assert "open too long" in answer.content.decode()


@pytest.mark.parametrize("path", [LOGIN, "/no-such-page/"])
def test_pages_hold_nothing_the_content_policy_forbids(client, path):
    page = client.get(path).content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert not re.search(r"<[^>]+\son\w+=", page)
    assert page.count("<script") == page.count("<script src=")
